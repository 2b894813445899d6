import type { Route } from '../../platform/strapi/routes';

export const postRoutes: Route[] = [
  { method: 'GET', path: '/posts/:slug', handler: 'post.findOne' },
  { method: 'GET', path: '/rankings', handler: 'ranking.find' },
  {
    method: 'GET',
    path: '/previews/:documentId',
    handler: 'preview.findOne',
    // Its token says who may.
    config: { auth: false },
  },
  { method: 'GET', path: '/embed.js', handler: 'embed.find' },
];
