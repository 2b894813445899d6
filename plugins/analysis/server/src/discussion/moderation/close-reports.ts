import { reportsDecisionInput } from '../../../../shared/contracts/moderation';
import { inTransaction } from '../../platform/database/connection';
import { decode, notFound } from '../../platform/errors';
import { isDocumentId, randomToken } from '../../platform/security/hash';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import type { ModerationDeps } from './deps';
import { selectByIds } from './queue-store';
import { selectLastEvents } from './record-store';

/**
 * Closes the open reports of a comment: upheld, they reject it; dismissed, they show it again where
 * they had hidden it.
 * @param data as `reportsDecisionInput`
 * @returns how many reports were open
 * @throws ValidationError; NotFoundError
 */
export const closeReports =
  ({ comments, stats, strapi }: ModerationDeps) =>
  async (
    moderator: AdminUser,
    commentId: DocumentId,
    data: unknown
  ): Promise<{ closed: number }> => {
    const { verdict } = decode(reportsDecisionInput, data);
    if (!isDocumentId(commentId)) throw notFound('Comment');
    return inTransaction(strapi, async (trx) => {
      const [comment] = await selectByIds(trx, [commentId]);
      if (comment === undefined) throw notFound('Comment');
      // Always the first lock, as everywhere: see `stats.lock`.
      await stats.lock(trx, comment.articleId);
      const closed = await comments.closeReports(trx, [commentId], verdict);
      // Only what the reports hid is shown again: whoever edited meanwhile waits as before.
      const last = (await selectLastEvents(trx, [commentId])).get(commentId);
      const wasHidden = last?.kind === 'reports' && last.to === 'pending';
      const status = verdict === 'upheld' ? 'rejected' : wasHidden ? 'approved' : null;
      if (status !== null) {
        await comments.changeStatus(trx, [{ documentId: commentId, status }], {
          kind: 'reports',
          by: moderator,
          batch: randomToken(),
          reason: null,
          recorded: verdict,
        });
      }
      return { closed };
    });
  };
