import type { Route } from '../../platform/strapi/routes';

export const triageRoutes: Route[] = [
  {
    method: 'GET',
    path: '/comment-token',
    handler: 'comment-token.find',
    // It says the time of day, to anyone.
    config: { auth: false },
  },
];
