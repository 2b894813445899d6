import type { Core } from '@strapi/strapi';
import { fromStrapi } from './platform/strapi/from-strapi';
import { discussionRoutes, publicationRoutes } from './content/articles/admin-routes';
import { coreRoutes, type Route } from './platform/strapi/routes';
import { claimDeskRoutes } from './discussion/claims/admin-routes';
import { claimRoutes } from './discussion/claims/routes';
import { commentRoutes } from './discussion/comments/routes';
import { postRoutes } from './delivery/posts/routes';
import { pasteRoutes } from './pipeline/ingest/admin-routes';
import { ingestRoutes } from './pipeline/ingest/routes';
import { banRoutes } from './discussion/bans/admin-routes';
import { moderationRoutes } from './discussion/moderation/admin-routes';
import { triageAdminRoutes } from './discussion/triage/admin-routes';
import { triageRoutes } from './discussion/triage/routes';
import { noticeRoutes } from './audience/subscriptions/routes';
import { openapiRoutes } from './delivery/api-docs/routes';
import { postCacheRoutes } from './delivery/response-cache/admin-routes';
import { privacyRoutes } from './operations/privacy/admin-routes';
import { ratingRoutes } from './audience/ratings/routes';
import { searchRoutes } from './delivery/search/routes';
import { syndicationRoutes } from './delivery/syndication/routes';
import { guard } from './platform/http/request';
import { roomsOf } from './registry';
import { configOf } from './config';

/**
 * Callers without credentials are let in by what is kept of the public role, all others by
 * Strapi's own strategies.
 */
const signedIn = (strapi: Core.Strapi, route: Route): Route => {
  const auth = fromStrapi<false | Record<string, unknown> | undefined>(route.config?.auth);
  if (auth === false || !strapi.plugin('users-permissions')) return route;
  const strategies = configOf(strapi).access.strategies.flatMap<unknown>((name) =>
    name === 'users-permissions' ? [roomsOf(strapi).access.publicStrategy, name] : [name]
  );
  // The scope that Strapi would make of the handler's name, if the route has none.
  const scope = [`plugin::analysis.${route.handler}`];
  return { ...route, config: { ...route.config, auth: { scope, ...auth, strategies } } };
};

const guarded = ({ takes, query, ...route }: Route): Route => ({
  ...route,
  config: { ...route.config, middlewares: [guard({ takes, query })] },
});

const contentApi: Route[] = [
  ...coreRoutes('articles', 'article'),
  ...coreRoutes('summaries', 'summary'),
  ...coreRoutes('topics', 'topic'),
  ...ratingRoutes,
  ...commentRoutes,
  ...claimRoutes,
  ...postRoutes,
  ...searchRoutes,
  ...syndicationRoutes,
  ...ingestRoutes,
  ...triageRoutes,
  ...noticeRoutes,
  ...openapiRoutes,
];

/** Public and token routes under /api/analysis; admin routes under /analysis. */
export const routes = {
  'content-api': ({ strapi }: { strapi: Core.Strapi }) => ({
    type: 'content-api' as const,
    routes: contentApi.map((route) => signedIn(strapi, guarded(route))),
  }),
  admin: {
    type: 'admin' as const,
    routes: [
      ...discussionRoutes,
      ...pasteRoutes,
      ...publicationRoutes,
      ...moderationRoutes,
      ...banRoutes,
      ...claimDeskRoutes,
      ...privacyRoutes,
      ...postCacheRoutes,
      ...triageAdminRoutes,
    ].map(guarded),
  },
};
