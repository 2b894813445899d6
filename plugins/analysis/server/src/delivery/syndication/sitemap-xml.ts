import { Readable } from 'node:stream';
import { SitemapIndexStream, SitemapStream, streamToPromise, type SitemapItemLoose } from 'sitemap';
import { xmlSafe } from './rules';

const XMLNS = { news: false, xhtml: false, image: false, video: false } as const;

/** An entry of a page, with the addresses under which it reads in other languages. */
export interface Place {
  url: string;
  changed: Date;
  alternates: { lang: string; url: string }[];
}

export interface News {
  url: string;
  title: string;
  language: string;
  published: Date;
}

/** The library refuses to write one without entries; a new site has none, and a calm week no news. */
const EMPTY =
  '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>';

const written = async (stream: SitemapStream, items: SitemapItemLoose[]): Promise<string> =>
  items.length === 0
    ? EMPTY
    : (await streamToPromise(Readable.from(items).pipe(stream))).toString('utf8');

/** A page of the sitemap (sitemaps.org protocol 0.9). */
export const writeSitemap = (places: Place[]): Promise<string> =>
  written(
    new SitemapStream({ xmlns: { ...XMLNS, xhtml: true } }),
    places.map(({ url, changed, alternates }) => ({
      url,
      lastmod: changed.toISOString(),
      ...(alternates.length > 1 ? { links: alternates } : {}),
    }))
  );

/** Google knows languages by two letters, and the two ways to write Chinese. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

/** A sitemap of news, as Google reads it. */
export const writeNews = (publisher: string, news: News[]): Promise<string> =>
  written(
    new SitemapStream({ xmlns: { ...XMLNS, news: true } }),
    news.map(({ url, title, language, published }) => ({
      url,
      news: {
        publication: { name: xmlSafe(publisher), language: newsLanguage(language) },
        publication_date: published.toISOString(),
        title: xmlSafe(title),
      },
    }))
  );

/** The index of a sitemap's pages. */
export async function writeIndex(urls: string[]): Promise<string> {
  const stream = Readable.from(urls.map((url) => ({ url }))).pipe(new SitemapIndexStream());
  return (await streamToPromise(stream)).toString('utf8');
}
