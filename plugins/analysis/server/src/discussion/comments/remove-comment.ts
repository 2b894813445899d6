import type { Core } from '@strapi/strapi';
import type { Trx } from '../../platform/database/connection';
import { currentAdmin } from '../../platform/strapi/admin-user';
import { services } from '../../common/services';
import { tombstoneStatus } from './rules';
import { eraseComment, hasReplies, type CommentRow } from './store';
import { removeRow, settleThreads } from './threads';

/**
 * Takes a comment away, its article's lock being held: the row, or where there are replies its
 * text and everything about its author, so that the thread still makes sense.
 */
export async function discardComment(
  strapi: Core.Strapi,
  trx: Trx,
  comment: CommentRow
): Promise<void> {
  if (!(await hasReplies(trx, comment.documentId))) {
    await removeRow(strapi, trx, comment);
    return recordRemoval(strapi, trx, comment);
  }
  const status = tombstoneStatus(comment.status);
  await eraseComment(trx, comment.documentId, { status, deletedAt: new Date() });
  await settleThreads(strapi, trx, [
    { before: comment, from: comment.deleted ? null : comment.status, to: null },
  ]);
  return recordRemoval(strapi, trx, comment);
}

/** Of a comment that is gone nothing is kept but that it was decided about, and who removed it. */
export async function recordRemoval(
  strapi: Core.Strapi,
  trx: Trx,
  { documentId, articleId, status }: CommentRow
): Promise<void> {
  const { moderation, triage } = services(strapi);
  triage.forget(documentId);
  await moderation.strip(trx, documentId);
  await moderation.record(trx, {
    kind: 'purge',
    by: currentAdmin(strapi),
    batch: null,
    reason: null,
    comments: [{ documentId, articleId, from: status, to: null, contentHash: null }],
  });
}
