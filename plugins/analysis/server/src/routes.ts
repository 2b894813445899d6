import { coreRoutes, type Route } from './common/core-routes';
import { conflictsAs409, wellFormedUrl } from './common/http';

/** What every public or token route does first. */
const guarded = (route: Route): Route => ({
  ...route,
  config: {
    ...route.config,
    middlewares: [
      wellFormedUrl,
      conflictsAs409,
      ...((route.config?.middlewares as unknown[] | undefined) ?? []),
    ],
  },
});

const contentApi: Route[] = [
  ...coreRoutes('articles', 'article'),
  ...coreRoutes('summaries', 'summary'),
  ...coreRoutes('topics', 'topic'),
];

/** Public and token routes under /api/analysis; admin routes under /analysis. */
export const routes = {
  'content-api': { type: 'content-api' as const, routes: contentApi.map(guarded) },
  admin: { type: 'admin' as const, routes: [] as Route[] },
};
