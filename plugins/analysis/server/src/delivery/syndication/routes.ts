import { ACTION } from '../../../../shared/permissions';
import type { Route } from '../../platform/strapi/routes';
import { FORMATS } from './rules';

/** A way to read what another permission guards needs that one as well. */
const get = (path: string, handler: string, scope: string[]): Route => ({
  method: 'GET',
  path,
  handler,
  config: { auth: { scope } },
});

const FEED = [ACTION.feedFind, ACTION.postFindOne];
const COMMENTS = [ACTION.feedFind, ACTION.commentFind];
const SITEMAP = [ACTION.sitemapFind, ACTION.postFindOne];

export const syndicationRoutes: Route[] = [
  ...FORMATS.flatMap((format) => [
    get(`/feed.${format}`, 'feed.find', FEED),
    get(`/articles/:documentId/comments/feed.${format}`, 'feed.comments', COMMENTS),
  ]),
  get('/sitemap.xml', 'sitemap.find', SITEMAP),
  get('/sitemap-news.xml', 'sitemap.news', SITEMAP),
  get('/sitemap-:page(\\d+).xml', 'sitemap.page', SITEMAP),
  get('/oembed', 'oembed.find', [ACTION.oembedFind, ACTION.postFindOne]),
];
