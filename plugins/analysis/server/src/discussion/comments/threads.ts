import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { Trx } from '../../platform/database/connection';
import type { CommentDeltas } from '../../content/stats/api';
import type { DocumentId } from '../../platform/strapi/uids';
import type { CommentsDeps } from './deps';
import { deleteComment, hasReplies } from './remove-store';
import { visibleIn } from './rules';
import { lockComment, type CommentRow } from './store';
import {
  selectMiscounted,
  selectThreads,
  updateReplyCounts,
  updateVisible,
  type StoredThreadRow,
} from './threads-store';

/** A comment as it was before a change, and what the change made of its status. */
export interface Move {
  before: Pick<CommentRow, 'articleId' | 'rootId' | 'documentId' | 'visible' | 'deleted'>;
  /** Status before and after; null is "not counted", as a deleted comment is. */
  from: CommentStatus | null;
  to: CommentStatus | null;
}

/** Adds up what moves and changed flags mean for each article's counters. */
function deltasOf(
  moves: Move[],
  changed: { articleId: DocumentId; visible: 1 | -1 }[]
): Map<DocumentId, CommentDeltas> {
  const deltas = new Map<DocumentId, { byStatus: Record<string, number>; visible: number }>();
  const of = (articleId: DocumentId) => {
    const found = deltas.get(articleId) ?? { byStatus: {}, visible: 0 };
    deltas.set(articleId, found);
    return found;
  };
  for (const { before, from, to } of moves) {
    const { byStatus } = of(before.articleId);
    if (from !== null) byStatus[from] = (byStatus[from] ?? 0) - 1;
    if (to !== null) byStatus[to] = (byStatus[to] ?? 0) + 1;
  }
  for (const { articleId, visible } of changed) of(articleId).visible += visible;
  return deltas;
}

/** The threads whose number of visible replies is not the stored one, and what it is. */
function changedCounts(
  rows: StoredThreadRow[],
  visible: ReadonlySet<DocumentId>
): Map<DocumentId, number> {
  const counts = new Map<DocumentId, number>();
  for (const { documentId, parentId, rootId, deleted } of rows) {
    // As an article's comments are counted: the place that a deleted one leaves is none.
    if (parentId !== null && !deleted && visible.has(documentId)) {
      counts.set(rootId, (counts.get(rootId) ?? 0) + 1);
    }
  }
  return new Map(
    rows
      .filter(({ parentId }) => parentId === null)
      .filter(({ documentId, replyCount }) => (counts.get(documentId) ?? 0) !== replyCount)
      .map(({ documentId }) => [documentId, counts.get(documentId) ?? 0])
  );
}

/** Counts the replies of an article's threads again; returns whether any was wrong. */
export async function recountThreads(trx: Trx, articleId: DocumentId): Promise<boolean> {
  const wrong = await selectMiscounted(trx, articleId);
  await updateReplyCounts(trx, wrong);
  return wrong.size > 0;
}

/**
 * Brings the visibility flags of the threads that some comments are in, their numbers of replies
 * and their articles' counters in line after the comments themselves were written: in a number of
 * statements that does not grow with them.
 * @returns the documentIds in those threads that the public may see now
 */
export async function settleThreads(
  deps: CommentsDeps,
  trx: Trx,
  moves: Move[]
): Promise<Set<DocumentId>> {
  const roots = [...new Set(moves.map(({ before }) => before.rootId))];
  const rows = await selectThreads(trx, roots);
  const visible = visibleIn(rows);
  const shown = rows.filter((row) => !row.visible && visible.has(row.documentId));
  const hidden = rows.filter((row) => row.visible && !visible.has(row.documentId));
  const ids = (some: typeof rows) => some.map(({ documentId }) => documentId);
  await updateVisible(trx, ids(shown), true);
  await updateVisible(trx, ids(hidden), false);
  await updateReplyCounts(trx, changedCounts(rows, visible));

  const counted = (some: typeof rows) => some.filter(({ deleted }) => !deleted);
  const byId = new Map(rows.map((row) => [row.documentId, row]));
  // One that was just erased was counted as visible until now, and is not counted any more.
  const erased = moves
    .map(({ before }) => before)
    .filter(
      ({ documentId, deleted, visible: was }) => was && !deleted && byId.get(documentId)?.deleted
    );
  const changed = [
    ...counted(shown).map(({ articleId }) => ({ articleId, visible: 1 as const })),
    ...counted(hidden).map(({ articleId }) => ({ articleId, visible: -1 as const })),
    ...erased.map(({ articleId }) => ({ articleId, visible: -1 as const })),
  ];
  await deps.stats.moveComments(trx, deltasOf(moves, changed));
  const articleIds = [...new Set(moves.map(({ before }) => before.articleId))];
  await deps.events.emit('discussion.changed', { articleIds });
  return visible;
}

/**
 * Deletes a comment that has no replies, and the tombstones above it that now stand alone.
 */
export async function removeRow(deps: CommentsDeps, trx: Trx, comment: CommentRow): Promise<void> {
  await deleteComment(trx, comment.documentId);
  const shown = comment.visible && !comment.deleted;
  await deps.stats.moveComments(
    trx,
    deltasOf(
      [{ before: comment, from: comment.deleted ? null : comment.status, to: null }],
      shown ? [{ articleId: comment.articleId, visible: -1 }] : []
    )
  );
  await pruneTombstones(trx, comment.parentId);
  await settleThreads(deps, trx, [{ before: comment, from: null, to: null }]);
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
