import type { Core } from '@strapi/strapi';
import type { Trx } from '../common/database';
import { services } from '../common/services';
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
  services(strapi).triage.forget(comment.documentId);
  if (!(await hasReplies(trx, comment.documentId))) return removeRow(strapi, trx, comment);
  const status = tombstoneStatus(comment.status);
  await eraseComment(trx, comment.documentId, { status, deletedAt: new Date() });
  await settleThreads(strapi, trx, [
    { before: comment, from: comment.deleted ? null : comment.status, to: null },
  ]);
}
