import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { reject } = verdictsOf('discussion');

/** A comment that came after the discussion was closed is not taken. */
export const discussion: Phase = {
  name: 'discussion',
  run({ discussion: { open, closed } }) {
    if (open) return PASS;
    return closed === 'age'
      ? reject('closed_by_age', 'The discussion closed because the article is old')
      : reject('closed_by_editor', 'An editor closed the discussion');
  },
};
