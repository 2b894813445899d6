import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { CommentStatus } from '../../../shared/contracts/comments';
import { fault } from '../../../shared/faults';
import { inTransaction, type Trx } from '../common/database';
import { assertNoFaults } from '../common/errors';
import { createId } from '../common/ids';
import { refuseMany, type LifecycleEvent } from '../common/lifecycles';
import { currentModerator } from '../common/moderator';
import { services } from '../common/services';
import type { DocumentId } from '../common/uids';
import { announceMoves } from './announcements';
import { cleanFields, contentHash, replyFaults } from './rules';
import { findKeys, hasReplies, lockComment, type CommentRow } from './store';
import { removeRow, settleThreads } from './threads';

/** What only the server writes; what a caller sends for it is dropped. */
const SERVER_FIELDS = [
  'articleId',
  'parentId',
  'rootId',
  'depth',
  'visible',
  'replyCount',
  'contentHash',
  'clearedHash',
  'authorKey',
  'userId',
  'editTokenHash',
  'addressId',
  'ipHash',
  'userAgent',
  'reportCount',
  'moderator',
  'heldReasons',
  'heldPhases',
  'fingerprint',
  'language',
  'editedAt',
  'deletedAt',
] as const;

const inLock = <T>(articleId: DocumentId, work: (trx: Trx) => Promise<T>): Promise<T> =>
  inTransaction(strapi as Core.Strapi, async (trx) => {
    await services(strapi).stats.lock(trx, articleId);
    return work(trx);
  });

/** The comment that is about to be written, its article's lock held until the write is done. */
const findComment = async (where: Record<string, unknown>): Promise<CommentRow | null> => {
  const keys = await findKeys(strapi, where);
  return keys === null ? null : inLock(keys.articleId, (trx) => lockComment(trx, keys.documentId));
};

/**
 * Comments that are written past the service: a moderator in the content manager, an import.
 * The same rules, and the counters and the thread's visibility move with them.
 */
export const commentLifecycles = {
  async beforeCreate(event: LifecycleEvent) {
    const data = event.params.data as Record<string, unknown>;
    const { values, faults } = cleanFields({ content: '', ...data });
    const { articleId, parentId } = data as { articleId?: DocumentId; parentId?: DocumentId };
    if (!articleId) faults.push(fault('articleId', 'required', 'articleId is required'));
    const parent = parentId ? await findComment({ documentId: parentId }) : null;
    if (parentId) {
      const fits = parent !== null && parent.articleId === articleId && !parent.deleted;
      faults.push(
        ...replyFaults(fits ? parent : null).map((each) => ({ ...each, path: ['parentId'] }))
      );
    }
    assertNoFaults(faults);
    const documentId = (data.documentId as DocumentId | undefined) ?? createId();
    for (const field of SERVER_FIELDS) delete data[field];
    Object.assign(data, values, {
      documentId,
      articleId,
      parentId: parent?.documentId ?? null,
      rootId: parent?.rootId ?? documentId,
      depth: parent === null ? 0 : parent.depth + 1,
      contentHash: contentHash(values.content as string),
    });
  },

  async afterCreate(event: LifecycleEvent) {
    const { documentId } = event.result as { documentId: DocumentId };
    const comment = await findComment({ documentId });
    if (comment === null) return;
    await inLock(comment.articleId, async (trx) => {
      await settleThreads(strapi, trx, [{ before: comment, from: null, to: comment.status }]);
      await services(strapi).events.comments(trx, 'created', [comment.documentId]);
    });
  },

  async beforeUpdate(event: LifecycleEvent) {
    const before = await findComment(event.params.where ?? {});
    if (before === null) return;
    const data = event.params.data as Record<string, unknown>;
    for (const field of SERVER_FIELDS) delete data[field];
    if (before.deleted) {
      // Nothing is left of it but its place in the thread.
      for (const field of ['content', 'authorName', 'authorEmail', 'authorUrl']) delete data[field];
    }
    const { values, faults } = cleanFields(data);
    assertNoFaults(faults);
    const { content } = values as { content?: string };
    const changed = content !== undefined && content !== before.content;
    Object.assign(
      data,
      values,
      changed ? { contentHash: contentHash(content), editedAt: new Date() } : {}
    );
    event.state.before = before;
  },

  async afterUpdate(event: LifecycleEvent) {
    const before = event.state.before as CommentRow | undefined;
    const after = event.result as { state: CommentStatus } | null;
    if (before === undefined || after === null) return;
    const counted = (status: CommentStatus) => (before.deleted ? null : status);
    await inLock(before.articleId, async (trx) => {
      const move = { before, from: counted(before.status), to: counted(after.state) };
      await settleThreads(strapi, trx, [move]);
      if (before.deleted || before.status === after.state) return;
      await services(strapi).moderation.record(trx, {
        kind: 'decision',
        by: currentModerator(strapi),
        batch: null,
        reason: null,
        comments: [{ ...before, from: before.status, to: after.state }],
      });
      await announceMoves(strapi, trx, [{ documentId: before.documentId, to: after.state }]);
    });
  },

  async beforeDelete(event: LifecycleEvent) {
    const before = await findComment(event.params.where ?? {});
    if (before === null) return;
    await inTransaction(strapi as Core.Strapi, async (trx) => {
      if (await hasReplies(trx, before.documentId)) {
        throw new errors.ValidationError(
          'A comment with replies stays as their place. Set its status to trash to hide them all.'
        );
      }
    });
    event.state.before = before;
  },

  async afterDelete(event: LifecycleEvent) {
    const before = event.state.before as CommentRow | undefined;
    if (before === undefined) return;
    await inLock(before.articleId, (trx) => removeRow(strapi, trx, before));
  },

  beforeCreateMany: refuseMany('comments'),
  beforeUpdateMany: refuseMany('comments'),
  beforeDeleteMany: refuseMany('comments'),
};
