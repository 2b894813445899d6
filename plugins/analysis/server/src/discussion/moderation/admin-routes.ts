import { QUEUE_FILTERS } from '../../../../shared/contracts/moderation';
import { MODERATION } from '../../../../shared/permissions';
import { adminRoute, type Route } from '../../platform/strapi/routes';

const route = (
  method: Route['method'],
  path: string,
  action: string,
  permission: string,
  query: readonly string[] = []
): Route => adminRoute(method, path, `moderation.${action}`, [permission], query);

const one = '/moderation/comments/:documentId';
const { read, decide, ban } = MODERATION;

export const moderationRoutes: Route[] = [
  route('GET', '/moderation/queue', 'queue', read, [
    ...['tab', 'sort', 'limit', 'cursor'],
    ...QUEUE_FILTERS,
  ]),
  route('GET', '/moderation/counts', 'counts', read, QUEUE_FILTERS),
  route('GET', '/moderation/summary', 'summary', read),
  route('GET', '/moderation/articles', 'articles', read, ['ids']),
  route('GET', one, 'detail', read),
  route('PUT', '/comments/:documentId/status', 'decide', decide),
  route('POST', '/moderation/bulk', 'bulk', decide),
  route('POST', '/moderation/undo', 'undo', decide),
  route('POST', `${one}/replies`, 'reply', decide),
  route('PUT', `${one}/reports`, 'reports', decide),
  route('POST', '/moderation/bans', 'ban', ban),
];
