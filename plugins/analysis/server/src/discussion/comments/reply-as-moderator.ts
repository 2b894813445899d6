import type { Core } from '@strapi/strapi';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { Trx } from '../../platform/database/connection';
import { assertNoFaults, notFound } from '../../platform/errors';
import { services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { contentHash, replyFaults } from './rules';
import { moveStatuses } from './change-status';
import { insertComments, lockComment, selectComment, type CommentRow } from './store';
import { settleThreads } from './threads';

/**
 * Writes a moderator's reply, public at once, and approves what it answers when that waits.
 * @throws NotFoundError when there is nothing to answer; ValidationError when it is too deep
 */
export async function answerComment(
  strapi: Core.Strapi,
  trx: Trx,
  {
    moderator,
    commentId,
    content,
  }: { moderator: AdminUser; commentId: DocumentId; content: string }
): Promise<DocumentId> {
  const found = await selectComment(trx, commentId);
  if (found === null) throw notFound('Comment');
  const { stats } = services(strapi);
  await stats.lock(trx, found.articleId);
  const parent = await lockComment(trx, commentId);
  if (parent === null) throw notFound('Comment');
  assertNoFaults(replyFaults(parent.deleted ? null : parent));
  if (parent.status === 'pending') {
    await moveStatuses(strapi, trx, [{ documentId: commentId, status: 'approved' }], {
      kind: 'reply',
      by: moderator,
      batch: null,
      reason: null,
    });
  }
  const [reply] = (await insertComments(trx, [
    {
      articleId: parent.articleId,
      parent,
      status: 'approved',
      visible: false,
      content,
      contentHash: contentHash(content),
      author: { name: moderator.name, email: null, url: null },
      moderator: true,
      language: null,
      heldReasons: [],
      fingerprint: null,
      authorKey: null,
      userId: null,
      editTokenHash: null,
      ipHash: null,
      userAgent: null,
      addressId: null,
    },
  ])) as [CommentRow];
  await settleThreads(strapi, trx, [{ before: reply, from: null, to: 'approved' }]);
  await services(strapi).events.comments(trx, 'created', [reply.documentId]);
  return reply.documentId;
}
