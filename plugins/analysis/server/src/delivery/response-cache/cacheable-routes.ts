import type { Core } from '@strapi/strapi';
import { configOf } from '../../config';

/** A page whose responses may be cached: they depend on address, language and origin alone. */
export interface CacheableRoute {
  /** Path below the API's prefix, or of the site; `:name` stands for one segment. */
  path: string;
  /** Query parameters that the response depends on, besides `lang`. */
  query?: readonly string[];
  /** Whether `lang` chooses the language, before `Accept-Language`. */
  lang?: boolean;
  /** Parameters with which the page is another one for nearly every caller: never cached. */
  never?: readonly string[];
  /**
   * What an unknown parameter does: `refused` leaves it to the route to refuse, `ignored` ones
   * change nothing and share the entry.
   */
  unknown: 'refused' | 'ignored';
}

/** Routes of the API whose responses may be cached. */
const OF_API: readonly CacheableRoute[] = [
  { path: '/posts/:slug', lang: true, unknown: 'refused' },
  { path: '/rankings', query: ['by', 'days', 'limit'], lang: true, unknown: 'refused' },
  // Further pages are asked for by few, and there is no end of cursors.
  {
    path: '/articles/:documentId/comments',
    query: ['sort', 'limit'],
    never: ['cursor', 'thread'],
    unknown: 'refused',
  },
  { path: '/posts/:slug/related', query: ['limit'], lang: true, unknown: 'refused' },
  // There is no end of languages and topics to ask for; the feeds of all are those that many read.
  ...['rss', 'atom', 'json'].flatMap((format): CacheableRoute[] => [
    { path: `/feed.${format}`, never: ['lang', 'topic'], unknown: 'ignored' },
    { path: `/articles/:documentId/comments/feed.${format}`, unknown: 'ignored' },
  ]),
  { path: '/sitemap.xml', unknown: 'ignored' },
];

/** The pages of a site that runs in the same application are the operator's to name. */
export function cacheableRoutes(strapi: Core.Strapi): CacheableRoute[] {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const api = OF_API.map((route) => ({ ...route, path: `${prefix}/analysis${route.path}` }));
  return [...api, ...configOf(strapi).delivery.cache.pages];
}
