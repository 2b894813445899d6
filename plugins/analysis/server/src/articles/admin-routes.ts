import { adminRoute, type Route } from '../common/core-routes';

const path = '/articles/:documentId/discussion';

/** One of several permissions is enough, which a route's policy cannot say: the controller does. */
export const discussionRoutes: Route[] = [
  adminRoute('GET', path, 'discussion.find', []),
  adminRoute('PUT', path, 'discussion.update', []),
];
