import type { Route } from '../common/core-routes';

export const openapiRoutes: Route[] = [
  { method: 'GET', path: '/openapi.json', handler: 'openapi.find' },
  { method: 'GET', path: '/docs', handler: 'docs.find' },
];
