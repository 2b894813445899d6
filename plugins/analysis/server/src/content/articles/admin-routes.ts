import { adminRoute, type Route } from '../../platform/strapi/routes';

const path = '/articles/:documentId/discussion';

/** Who may publish which article depends on conditions, which the controller asks about. */
export const publicationRoutes: Route[] = [
  adminRoute('POST', '/articles/publish', 'publication.publish', []),
];

/** One of several permissions is enough, which a route's policy cannot say: the controller does. */
export const discussionRoutes: Route[] = [
  adminRoute('GET', path, 'discussion.find', []),
  adminRoute('PUT', path, 'discussion.update', []),
];
