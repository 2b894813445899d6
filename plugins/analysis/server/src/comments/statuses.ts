import type { Core } from '@strapi/strapi';
import type { CommentStatus } from '../../../shared/contracts/comments';
import type { Trx } from '../common/database';
import { services, type MovedComment, type StatusTarget } from '../common/services';
import { announceMoves } from './announcements';
import { canMove } from './rules';
import { clearReported } from './reports-store';
import { lockComments, selectArticlesOf, updateStatuses, type CommentRow } from './store';
import { settleThreads } from './threads';

/**
 * Gives comments other statuses; the public view and the counters follow in the same transaction
 * and a number of statements that does not grow with the comments.
 * @param options.accepts refuses comments one by one, as they are once they are locked
 * @returns those that were moved; one that has the status already, or is erased, is not
 */
export async function moveStatuses(
  strapi: Core.Strapi,
  trx: Trx,
  targets: StatusTarget[],
  options: { reason: string | null; accepts?: (comment: CommentRow) => boolean }
): Promise<MovedComment[]> {
  const wanted = new Map(targets.map(({ documentId, status }) => [documentId, status]));
  const ids = [...wanted.keys()];
  await services(strapi).stats.lockAll(trx, await selectArticlesOf(trx, ids));
  const comments = (await lockComments(trx, ids)).filter(
    (comment) =>
      (options.accepts?.(comment) ?? true) &&
      canMove(comment, wanted.get(comment.documentId) as CommentStatus)
  );
  if (comments.length === 0) return [];
  const targetOf = ({ documentId }: CommentRow) => wanted.get(documentId) as CommentStatus;
  for (const status of new Set(comments.map(targetOf))) {
    const those = comments.filter((comment) => targetOf(comment) === status);
    await updateStatuses(
      trx,
      those.map(({ documentId }) => documentId),
      { status, reason: options.reason }
    );
    // Only moderators approve what is there already.
    if (status === 'approved')
      await clearReported(
        trx,
        those.map(({ documentId }) => documentId)
      );
  }
  const visible = await settleThreads(
    strapi,
    trx,
    comments.map((before) => ({ before, from: before.status, to: targetOf(before) }))
  );
  const moved = comments.map((comment) => ({
    documentId: comment.documentId,
    articleId: comment.articleId,
    from: comment.status,
    to: targetOf(comment),
    contentHash: comment.contentHash,
    visible: visible.has(comment.documentId),
  }));
  await announceMoves(strapi, trx, moved);
  await services(strapi).triage.learn(moved);
  return moved;
}
