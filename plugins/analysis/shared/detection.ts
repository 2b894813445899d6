import { languageDistance } from './language-kin';

/** What franc makes of a text: ISO 639-3 codes, the likeliest first, which is 1. */
type Guess = (text: string, options: { minLength: number }) => [code: string, likely: number][];

/** Shorter texts say too little of their language. */
const MIN_CHARACTERS = 40;
/** Longer ones say nothing new. */
const MAX_CHARACTERS = 3_000;
/** How near the second guess may come to the first (1 is as likely) before there is no telling. */
const CLEAR = 0.98;

/**
 * The language of a text, by its trigrams. Server and admin load franc each their own way.
 * @param guess franc's `francAll`
 * @returns an ISO 639-3 code such as `fra`, or null when the text is too short or unclear
 */
export function likelyLanguage(guess: Guess, text: string): string | null {
  const [first, second] = guess(text.slice(0, MAX_CHARACTERS), { minLength: MIN_CHARACTERS });
  if (first === undefined || first[0] === 'und') return null;
  if (second !== undefined && second[1] > CLEAR) return null;
  return first[0];
}

const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';

/** How far two languages of one macrolanguage are from each other at most. */
const ONE_MACROLANGUAGE = 3;

/**
 * Whether two tags name the same language, whatever the region or script. A macrolanguage and its
 * members count as the same: a text in `no` is found to be `nb`.
 */
export const sameLanguage = (left: string, right: string): boolean =>
  (languageDistance(primary(left), primary(right)) ?? Infinity) <= ONE_MACROLANGUAGE;
