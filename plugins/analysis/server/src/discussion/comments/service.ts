import type { Core } from '@strapi/strapi';
import { commentEditInput, reportInput } from '../../../../shared/contracts/comments';
import { fault } from '../../../../shared/faults';
import type { Actor } from '../../audience/identity/api';
import { inTransaction, onConnection, type Trx } from '../../platform/database/connection';
import { ClashError, decode, forbidden, notFound } from '../../platform/errors';
import { isDocumentId, sha256 } from '../../platform/security/hash';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { Judgement } from '../triage/api';
import { commentPages } from './list-comments';
import { contentHash, editRefusal, isAuthor, statusAfterEdit } from './rules';
import { closeReports, hasReported, insertReport } from './reports-store';
import {
  deleteComments,
  lockComment,
  selectComment,
  updateContent,
  type CommentRow,
} from './store';
import { answerComment } from './reply-as-moderator';
import { makeArrivals } from './create-comment';
import { receiptOf } from './comment-response';
import { discardComment } from './remove-comment';
import { hideReported } from './report-comment';
import { moveStatuses } from './change-status';
import { countComments, forgetNetworks, selectToPurge } from './retention-store';
import { takeCommentTurn, takeReportTurn } from './rate-limits';
import { recountThreads, settleThreads } from './threads';

/** The moderated discussion of an article; see `Services` for the contract. */
export const commentsService = ({ strapi }: { strapi: Core.Strapi }): Services['comments'] => {
  const settings = () => configOf(strapi).comments;

  const assertPublished = (articleId: DocumentId) =>
    services(strapi).articles.assertPublished(articleId);

  const find = async (commentId: DocumentId): Promise<CommentRow> => {
    const found = isDocumentId(commentId)
      ? await onConnection(strapi, (knex) => selectComment(knex, commentId))
      : null;
    if (found === null) throw notFound('Comment');
    return found;
  };

  /**
   * Runs `work` on a comment as it is once its article's lock is held. Which article that is, is
   * read before the transaction: on MySQL a first read inside it would fix what all later ones see.
   */
  const onComment = async <T>(
    commentId: DocumentId,
    work: (trx: Trx, comment: CommentRow) => Promise<T>
  ): Promise<T> => {
    const found = await find(commentId);
    return inTransaction(strapi, async (trx) => {
      await services(strapi).stats.lock(trx, found.articleId);
      const comment = await lockComment(trx, commentId);
      if (comment === null) throw notFound('Comment');
      return work(trx, comment);
    });
  };

  /** @throws NotFoundError or ForbiddenError unless the actor wrote it and may still change it */
  const assertMayChange = async (
    comment: CommentRow,
    actor: Actor,
    editToken: string | null
  ): Promise<void> => {
    const wrote = isAuthor(comment, {
      userId: actor.user?.documentId ?? null,
      editTokenHash: editToken === null ? null : sha256(editToken),
    });
    // Of a comment that is not public, only its author learns that it exists.
    if (comment.deleted || (!wrote && !comment.visible)) throw notFound('Comment');
    await assertPublished(comment.articleId);
    if (!wrote) throw forbidden('Only its author may change a comment');
    const refusal = editRefusal(comment, new Date(), settings().editWindowMinutes);
    if (refusal !== null) throw forbidden(refusal);
  };

  const create = makeArrivals(strapi);

  return {
    removeAll: (trx, articleId) => deleteComments(trx, articleId),

    ...commentPages(strapi),

    toPurge: (before, limit) => onConnection(strapi, (knex) => selectToPurge(knex, before, limit)),

    forgetNetworks: (before) => onConnection(strapi, (knex) => forgetNetworks(knex, before)),

    tally: (trx, articleId) => countComments(trx, articleId),

    recountThreads: (trx, articleId) => recountThreads(trx, articleId),

    create,

    async edit(actor, commentId, data, editToken) {
      const { content } = decode(commentEditInput(), data);
      const { triage } = services(strapi);
      const found = await find(commentId);
      await assertMayChange(found, actor, editToken);
      const { authorUrl: url, parentId: parent } = found;
      const guest = { name: found.authorName ?? '', email: found.authorEmail ?? '' };
      const input = {
        content,
        author: { ...guest, ...(url ? { url } : {}) },
        ...(parent ? { parent } : {}),
      };
      await takeCommentTurn(strapi, actor);
      const context = await triage.gatherContext({
        actor,
        article: await assertPublished(found.articleId),
        input,
        edited: true,
      });
      return onComment(commentId, async (trx, comment) => {
        await assertMayChange(comment, actor, editToken);
        const hash = contentHash(content);
        const article = await assertPublished(comment.articleId);
        const [judged] = await triage.judge(trx, [
          { actor, article, contentHash: hash, exceptId: commentId, context },
        ]);
        const { status: verdict, reasons, language, fingerprint } = judged as Judgement;
        const status = statusAfterEdit(comment.status, verdict);
        const editedAt = new Date();
        await updateContent(trx, commentId, {
          ...{ content, contentHash: hash, status, editedAt },
          ...{ language, heldReasons: reasons, fingerprint },
        });
        triage.remember(commentId, context);
        await settleThreads(strapi, trx, [{ before: comment, from: comment.status, to: status }]);
        await services(strapi).moderation.record(trx, {
          kind: 'edit',
          by: null,
          batch: null,
          reason: null,
          comments: [{ ...comment, from: comment.status, to: status, contentHash: hash }],
        });
        return receiptOf(strapi, { ...comment, content, status, editedAt }, null);
      });
    },

    remove: (actor, commentId, editToken) =>
      onComment(commentId, async (trx, comment) => {
        await assertMayChange(comment, actor, editToken);
        await discardComment(strapi, trx, comment);
      }),

    async report(actor, commentId, data) {
      const { reason, note } = decode(reportInput(), data);
      await takeReportTurn(strapi, actor);
      return onComment(commentId, async (trx, comment) => {
        if (!comment.visible || comment.deleted) throw notFound('Comment');
        const { articleId } = comment;
        await assertPublished(articleId);
        if (await hasReported(trx, commentId, actor.keys)) {
          throw new ClashError([fault([], 'taken', 'You have reported this comment already')]);
        }
        await insertReport(trx, {
          commentId,
          articleId,
          reporterKey: actor.key,
          network: actor.ipHash,
          byAccount: actor.user !== null,
          reason,
          // One in which nothing can be seen is none.
          note: note || null,
        });
        await services(strapi).events.comments(trx, 'reported', [commentId]);
        await hideReported(strapi, trx, comment);
      });
    },

    answer: (trx, moderator, commentId, content) =>
      answerComment(strapi, trx, { moderator, commentId, content }),

    discard: (commentId) =>
      onComment(commentId, (trx, comment) => discardComment(strapi, trx, comment)),

    closeReports: (trx, commentIds, verdict) => closeReports(trx, commentIds, verdict),

    setStatuses: (trx, targets, change) => moveStatuses(strapi, trx, targets, change),
  };
};
