import { fault } from '../../../../shared/faults';
import { canonicalLanguage } from '../../../../shared/values';
import { assertNoFaults } from '../errors';
import { memoized } from '../cache/memoize';
import { nearest } from './language-match';

/** Ranges of one header that are looked at; a reader's browser sends a handful. */
const MAX_RANGES = 20;

/** Scripts written from right to left (Unicode property Bidi_Class R or AL of their letters). */
const RTL_SCRIPTS = new Set([
  ...['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'],
]);

/** `rtl` or `ltr`, for a `dir` attribute, from a BCP 47 tag. */
export const directionOf = memoized(readDirection, { characters: 4_000 });

function readDirection(language: string): 'ltr' | 'rtl' {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script !== undefined && RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/**
 * The ranges of an Accept-Language header by preference (RFC 9110, section 12.5.4); what is no
 * range is passed over, and those of quality 0 are left out.
 */
export function acceptedLanguages(header: string): string[] {
  return header
    .slice(0, 1_000)
    .split(',')
    .slice(0, MAX_RANGES)
    .map((part, place) => {
      const [range = '', ...parameters] = part.split(';').map((each) => each.trim());
      const quality = parameters.find((each) => /^q=/i.test(each));
      return { range, place, q: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(
      ({ range, q }) =>
        q > 0 && q <= 1 && (range === '*' || /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i.test(range))
    )
    .sort((left, right) => right.q - left.q || left.place - right.place)
    .map(({ range }) => range);
}

/**
 * The languages that a request asks for, by preference.
 * @param lang the `lang` parameter, which wins over the header
 * @throws ValidationError at `lang` when it is no BCP 47 tag
 */
export function languagesOf(lang: unknown, acceptLanguage: string): string[] {
  if (lang === undefined || lang === null || lang === '') return acceptedLanguages(acceptLanguage);
  const canonical = typeof lang === 'string' && lang.length <= 35 ? canonicalLanguage(lang) : null;
  if (canonical === null) {
    assertNoFaults([
      fault('lang', 'invalid_language', 'must be a BCP 47 language tag, such as en or fr-CA'),
    ]);
  }
  return [canonical as string];
}

/**
 * The summary for a reader: the nearest to the languages asked for, else to the article's own,
 * else the first; null when there is none. A French reader is served `fr-CA` where there is no
 * `fr`, and one of `zh-TW` `zh-Hant` rather than `zh`.
 */
export function bestByLanguage<T extends { language: string }>(
  summaries: T[],
  languages: string[],
  own: string
): T | null {
  const tags = summaries.map(({ language }) => language);
  const asked = nearest(languages, tags);
  return summaries[asked >= 0 ? asked : Math.max(0, nearest([own], tags))] ?? null;
}

/**
 * Makes the variant key of a post: which of its summaries readers get, by language alone.
 * @param own the article's language
 * @returns for the languages of a request the tag of `bestByLanguage`'s choice; empty for none
 */
export function languageVariant(
  summaries: readonly { language: string }[],
  own: string
): (languages: string[]) => string {
  const tags = summaries.map(({ language }) => ({ language }));
  return (languages) => bestByLanguage(tags, languages, own)?.language ?? '';
}
