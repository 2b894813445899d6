import { MODERATE_PERMISSION } from '../access/permissions';
import type { Route } from '../common/core-routes';
import { accepts } from '../common/http';

export const moderationRoutes: Route[] = [
  {
    method: 'PUT',
    path: '/comments/:documentId/status',
    handler: 'moderation.decide',
    config: {
      middlewares: [accepts('application/json')],
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [MODERATE_PERMISSION] } },
      ],
    },
  },
];
