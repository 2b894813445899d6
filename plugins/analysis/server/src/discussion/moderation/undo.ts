import { undoInput, type UndoView } from '../../../../shared/contracts/moderation';
import { inTransaction } from '../../platform/database/connection';
import { decode, notFound } from '../../platform/errors';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { StatusTarget } from '../comments/api';
import type { ModerationDeps } from './deps';
import { selectBatch, type EventRow } from './record-store';

/** Back to the status before a decision, where nobody has decided again and the text is the same. */
const targetOf = ({ commentId, from, to, contentHash }: EventRow): StatusTarget[] =>
  from === null || to === null
    ? []
    : [
        {
          documentId: commentId,
          status: from,
          seen: { contentHash, from: to, exactly: true },
        },
      ];

/**
 * Takes back what was decided together, as far as it stands.
 * @param data as `undoInput`
 * @returns how many comments went back, and how many stay as they are
 * @throws ValidationError; NotFoundError when there is nothing to take back
 */
export const undo =
  ({ comments, strapi }: ModerationDeps) =>
  async (moderator: AdminUser, data: unknown): Promise<UndoView> => {
    const { batch } = decode(undoInput, data);
    return inTransaction(strapi, async (trx) => {
      const events = new Map(
        (await selectBatch(trx, batch)).map((event) => [event.commentId, event])
      );
      if (events.size === 0) throw notFound('Decision');
      const { moved } = await comments.changeStatus(trx, [...events.values()].flatMap(targetOf), {
        kind: 'undo',
        by: moderator,
        batch,
        reason: null,
      });
      return { undone: moved.length, kept: events.size - moved.length };
    });
  };
