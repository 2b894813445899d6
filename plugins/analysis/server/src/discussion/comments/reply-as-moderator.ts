import type { Trx } from '../../platform/database/connection';
import { assertNoFaults, notFound } from '../../platform/errors';
import type { AdminUser } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import { changeStatus } from './change-status';
import type { CommentsDeps } from './deps';
import { contentHash, replyFaults } from './rules';
import { selectSnapshots } from './snapshot-store';
import {
  insertComments,
  lockComment,
  selectComment,
  type CommentRow,
  type NewComment,
} from './store';
import { settleThreads } from './threads';

const newReply = (parent: CommentRow, moderator: AdminUser, content: string): NewComment => ({
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
});

/**
 * Writes a moderator's reply, public at once, and approves what it answers when that waits.
 * @returns the reply's id
 * @throws NotFoundError when there is nothing to answer; ValidationError when it is too deep
 */
export const replyAsModerator =
  (deps: CommentsDeps) =>
  async (
    trx: Trx,
    moderator: AdminUser,
    commentId: DocumentId,
    content: string
  ): Promise<DocumentId> => {
    const found = await selectComment(trx, commentId);
    if (found === null) throw notFound('Comment');
    await deps.stats.lock(trx, found.articleId);
    const parent = await lockComment(trx, commentId);
    if (parent === null) throw notFound('Comment');
    assertNoFaults(replyFaults(parent.deleted ? null : parent));
    if (parent.status === 'pending') {
      await changeStatus(deps)(trx, [{ documentId: commentId, status: 'approved' }], {
        kind: 'reply',
        by: moderator,
        batch: null,
        reason: null,
      });
    }
    const [reply] = (await insertComments(trx, [newReply(parent, moderator, content)])) as [
      CommentRow,
    ];
    await settleThreads(deps, trx, [{ before: reply, from: null, to: 'approved' }]);
    const snapshots = await selectSnapshots(trx, [reply.documentId]);
    await deps.events.emit('comment.created', { trx, snapshots });
    return reply.documentId;
  };
