import type { Actor } from '../../audience/identity/api';
import type { Trx } from '../../platform/database/connection';
import { currentAdmin } from '../../platform/strapi/admin-user';
import type { DocumentId } from '../../platform/strapi/uids';
import type { CommentsDeps } from './deps';
import { assertMayChange, onComment } from './on-comment';
import { eraseComment, hasReplies } from './remove-store';
import { tombstoneStatus } from './rules';
import type { CommentRow } from './store';
import { removeRow, settleThreads } from './threads';

/** Of a removed comment only its decisions stay, and who removed it. */
export async function announceRemoval(
  { events, strapi, triage }: CommentsDeps,
  trx: Trx,
  { documentId, articleId, status: from }: CommentRow
): Promise<void> {
  triage.forget(documentId);
  const by = currentAdmin(strapi);
  await events.emit('comment.removed', { trx, by, comment: { documentId, articleId, from } });
}

/**
 * Takes a comment away, its article's lock being held: the row, or where there are replies its
 * text and everything about its author, so that the thread still makes sense.
 */
async function takeAway(deps: CommentsDeps, trx: Trx, comment: CommentRow): Promise<void> {
  if (!(await hasReplies(trx, comment.documentId))) {
    await removeRow(deps, trx, comment);
    return announceRemoval(deps, trx, comment);
  }
  const status = tombstoneStatus(comment.status);
  await eraseComment(trx, comment.documentId, { status, deletedAt: new Date() });
  await settleThreads(deps, trx, [
    { before: comment, from: comment.deleted ? null : comment.status, to: null },
  ]);
  return announceRemoval(deps, trx, comment);
}

/**
 * Takes an author's own comment away.
 * @param editToken the one that came with the comment; null where the author has an account
 * @throws NotFoundError or ForbiddenError unless the actor wrote it and may still change it
 */
export const removeComment =
  (deps: CommentsDeps) =>
  (actor: Actor, commentId: DocumentId, editToken: string | null): Promise<void> =>
    onComment(deps, commentId, async (trx, comment) => {
      await assertMayChange(deps, comment, { actor, editToken });
      await takeAway(deps, trx, comment);
    });

/** Takes a comment away, whoever wrote it. @throws NotFoundError unless there is such a comment */
export const discardComment =
  (deps: CommentsDeps) =>
  (commentId: DocumentId): Promise<void> =>
    onComment(deps, commentId, (trx, comment) => takeAway(deps, trx, comment));
