import type { Route } from '../../platform/strapi/routes';

export const openapiRoutes: Route[] = [
  { method: 'GET', path: '/openapi.json', handler: 'openapi.find' },
  { method: 'GET', path: '/docs', handler: 'docs.find' },
];
