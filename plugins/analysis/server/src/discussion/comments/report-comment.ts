import type { Core } from '@strapi/strapi';
import type { Trx } from '../../platform/database/connection';
import { configOf } from '../../config';
import { isCleared, reportWeight } from './rules';
import { selectOpenReports } from './reports-store';
import { moveStatuses } from './change-status';
import type { CommentRow } from './store';

/**
 * Makes a public comment wait for a moderator once its open reports weigh enough. One whose present
 * text a moderator has approved in spite of reports stays: the new ones are only listed.
 */
export async function hideReported(
  strapi: Core.Strapi,
  trx: Trx,
  comment: Pick<CommentRow, 'documentId' | 'status' | 'contentHash' | 'clearedHash'>
): Promise<void> {
  const { documentId, status } = comment;
  const { hideAfterReports, reports } = configOf(strapi).comments;
  if (hideAfterReports === 0 || status !== 'approved' || isCleared(comment)) return;
  const open = await selectOpenReports(trx, documentId);
  if (reportWeight(open, reports.accountWeight) < hideAfterReports) return;
  await moveStatuses(strapi, trx, [{ documentId, status: 'pending' }], {
    kind: 'reports',
    by: null,
    batch: null,
    reason: null,
  });
}
