import { JSON_ONLY, type Route } from '../common/core-routes';

export const claimRoutes: Route[] = [
  {
    method: 'POST',
    path: '/articles/:documentId/claims',
    handler: 'claim.create',
    takes: JSON_ONLY,
  },
];
