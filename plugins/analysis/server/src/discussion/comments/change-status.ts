import type { Core } from '@strapi/strapi';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { Trx } from '../../platform/database/connection';
import {
  services,
  type MovedComment,
  type StatusChange,
  type StatusTarget,
} from '../../common/services';
import { announceMoves } from './announcements';
import { canMove, reportsVerdict } from './rules';
import { closeReports } from './reports-store';
import { lockComments, selectArticlesOf, updateStatuses, type CommentRow } from './store';
import { settleThreads } from './threads';

/**
 * Gives comments other statuses. It is the only way to do so, for the desk, the content manager,
 * reports, bans and undo alike: the public view and the counters follow in the same transaction,
 * open reports are closed, the record names who did it, others are told and triage learns. The
 * number of statements does not grow with the comments.
 * @returns those that were moved; one that has the status already, or is erased, is not
 */
export async function moveStatuses(
  strapi: Core.Strapi,
  trx: Trx,
  targets: StatusTarget[],
  change: StatusChange
): Promise<MovedComment[]> {
  const wanted = new Map(targets.map(({ documentId, status }) => [documentId, status]));
  const ids = [...wanted.keys()];
  const { moderation, stats, triage } = services(strapi);
  await stats.lockMany(trx, await selectArticlesOf(trx, ids));
  const targetOf = ({ documentId }: CommentRow) => wanted.get(documentId) as CommentStatus;
  const decided = (await lockComments(trx, ids)).filter(
    (comment) => change.accepts?.(comment) ?? true
  );
  const idsTo = (some: CommentRow[], status: CommentStatus) =>
    some.filter((comment) => targetOf(comment) === status).map(({ documentId }) => documentId);
  for (const status of new Set(decided.map(targetOf))) {
    const verdict = reportsVerdict(status);
    if (verdict !== null) await closeReports(trx, idsTo(decided, status), verdict);
  }
  const comments = decided.filter((comment) => canMove(comment, targetOf(comment)));
  if (comments.length === 0) return [];
  for (const status of new Set(comments.map(targetOf))) {
    await updateStatuses(trx, idsTo(comments, status), { status, reason: change.reason });
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
  const { kind, by, batch, reason, recorded = reason } = change;
  await moderation.record(trx, { kind, by, batch, reason: recorded, comments: moved });
  await announceMoves(strapi, trx, moved);
  await triage.learn(moved);
  return moved;
}
