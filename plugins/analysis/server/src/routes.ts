import { discussionRoutes } from './articles/admin-routes';
import { coreRoutes, type Route } from './common/core-routes';
import { claimDeskRoutes } from './claims/admin-routes';
import { claimRoutes } from './claims/routes';
import { commentRoutes } from './comments/routes';
import { deliveryRoutes } from './delivery/routes';
import { ingestRoutes } from './ingest/routes';
import { moderationRoutes } from './moderation/admin-routes';
import { triageAdminRoutes } from './triage/admin-routes';
import { triageRoutes } from './triage/routes';
import { noticeRoutes } from './notices/routes';
import { openapiRoutes } from './openapi/routes';
import { postCacheRoutes } from './post-cache/admin-routes';
import { privacyRoutes } from './privacy/admin-routes';
import { ratingRoutes } from './ratings/routes';
import { searchRoutes } from './search/routes';
import { syndicationRoutes } from './syndication/routes';
import { explainRefusals, wellFormedUrl } from './common/http';

/** What every public or token route does first. */
const guarded = (route: Route): Route => ({
  ...route,
  config: {
    ...route.config,
    middlewares: [
      wellFormedUrl,
      explainRefusals,
      ...((route.config?.middlewares as unknown[] | undefined) ?? []),
    ],
  },
});

const contentApi: Route[] = [
  ...coreRoutes('articles', 'article'),
  ...coreRoutes('summaries', 'summary'),
  ...coreRoutes('topics', 'topic'),
  ...ratingRoutes,
  ...commentRoutes,
  ...claimRoutes,
  ...deliveryRoutes,
  ...searchRoutes,
  ...syndicationRoutes,
  ...ingestRoutes,
  ...triageRoutes,
  ...noticeRoutes,
  ...openapiRoutes,
];

/** Public and token routes under /api/analysis; admin routes under /analysis. */
export const routes = {
  'content-api': { type: 'content-api' as const, routes: contentApi.map(guarded) },
  admin: {
    type: 'admin' as const,
    routes: [
      ...discussionRoutes,
      ...moderationRoutes,
      ...claimDeskRoutes,
      ...privacyRoutes,
      ...postCacheRoutes,
      ...triageAdminRoutes,
    ].map(guarded),
  },
};
