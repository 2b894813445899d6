import { onConnection } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { apiUrl, postUrl } from '../../platform/http/urls';
import { publicationDates } from '../../platform/strapi/publication-dates';
import { configOf } from '../../config';
import type { SyndicationDeps } from './deps';
import { NEWS, SITEMAP_PAGE } from './rules';
import type { Place } from './sitemap-xml';
import { countPlaces, selectLanguages, selectNews, selectPlaces, type PlaceRow } from './store';

// The packages that write sitemaps are large: the first who asks for one loads them.
const loadWriter = () => import('./sitemap-xml');

/** Writes the index of the sitemap's pages. */
export const readSitemapIndex =
  ({ strapi }: SyndicationDeps) =>
  async (): Promise<string> => {
    const count = await onConnection(strapi, countPlaces);
    const pages = Math.max(1, Math.ceil(count / SITEMAP_PAGE));
    const { writeIndex } = await loadWriter();
    return writeIndex([
      ...Array.from({ length: pages }, (_, at) => apiUrl(strapi, `/sitemap-${at + 1}.xml`)),
      apiUrl(strapi, '/sitemap-news.xml'),
    ]);
  };

/** Writes a page of the sitemap. @param page from 1. @throws NotFoundError beyond the last */
export const readSitemap =
  ({ strapi }: SyndicationDeps) =>
  async (page: number): Promise<string> => {
    const [rows, languages] = await onConnection(strapi, async (knex) => {
      const found = await selectPlaces(knex, {
        limit: SITEMAP_PAGE,
        offset: (page - 1) * SITEMAP_PAGE,
      });
      const ids = found.map((row) => row.document_id);
      return [found, await selectLanguages(knex, ids)] as const;
    });
    if (page > 1 && rows.length === 0) throw notFound('Sitemap');
    const { writeSitemap } = await loadWriter();
    return writeSitemap(
      rows.map((row) =>
        placeOf(row, postUrl(strapi, row.slug), languages.get(row.document_id) ?? [])
      )
    );
  };

/** @param summaries languages of the post's summaries: each is an alternate of the page */
function placeOf(row: PlaceRow, url: string, summaries: string[]): Place {
  const inLanguage = (lang: string): string => {
    const address = new URL(url);
    address.searchParams.set('lang', lang);
    return address.toString();
  };
  const languages = [...new Set([...(row.language ? [row.language] : []), ...summaries])];
  return {
    url,
    changed: publicationDates(row).modified,
    alternates: [
      { lang: 'x-default', url },
      ...languages.map((lang) => ({ lang, url: inLanguage(lang) })),
    ],
  };
}

/** Writes the sitemap of the posts of the last two days, as Google reads them. */
export const readNewsSitemap =
  ({ strapi }: SyndicationDeps) =>
  async (): Promise<string> => {
    const since = new Date(Date.now() - NEWS.ageMs);
    const rows = await onConnection(strapi, (knex) => selectNews(knex, since, NEWS.max));
    const { writeNews } = await loadWriter();
    return writeNews(
      configOf(strapi).publisher,
      rows.map((row) => ({
        url: postUrl(strapi, row.slug),
        title: row.title ?? '',
        language: row.language ?? 'en',
        published: publicationDates(row).published,
      }))
    );
  };
