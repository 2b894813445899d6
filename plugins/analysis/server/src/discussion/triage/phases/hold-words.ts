import { hitsIn } from '../token-cache';
import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { hold } = verdictsOf('holdWords');

/** Words after which a person should look. */
export const holdWords: Phase = {
  name: 'holdWords',
  run(signals, { holdWords: { words } }) {
    const found = [...new Set(hitsIn(signals, words).map(({ entry }) => entry))];
    return found.length > 0
      ? hold('word', `Holds ${found.map((word) => `“${word}”`).join(', ')}`, {
          word: found.join(', '),
        })
      : PASS;
  },
};
