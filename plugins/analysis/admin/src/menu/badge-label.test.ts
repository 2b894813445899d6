import { expect, test } from '@jest/globals';
import { badgeLabel } from './badge-label';

test.each([
  [0, null],
  [-1, null],
  [1, '1'],
  [99, '99'],
  [100, '99+'],
  [12_345, '99+'],
])('%d is shown as %j', (amount, label) => {
  expect(badgeLabel(amount)).toBe(label);
});
