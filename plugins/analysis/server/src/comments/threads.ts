import type { Core } from '@strapi/strapi';
import type { CommentStatus } from '../../../shared/contracts/comments';
import type { Trx } from '../common/database';
import { services } from '../common/services';
import type { DocumentId } from '../common/uids';
import { visibleIn } from './rules';
import {
  deleteComment,
  hasReplies,
  lockComment,
  selectThread,
  updateVisible,
  type CommentRow,
} from './store';

/** How many comments a change moved from one status to another; null is "not counted". */
interface Move {
  from: CommentStatus | null;
  to: CommentStatus | null;
}

/** What the public may see of one thread before a change: itself and whether it was deleted. */
type Changed = Pick<CommentRow, 'articleId' | 'rootId' | 'documentId' | 'visible' | 'deleted'>;

/**
 * Brings the visibility flags of a comment's thread and its article's counters in line, after
 * the comment itself was written.
 * @param before the comment as it was
 * @param move its status before and after; a deleted comment is not counted
 * @returns the documentIds of the thread that the public may see now
 */
export async function settleThread(
  strapi: Core.Strapi,
  trx: Trx,
  before: Changed,
  { from, to }: Move
): Promise<Set<DocumentId>> {
  const rows = await selectThread(trx, before.rootId);
  const visible = visibleIn(rows);
  const shown = rows.filter((row) => !row.visible && visible.has(row.documentId));
  const hidden = rows.filter((row) => row.visible && !visible.has(row.documentId));
  const ids = (changed: typeof rows) => changed.map(({ documentId }) => documentId);
  await updateVisible(trx, ids(shown), true);
  await updateVisible(trx, ids(hidden), false);

  const counted = (changed: typeof rows) => changed.filter(({ deleted }) => !deleted).length;
  const byStatus: Partial<Record<CommentStatus, number>> = {};
  if (from !== to) {
    if (from !== null) byStatus[from] = -1;
    if (to !== null) byStatus[to] = 1;
  }
  // One that was just erased was counted as visible until now, and is not counted any more.
  const now = rows.find(({ documentId }) => documentId === before.documentId);
  const erased = now?.deleted === true && !before.deleted;
  const lost = erased && before.visible ? 1 : 0;
  await services(strapi).stats.moveComments(trx, before.articleId, {
    byStatus,
    visible: counted(shown) - counted(hidden) - lost,
  });
  return visible;
}

/**
 * Deletes a comment that has no replies, and the tombstones above it that now stand alone.
 */
export async function removeRow(strapi: Core.Strapi, trx: Trx, comment: CommentRow): Promise<void> {
  await deleteComment(trx, comment.documentId);
  await services(strapi).stats.moveComments(trx, comment.articleId, {
    byStatus: comment.deleted ? {} : { [comment.status]: -1 },
    visible: comment.visible && !comment.deleted ? -1 : 0,
  });
  await pruneTombstones(trx, comment.parentId);
  await settleThread(strapi, trx, comment, { from: null, to: null });
}

/** Deletes tombstones upwards as long as nothing is left below them. */
async function pruneTombstones(trx: Trx, parentId: DocumentId | null): Promise<void> {
  let next = parentId;
  while (next !== null) {
    const parent: CommentRow | null = await lockComment(trx, next);
    if (parent === null || !parent.deleted || (await hasReplies(trx, next))) return;
    await deleteComment(trx, next);
    next = parent.parentId;
  }
}
