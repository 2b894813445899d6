import type { Route } from '../common/core-routes';

export const deliveryRoutes: Route[] = [
  { method: 'GET', path: '/posts/:slug', handler: 'post.findOne' },
  { method: 'GET', path: '/rankings', handler: 'ranking.find' },
  { method: 'GET', path: '/embed.js', handler: 'embed.find' },
];
