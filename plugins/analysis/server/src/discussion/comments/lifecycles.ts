import { errors } from '@strapi/utils';
import { COMMENT_STATUSES, type CommentStatus } from '../../../../shared/contracts/comments';
import { fault, type Fault } from '../../../../shared/faults';
import { inTransaction, type Trx } from '../../platform/database/connection';
import { assertNoFaults } from '../../platform/errors';
import { createId, randomToken } from '../../platform/security/hash';
import { refuseMany, type LifecycleEvent, type WriteEvent } from '../../platform/strapi/lifecycles';
import { currentAdmin } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import type { CommentsDeps } from './deps';
import { announceRemoval } from './remove-comment';
import { hasReplies } from './remove-store';
import { cleanFields, contentHash, replyFaults } from './rules';
import { changeStatus } from './change-status';
import { selectSnapshots } from './snapshot-store';
import { findKeys, lockComment, type CommentRow } from './store';
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

/** Runs `work` under an article's lock. */
const inLock = <T>(
  { stats, strapi }: CommentsDeps,
  articleId: DocumentId,
  work: (trx: Trx) => Promise<T>
): Promise<T> =>
  inTransaction(strapi, async (trx) => {
    await stats.lock(trx, articleId);
    return work(trx);
  });

/** Reads a comment under its article's lock, which is released with the caller's transaction. */
async function lockFound(
  deps: CommentsDeps,
  where: Record<string, unknown>
): Promise<CommentRow | null> {
  const keys = await findKeys(deps.strapi, where);
  return keys === null
    ? null
    : inLock(deps, keys.articleId, (trx) => lockComment(trx, keys.documentId));
}

/** The fields that a comment's author wrote, as `CommentRow` names them. */
const AUTHOR_FIELDS = ['content', 'authorName', 'authorEmail', 'authorUrl'] as const;

/**
 * Refuses changes of the fields that stand under a reader's name. Moderators approve, reject or
 * answer a comment; what a person wants gone is erased as personal data.
 */
const authorTextFaults = (before: CommentRow, data: Record<string, unknown>): Fault[] =>
  AUTHOR_FIELDS.filter(
    (name) => data[name] !== undefined && (data[name] || '') !== (before[name] || '')
  ).map((name) =>
    fault(name, 'not_allowed', 'these are its author’s own words: decide on them, or answer them')
  );

/** What is wrong with the status that a comment is to get. */
function stateFaults(before: CommentRow, { state }: Record<string, unknown>): Fault[] {
  if (state === undefined || state === before.status) return [];
  if (!COMMENT_STATUSES.some((status) => status === state)) {
    const message = `must be one of ${COMMENT_STATUSES.join(', ')}`;
    return [fault('state', 'invalid_choice', message)];
  }
  return before.deleted
    ? [fault('state', 'not_allowed', 'its author has deleted this comment')]
    : [];
}

/** Checks a comment that is about to be written, and fills in what only the server writes. */
async function prepareNew(deps: CommentsDeps, data: Record<string, unknown>): Promise<void> {
  const { values, faults } = cleanFields({ content: '', ...data });
  const { articleId, parentId } = data as { articleId?: DocumentId; parentId?: DocumentId };
  if (!articleId) faults.push(fault('articleId', 'required', 'articleId is required'));
  const parent = parentId ? await lockFound(deps, { documentId: parentId }) : null;
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
}

/** What follows from a comment that was written, under its article's lock. */
async function afterNew(deps: CommentsDeps, trx: Trx, comment: CommentRow): Promise<void> {
  const { events, strapi } = deps;
  const { documentId, status } = comment;
  await settleThreads(deps, trx, [{ before: comment, from: null, to: status }]);
  const snapshots = await selectSnapshots(trx, [documentId]);
  await events.emit('comment.created', { trx, snapshots });
  const by = currentAdmin(strapi);
  if (by === null) return;
  await events.emit('comment.entered', { trx, by, comment: { ...comment, to: status } });
}

/** Checks a change, and carries it out as a decision where it is one of the status. */
async function prepareChange(
  deps: CommentsDeps,
  before: CommentRow,
  data: Record<string, unknown>
): Promise<void> {
  for (const field of SERVER_FIELDS) delete data[field];
  const { values, faults } = cleanFields(data);
  assertNoFaults([...faults, ...authorTextFaults(before, data), ...stateFaults(before, data)]);
  const { reason = null } = Object.assign(data, values) as { reason?: string | null };
  const { state } = data as { state?: CommentStatus };
  if (state === undefined || state === before.status) {
    // A reason belongs to a decision, and is stored in its record.
    delete data.reason;
    return;
  }
  await inLock(deps, before.articleId, (trx) =>
    changeStatus(deps)(trx, [{ documentId: before.documentId, status: state }], {
      kind: 'decision',
      by: currentAdmin(deps.strapi),
      batch: randomToken(),
      reason,
    })
  );
}

/** What the hook before a removal leaves to the one after. */
export interface Removed {
  before?: CommentRow;
}

/**
 * Comments that are written past the service: a moderator in the content manager, an import.
 * The same rules, and the counters and the thread's visibility move with them.
 */
export const commentHooks = (deps: CommentsDeps) => ({
  async beforeCreate(event: WriteEvent) {
    await prepareNew(deps, event.params.data);
  },

  async afterCreate(event: LifecycleEvent<{ documentId: DocumentId }>) {
    const { documentId } = event.result;
    const comment = await lockFound(deps, { documentId });
    if (comment === null) return;
    await inLock(deps, comment.articleId, (trx) => afterNew(deps, trx, comment));
  },

  async beforeUpdate(event: WriteEvent) {
    const before = await lockFound(deps, event.params.where ?? {});
    if (before === null) return;
    await prepareChange(deps, before, event.params.data);
  },

  async beforeDelete(event: LifecycleEvent<unknown, Removed>) {
    const before = await lockFound(deps, event.params.where ?? {});
    if (before === null) return;
    await inTransaction(deps.strapi, async (trx) => {
      if (await hasReplies(trx, before.documentId)) {
        throw new errors.ValidationError(
          'A comment with replies stays as their place. Set its status to trash to hide them all.'
        );
      }
    });
    event.state.before = before;
  },

  async afterDelete(event: LifecycleEvent<unknown, Removed>) {
    const { before } = event.state;
    if (before === undefined) return;
    await inLock(deps, before.articleId, async (trx) => {
      await removeRow(deps, trx, before);
      await announceRemoval(deps, trx, before);
    });
  },

  beforeCreateMany: refuseMany('comments'),
  beforeUpdateMany: refuseMany('comments'),
  beforeDeleteMany: refuseMany('comments'),
});
