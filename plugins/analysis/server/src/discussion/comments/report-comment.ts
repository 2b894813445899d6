import { reportInput } from '../../../../shared/contracts/comments';
import { fault } from '../../../../shared/faults';
import type { Actor } from '../../audience/identity/api';
import type { Trx } from '../../platform/database/connection';
import { ClashError, decode, notFound } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import { changeStatus } from './change-status';
import type { CommentsDeps } from './deps';
import { onComment } from './on-comment';
import { limitReports } from './rate-limits';
import { hasReported, insertReport, selectOpenReports } from './reports-store';
import { isCleared, reportWeight } from './rules';
import { selectSnapshots } from './snapshot-store';
import type { CommentRow } from './store';

/**
 * Makes a public comment wait for a moderator once its open reports weigh enough. One whose present
 * text a moderator has approved in spite of reports stays: the new ones are only listed.
 */
async function hideReported(
  deps: CommentsDeps,
  trx: Trx,
  comment: Pick<CommentRow, 'documentId' | 'status' | 'contentHash' | 'clearedHash'>
): Promise<void> {
  const { documentId, status } = comment;
  const { hideAfterReports, reports } = configOf(deps.strapi).comments;
  if (hideAfterReports === 0 || status !== 'approved' || isCleared(comment)) return;
  const open = await selectOpenReports(trx, documentId);
  if (reportWeight(open, reports.accountWeight) < hideAfterReports) return;
  await changeStatus(deps)(trx, [{ documentId, status: 'pending' }], {
    kind: 'reports',
    by: null,
    batch: null,
    reason: null,
  });
}

/**
 * Reports a public comment to the moderators.
 * @param data as `reportInput`
 * @throws ValidationError; NotFoundError; RateLimitError; ClashError when the actor has reported
 *   this comment before
 */
export const reportComment =
  (deps: CommentsDeps) =>
  async (actor: Actor, commentId: DocumentId, data: unknown): Promise<void> => {
    const { reason, note } = decode(reportInput, data);
    await limitReports(deps, actor);
    await onComment(deps, commentId, async (trx, comment) => {
      if (!comment.visible || comment.deleted) throw notFound('Comment');
      const { articleId } = comment;
      await deps.articles.assertPublished(articleId);
      if (await hasReported(trx, commentId, actor.keys)) {
        throw new ClashError([fault([], 'taken', 'You have reported this comment already')]);
      }
      await insertReport(trx, {
        commentId,
        articleId,
        reporterKey: actor.key,
        network: actor.ipHash,
        byAccount: actor.user !== null,
        reason,
        // One in which nothing can be seen is none.
        note: note || null,
      });
      const snapshots = await selectSnapshots(trx, [commentId]);
      await deps.events.emit('comment.reported', { trx, snapshots });
      await hideReported(deps, trx, comment);
    });
  };
