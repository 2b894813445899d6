import slugify from 'slugify';
import { LIMITS } from '../../../../../shared/limits';
import { inLatin } from './letters';
import { withoutMarkup } from './markup';
import { signsAsWords } from './symbols';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** True for lower-case letters, digits and single hyphens between them, at most 80 characters. */
export const isSlug = (value: string): boolean =>
  value.length <= LIMITS.slug.max && SLUG.test(value);

/**
 * Cuts a slug to `max` characters at a word, or inside its first word when that alone is longer.
 */
export function cutAtWord(slug: string, max: number): string {
  if (slug.length <= max) return slug;
  const cut = slug.slice(0, max + 1).lastIndexOf('-');
  return slug.slice(0, cut > 0 ? cut : max).replace(/-+$/, '');
}

const primaryOf = (language: string | null): string | null =>
  language?.split('-')[0]?.toLowerCase() ?? null;

/**
 * The slug that a title suggests, transliterated by the rules of its language.
 * @param language BCP 47 tag; its primary subtag chooses the rules
 * @returns an empty string when nothing in the title can be transliterated
 */
export function slugFromTitle(title: string, language: string | null): string {
  const primary = primaryOf(language);
  const words = inLatin(signsAsWords(withoutMarkup(title), primary), primary);
  return cutAtWord(
    words
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-|-$/g, ''),
    LIMITS.slug.max
  );
}

/** The same by slugify alone, which earlier versions used: slugs of drafts are still of that form. */
export function earlierSlugFromTitle(title: string, language: string | null): string {
  const locale = language?.split('-')[0] ?? 'en';
  const slug = slugify(title, { lower: true, strict: true, trim: true, locale })
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
  return cutAtWord(slug, LIMITS.slug.max);
}

/** `base`, `base-2`, `base-3` …, each within the limit. `n` counts from 1. */
export function numberedSlug(base: string, n: number): string {
  if (n === 1) return base;
  const suffix = `-${n}`;
  return `${cutAtWord(base, LIMITS.slug.max - suffix.length)}${suffix}`;
}

/** The first numbered form of `base` that is not in `taken`. */
export function firstFreeSlug(base: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) {
    const slug = numberedSlug(base, n);
    if (!taken.has(slug)) return slug;
  }
}

/** Whether a slug is one that the title gave, now or in an earlier version, with or without a number. */
export function isFromTitle(slug: string, title: string, language: string | null): boolean {
  const [, number] = /-(\d+)$/.exec(slug) ?? [];
  return [slugFromTitle, earlierSlugFromTitle]
    .map((make) => make(title, language))
    .some(
      (base) =>
        base !== '' &&
        (slug === base || (number !== undefined && slug === numberedSlug(base, Number(number))))
    );
}
