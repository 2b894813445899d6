import { createHash } from 'node:crypto';

export const FORMATS = ['rss', 'atom', 'json'] as const;
export type Format = (typeof FORMATS)[number];

/** RSS has no registered type; this is what readers and servers use. */
export const FEED_TYPE: Record<Format, string> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

/** Words of the feeds themselves, in the reader's languages. */
const WORDS = {
  en: {
    posts: '{publisher}',
    topic: '{publisher}: {topic}',
    comments: 'Comments on “{title}”',
    by: '{name} on “{title}”',
    description: 'The newest posts',
    commentsDescription: 'The newest comments',
  },
  fr: {
    posts: '{publisher}',
    topic: '{publisher} : {topic}',
    comments: 'Commentaires sur « {title} »',
    by: '{name} sur « {title} »',
    description: 'Les derniers articles',
    commentsDescription: 'Les derniers commentaires',
  },
} as const;

/**
 * A feed's own words.
 * @param language of what is in it; other languages than French are told of in English
 */
export function feedWord(
  language: string | null,
  key: keyof (typeof WORDS)['en'],
  values: Record<string, string> = {}
): string {
  const words = /^fr\b/i.test(language ?? '') ? WORDS.fr : WORDS.en;
  return words[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Without the characters that XML 1.0 cannot hold, not even escaped (section 2.2, `Char`). */
export const xmlSafe = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** Text in XML, in content and in quoted attributes. */
export const escapeXml = (text: string): string =>
  xmlSafe(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;');

/**
 * An id that stays, whatever becomes of title, slug and site: a UUID of a documentId (RFC 9562,
 * version 8).
 */
export function stableId(documentId: string): string {
  const digits = createHash('sha256').update(`analysis:${documentId}`).digest('hex');
  const variant = ((parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return `urn:uuid:${[
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')}`;
}

/**
 * The slug that an address names.
 * @param pattern the address of a post with `:slug` where the slug is
 * @returns null for the address of something else
 */
export function slugIn(address: URL, pattern: string): string | null {
  const at = pattern.indexOf(':slug');
  const [before, after] = [new URL(pattern.slice(0, at)), pattern.slice(at + ':slug'.length)];
  // The same page over http and https.
  if (address.host !== before.host || !/^https?:$/.test(address.protocol)) return null;
  const path = address.pathname.replace(/\/$/, '');
  const end = after.replace(/[?#].*$/, '').replace(/\/$/, '');
  if (!path.startsWith(before.pathname) || !path.endsWith(end)) return null;
  const slug = path.slice(before.pathname.length, path.length - end.length);
  return slug === '' || slug.includes('/') ? null : slug;
}

/** Entries of one page of the sitemap; the protocol allows 50,000 and 50 MB. */
export const SITEMAP_PAGE = 5_000;

/** Google takes news of two days, 1,000 a file. */
export const NEWS = { max: 1_000, ageMs: 2 * 24 * 60 * 60 * 1_000 } as const;
