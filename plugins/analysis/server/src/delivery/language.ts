import { fault } from '../../../shared/faults';
import { canonicalLanguage } from '../../../shared/values';
import { assertNoFaults } from '../common/errors';
import { memoized } from '../common/memo';

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
      const quality = parameters.find((each) => each.startsWith('q='));
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
 * RFC 4647 lookup (section 3.4): each range in turn, cut from its end until a tag matches.
 * @returns the index of the tag, or -1; `*` matches nothing here, as the section asks
 */
export function lookup(ranges: string[], tags: string[]): number {
  const lower = tags.map((tag) => tag.toLowerCase());
  for (const range of ranges) {
    let parts = range.toLowerCase().split('-');
    while (parts.length > 0) {
      const index = lower.indexOf(parts.join('-'));
      if (index >= 0) return index;
      parts = parts.slice(0, -1);
      // A single letter or digit only introduces what follows it.
      if (parts.at(-1)?.length === 1) parts = parts.slice(0, -1);
    }
  }
  return -1;
}

/**
 * The summary for a reader: the best for the languages asked for, else the article's own, else
 * the first; null when there is none. A French reader is served `fr-CA` where there is no `fr`.
 */
export function bestSummary<T extends { language: string }>(
  summaries: T[],
  languages: string[],
  own: string
): T | null {
  const tags = summaries.map(({ language }) => language);
  const primary = tags.map((tag) => tag.split('-')[0] as string);
  for (const range of [...languages, own]) {
    const exact = lookup([range], tags);
    const index =
      exact >= 0 ? exact : primary.indexOf(range.split('-')[0]?.toLowerCase() as string);
    if (index >= 0) return summaries[index] as T;
  }
  return summaries[0] ?? null;
}

/**
 * Says which summary readers get, by language alone.
 * @returns for the languages of a request the tag of `bestSummary`'s choice; empty for none
 */
export function summaryChooser(
  summaries: readonly { language: string }[],
  own: string
): (languages: string[]) => string {
  const tags = summaries.map(({ language }) => ({ language }));
  return (languages) => bestSummary(tags, languages, own)?.language ?? '';
}
