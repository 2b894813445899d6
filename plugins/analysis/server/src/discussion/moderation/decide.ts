import { decisionInput, type DecisionView } from '../../../../shared/contracts/moderation';
import { fault } from '../../../../shared/faults';
import { inTransaction } from '../../platform/database/connection';
import { assertNoFaults, decode, EditedError, notFound } from '../../platform/errors';
import { isDocumentId, randomToken } from '../../platform/security/hash';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Refusal } from '../comments/api';
import type { ModerationDeps } from './deps';
import { readCard } from './read-card';

const WHY: Record<Exclude<Refusal, 'erased'>, string> = {
  changed: 'The text has changed since you saw it',
  decided: 'Someone has decided on this comment meanwhile',
};

/**
 * Gives a comment the status that a moderator decided on.
 * @param data as `decisionInput`
 * @returns `batch` names what can be undone, null where the comment had the status already
 * @throws ValidationError, also for a comment that its author has erased; NotFoundError;
 *   EditedError with the comment as it is, when it is not what the moderator saw
 */
export const decide =
  (deps: ModerationDeps) =>
  async (moderator: AdminUser, commentId: DocumentId, data: unknown): Promise<DecisionView> => {
    const { status, reason = null, ...seen } = decode(decisionInput, data);
    if (!isDocumentId(commentId)) throw notFound('Comment');
    const batch = randomToken();
    const { moved, unchanged, refused } = await inTransaction(deps.strapi, (trx) =>
      deps.comments.changeStatus(trx, [{ documentId: commentId, status, seen }], {
        kind: 'decision',
        by: moderator,
        batch,
        reason,
      })
    );
    const refusal = refused[0]?.refusal;
    if (refusal === 'erased') {
      assertNoFaults([fault('status', 'not_allowed', 'its author has deleted this comment')]);
    } else if (refusal !== undefined) {
      const current = await readCard(deps, commentId, moderator);
      throw new EditedError(WHY[refusal], { current });
    }
    const [move] = moved;
    const comment = move ?? unchanged[0];
    if (comment === undefined) throw notFound('Comment');
    return {
      documentId: commentId,
      status,
      previousStatus: move?.from ?? status,
      visible: comment.visible,
      batch: move === undefined ? null : batch,
    };
  };
