import { defined } from '../../../../shared/defined';
import { likelyLanguage } from '../../../../shared/detection';
import { once } from '../../../../shared/once';
import { memoized } from '../cache/memoize';

/** Its tables take some megabytes, which a start does without. */
const franc = once(() => import('franc-min'));

/** franc names languages by ISO 639-3; BCP 47 wants the two letters where there are two. */
const tagOf = memoized((code) => defined(Intl.getCanonicalLocales(code)[0]), {
  characters: 2_000,
});

/**
 * The language of a text, by its trigrams.
 * @returns a BCP 47 tag such as `fr`, or null when the text is too short or unclear
 */
export async function detectLanguage(text: string): Promise<string | null> {
  const { francAll } = await franc();
  const code = likelyLanguage(francAll, text);
  return code === null ? null : tagOf(code);
}
