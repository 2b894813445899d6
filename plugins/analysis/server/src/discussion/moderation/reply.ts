import { moderatorReplyInput, type QueueCard } from '../../../../shared/contracts/moderation';
import { inTransaction } from '../../platform/database/connection';
import { decode, notFound } from '../../platform/errors';
import { isDocumentId } from '../../platform/security/hash';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import type { ModerationDeps } from './deps';
import { readCard } from './read-card';

/**
 * Replies to a comment: public at once, and what it answers is approved.
 * @param data as `moderatorReplyInput`
 * @returns the reply
 * @throws ValidationError; NotFoundError
 */
export const reply =
  (deps: ModerationDeps) =>
  async (moderator: AdminUser, commentId: DocumentId, data: unknown): Promise<QueueCard> => {
    const { content } = decode(moderatorReplyInput, data);
    if (!isDocumentId(commentId)) throw notFound('Comment');
    const replyId = await inTransaction(deps.strapi, (trx) =>
      deps.comments.replyAsModerator(trx, moderator, commentId, content)
    );
    return readCard(deps, replyId, moderator);
  };
