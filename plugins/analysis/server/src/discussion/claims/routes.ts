import { JSON_ONLY, type Route } from '../../platform/strapi/routes';

export const claimRoutes: Route[] = [
  {
    method: 'POST',
    path: '/articles/:documentId/claims',
    handler: 'claim.create',
    takes: JSON_ONLY,
  },
];
