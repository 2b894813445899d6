import type { Core } from '@strapi/strapi';
import type { Trx } from '../common/database';
import { services } from '../common/services';
import { configOf } from '../config';
import { moveStatuses } from './statuses';
import { selectReportCount, type CommentRow } from './store';

/** Makes a public comment wait for a moderator once enough readers have reported it. */
export async function hideReported(
  strapi: Core.Strapi,
  trx: Trx,
  { documentId, status }: Pick<CommentRow, 'documentId' | 'status'>
): Promise<void> {
  const { hideAfterReports } = configOf(strapi).comments;
  if (hideAfterReports === 0 || status !== 'approved') return;
  if ((await selectReportCount(trx, documentId)) < hideAfterReports) return;
  const moved = await moveStatuses(strapi, trx, [{ documentId, status: 'pending' }], {
    reason: null,
  });
  await services(strapi).moderation.record(trx, {
    kind: 'reports',
    by: null,
    batch: null,
    reason: null,
    comments: moved,
  });
}
