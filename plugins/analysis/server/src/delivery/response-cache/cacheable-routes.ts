import type { Core } from '@strapi/strapi';
import { configOf } from '../../config';

/** A page whose answers may be kept: it depends on its address, language and origin alone. */
export interface CachedRoute {
  /** Path below the API's prefix, or of the site; `:name` stands for one segment. */
  path: string;
  /** Query parameters that the answer depends on, besides `lang`. */
  query?: readonly string[];
  /** Whether `lang` chooses the language, before `Accept-Language`. */
  lang?: boolean;
  /** Parameters with which the page is another one for nearly every caller: never kept. */
  never?: readonly string[];
  /**
   * What an unknown parameter does: `refused` ones are the route's to answer, `ignored` ones
   * change nothing and share the entry.
   */
  unknown: 'refused' | 'ignored';
}

/** Answers of the API that may be kept. */
const OF_API: readonly CachedRoute[] = [
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
  ...['rss', 'atom', 'json'].flatMap((format): CachedRoute[] => [
    { path: `/feed.${format}`, never: ['lang', 'topic'], unknown: 'ignored' },
    { path: `/articles/:documentId/comments/feed.${format}`, unknown: 'ignored' },
  ]),
  { path: '/sitemap.xml', unknown: 'ignored' },
];

/** The pages of a site that runs in the same application are the operator's to name. */
export function cachedRoutes(strapi: Core.Strapi): CachedRoute[] {
  const prefix = strapi.config.get('api.rest.prefix', '/api') as string;
  const api = OF_API.map((route) => ({ ...route, path: `${prefix}/analysis${route.path}` }));
  return [...api, ...configOf(strapi).delivery.cache.pages];
}
