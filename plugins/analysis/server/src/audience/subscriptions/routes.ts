import type { Route } from '../../platform/strapi/routes';

// Whoever has the link may use it: the token in it is the permission.
export const noticeRoutes: Route[] = [
  { method: 'GET', path: '/notices', handler: 'notice.show', config: { auth: false } },
  {
    method: 'POST',
    path: '/notices',
    handler: 'notice.settle',
    takes: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
    config: { auth: false },
  },
];
