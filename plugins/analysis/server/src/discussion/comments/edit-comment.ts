import { commentEditInput, type CommentInput } from '../../../../shared/contracts/comments';
import { defined } from '../../../../shared/defined';
import type { Actor } from '../../audience/identity/api';
import type { Trx } from '../../platform/database/connection';
import { decode } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import type { TriageContext } from '../triage/api';
import { commentResponse, type CommentResponse } from './comment-response';
import type { CommentsDeps } from './deps';
import { assertMayChange, findComment, onComment } from './on-comment';
import { limitComments } from './rate-limits';
import { contentHash, statusAfterEdit } from './rules';
import { updateContent, type CommentRow } from './store';
import { settleThreads } from './threads';

/** A stored comment with another text, as it would be sent today. */
function inputOf(comment: CommentRow, content: string): CommentInput {
  const { authorUrl: url, parentId: parent } = comment;
  const guest = { name: comment.authorName ?? '', email: comment.authorEmail ?? '' };
  return {
    content,
    author: { ...guest, ...(url ? { url } : {}) },
    ...(parent ? { parent } : {}),
  };
}

/** Judges the new text and writes it, the article's lock being held. */
async function writeEdit(
  deps: CommentsDeps,
  trx: Trx,
  comment: CommentRow,
  { actor, content, context }: { actor: Actor; content: string; context: TriageContext }
): Promise<CommentResponse> {
  const { articles, events, strapi, triage } = deps;
  const commentId = comment.documentId;
  const hash = contentHash(content);
  const article = await articles.assertPublished(comment.articleId);
  const [judged] = await triage.judge(trx, [
    { actor, article, contentHash: hash, exceptId: commentId, context },
  ]);
  const { status: verdict, reasons, language, fingerprint } = defined(judged);
  const status = statusAfterEdit(comment.status, verdict);
  const editedAt = new Date();
  await updateContent(trx, commentId, {
    ...{ content, contentHash: hash, status, editedAt },
    ...{ language, heldReasons: reasons, fingerprint },
  });
  triage.remember(commentId, context);
  await settleThreads(deps, trx, [{ before: comment, from: comment.status, to: status }]);
  const { articleId, status: from } = comment;
  await events.emit('comment.edited', {
    trx,
    comment: { documentId: commentId, articleId, from, to: status, contentHash: hash },
  });
  return commentResponse(strapi, { ...comment, content, status, editedAt }, null);
}

/**
 * Changes the text of a comment.
 * @param data as `commentEditInput`
 * @param editToken the one that came with the comment; null where the author has an account
 * @throws ValidationError; NotFoundError; ForbiddenError unless the actor wrote it and may still
 *   change it; RateLimitError
 */
export const editComment =
  (deps: CommentsDeps) =>
  async (
    actor: Actor,
    commentId: DocumentId,
    data: unknown,
    editToken: string | null
  ): Promise<CommentResponse> => {
    const { content } = decode(commentEditInput, data);
    const by = { actor, editToken };
    const found = await findComment(deps, commentId);
    await assertMayChange(deps, found, by);
    await limitComments(deps, actor);
    const context = await deps.triage.gatherContext({
      actor,
      article: await deps.articles.assertPublished(found.articleId),
      input: inputOf(found, content),
      edited: true,
    });
    return onComment(deps, commentId, async (trx, comment) => {
      await assertMayChange(deps, comment, by);
      return writeEdit(deps, trx, comment, { actor, content, context });
    });
  };
