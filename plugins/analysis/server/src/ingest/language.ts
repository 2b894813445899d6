import { languageDistance } from '../../../shared/language-kin';
import { once } from '../../../shared/once';
import { memoized } from '../common/memo';

/** Its tables take some megabytes, which a start does without. */
const franc = once(() => import('franc-min'));

/** franc names languages by ISO 639-3; BCP 47 wants the two letters where there are two. */
const tagOf = memoized((code) => Intl.getCanonicalLocales(code)[0] as string, {
  characters: 2_000,
});

/** Shorter texts say too little of their language. */
const MIN_CHARACTERS = 40;
/** Longer ones say nothing new. */
const MAX_CHARACTERS = 3_000;
/** How near the second guess may come to the first (1 is as likely) before there is no telling. */
const CLEAR = 0.98;

/**
 * The language of a text, by its trigrams.
 * @returns a BCP 47 tag such as `fr`, or null when the text is too short or unclear
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const { francAll } = await franc();
  const [first, second] = francAll(text.slice(0, MAX_CHARACTERS), { minLength: MIN_CHARACTERS });
  if (first === undefined || first[0] === 'und') return null;
  if (second !== undefined && second[1] > CLEAR) return null;
  return tagOf(first[0]);
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
