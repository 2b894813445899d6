import { MODERATION } from '../../../../shared/permissions';
import { adminRoute, type Route } from '../../platform/strapi/routes';

const route = (
  method: Route['method'],
  path: string,
  action: string,
  query: readonly string[] = []
): Route => adminRoute(method, path, `ban.${action}`, [MODERATION.ban], query);

export const banRoutes: Route[] = [
  route('GET', '/moderation/bans', 'find', ['limit', 'cursor']),
  route('DELETE', '/moderation/bans/:documentId', 'lift'),
  route('POST', '/moderation/bans/:documentId/restore', 'restore'),
];
