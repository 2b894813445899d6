import { expect, test } from '@jest/globals';
import { discussionState } from './discussion-state';

test.each([
  // closed, published, open
  [false, true, true, 'open'],
  [false, true, false, 'old'],
  [false, false, false, 'unpublished'],
  [true, true, false, 'closed'],
  [true, false, false, 'closed'],
] as const)('closed %s, published %s, open %s: %s', (closed, published, open, state) => {
  expect(discussionState({ closed, published, open })).toBe(state);
});
