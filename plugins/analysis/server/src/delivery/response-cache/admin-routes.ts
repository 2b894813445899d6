import { CACHE } from '../../../../shared/permissions';
import { adminRoute, type Route } from '../../platform/strapi/routes';

export const postCacheRoutes: Route[] = [
  adminRoute('GET', '/post-cache', 'post-cache.find', [CACHE]),
  adminRoute('POST', '/post-cache/empty', 'post-cache.empty', [CACHE]),
];
