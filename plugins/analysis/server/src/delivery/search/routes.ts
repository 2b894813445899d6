import { ACTION } from '../../../../shared/permissions';
import type { Route } from '../../platform/strapi/routes';

/** Who may not read posts does not come to their text by searching either. */
export const searchRoutes: Route[] = [
  {
    method: 'GET',
    path: '/posts',
    handler: 'search.find',
    config: { auth: { scope: [ACTION.searchFind, ACTION.postFindOne] } },
  },
  {
    method: 'GET',
    path: '/posts/:slug/related',
    handler: 'related.find',
    config: { auth: { scope: [ACTION.relatedFind, ACTION.postFindOne] } },
  },
];
