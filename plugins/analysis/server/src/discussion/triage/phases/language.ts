import { characters } from '../../../../../shared/text';
import { baseLanguage } from '../word-list-languages';
import type { Phase } from '../types';
import { PASS, verdictsOf } from '../verdicts';

const { hold } = verdictsOf('language');

/** A comment in another language than the article's, long enough to be sure of it. */
export const language: Phase = {
  name: 'language',
  run(signals, { language: { minCharacters, alsoAllowed } }) {
    const { articleLanguage: expected, detectedLanguage: detected, content } = signals;
    if (expected === null || detected === null || characters(content) < minCharacters) return PASS;
    const welcome = [expected, ...alsoAllowed].map(baseLanguage);
    return welcome.includes(baseLanguage(detected))
      ? PASS
      : hold('other_language', `Reads like ${detected} under an article in ${expected}`, {
          detected,
          expected,
        });
  },
};
