import type { Route } from '../common/core-routes';
import { accepts } from '../common/http';

export const claimRoutes: Route[] = [
  {
    method: 'POST',
    path: '/articles/:documentId/claims',
    handler: 'claim.create',
    config: { middlewares: [accepts('application/json')] },
  },
];
