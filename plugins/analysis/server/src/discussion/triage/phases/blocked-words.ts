import { hitsIn } from '../token-cache';
import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { spam } = verdictsOf('blockedWords');

/** Words that make a comment spam, and words that do so when they are disguised. */
export const blockedWords: Phase = {
  name: 'blockedWords',
  run(signals, { blockedWords: { words, disguised } }) {
    const [blocked] = hitsIn(signals, words);
    if (blocked !== undefined) {
      return spam('blocked', `Holds “${blocked.entry}”`, { word: blocked.entry });
    }
    const hidden = hitsIn(signals, disguised).find((hit) => hit.disguised);
    return hidden !== undefined
      ? spam('disguised', `Holds “${hidden.entry}” in disguise`, { word: hidden.entry })
      : PASS;
  },
};
