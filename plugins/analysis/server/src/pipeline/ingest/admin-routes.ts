import { adminRoute, type Route } from '../../platform/strapi/routes';

/** Who may is asked of the content manager's permissions, which depend on the article. */
export const pasteRoutes: Route[] = [
  adminRoute('POST', '/posts/preview', 'paste.preview', []),
  adminRoute('POST', '/posts', 'paste.create', []),
];
