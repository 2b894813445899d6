import type { Actor } from '../../audience/identity/api';
import { inTransaction, onConnection, type Trx } from '../../platform/database/connection';
import { forbidden, notFound } from '../../platform/errors';
import { isDocumentId, sha256 } from '../../platform/security/hash';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { CommentsDeps } from './deps';
import { editRefusal, isAuthor } from './rules';
import { lockComment, selectComment, type CommentRow } from './store';

/** @throws NotFoundError unless there is such a comment */
export async function findComment(
  { strapi }: CommentsDeps,
  commentId: DocumentId
): Promise<CommentRow> {
  const found = isDocumentId(commentId)
    ? await onConnection(strapi, (knex) => selectComment(knex, commentId))
    : null;
  if (found === null) throw notFound('Comment');
  return found;
}

/**
 * Runs `work` on a comment as it is once its article's lock is held. Which article that is, is
 * read before the transaction: on MySQL a first read inside it would fix what all later ones see.
 * @throws NotFoundError unless there is such a comment
 */
export async function onComment<T>(
  deps: CommentsDeps,
  commentId: DocumentId,
  work: (trx: Trx, comment: CommentRow) => Promise<T>
): Promise<T> {
  const found = await findComment(deps, commentId);
  return inTransaction(deps.strapi, async (trx) => {
    await deps.stats.lock(trx, found.articleId);
    const comment = await lockComment(trx, commentId);
    if (comment === null) throw notFound('Comment');
    return work(trx, comment);
  });
}

/** @throws NotFoundError or ForbiddenError unless the actor wrote it and may still change it */
export async function assertMayChange(
  { articles, strapi }: CommentsDeps,
  comment: CommentRow,
  { actor, editToken }: { actor: Actor; editToken: string | null }
): Promise<void> {
  const wrote = isAuthor(comment, {
    userId: actor.user?.documentId ?? null,
    editTokenHash: editToken === null ? null : sha256(editToken),
  });
  // Of a comment that is not public, only its author learns that it exists.
  if (comment.deleted || (!wrote && !comment.visible)) throw notFound('Comment');
  await articles.assertPublished(comment.articleId);
  if (!wrote) throw forbidden('Only its author may change a comment');
  const refusal = editRefusal(comment, new Date(), configOf(strapi).comments.editWindowMinutes);
  if (refusal !== null) throw forbidden(refusal.message, [refusal]);
}
