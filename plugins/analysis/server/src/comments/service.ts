import type { Core } from '@strapi/strapi';
import {
  commentEditInput,
  commentInput,
  reportInput,
  type CommentInput,
} from '../../../shared/contracts/comments';
import { fault } from '../../../shared/faults';
import type { Actor } from '../common/actor';
import { inTransaction, onConnection, type Trx } from '../common/database';
import { assertNoFaults, ClashError, decode, forbidden, notFound } from '../common/errors';
import { isDocumentId, randomToken, sha256 } from '../common/ids';
import { services, type PublishedArticle, type Services } from '../common/services';
import type { DocumentId } from '../common/uids';
import { configOf } from '../config';
import { commentPages } from './pages';
import {
  authorFaults,
  contentHash,
  editableUntil,
  editRefusal,
  isDiscussionOpen,
  isAuthor,
  refusalForAuthor,
  replyFaults,
  statusAfterEdit,
} from './rules';
import {
  closeReports,
  deleteComments,
  hasReported,
  insertComment,
  insertReport,
  lockComment,
  selectComment,
  updateContent,
  type CommentRow,
} from './store';
import { answerComment } from './answers';
import { discardComment } from './removal';
import { hideReported } from './reports';
import { moveStatuses } from './statuses';
import { recountThreads, settleThreads } from './threads';
import { addReply } from './threads-store';
import { receiptView } from './views';

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

  const isOpen = (article: Parameters<typeof isDiscussionOpen>[0]): boolean =>
    isDiscussionOpen(article, settings().closeAfterDays, new Date());

  const assertOpen = (article: PublishedArticle): PublishedArticle => {
    if (!isOpen(article)) throw forbidden('The discussion of this article is closed');
    return article;
  };

  /**
   * Checks who writes and what is replied to.
   * @returns the comment replied to, null for a new thread
   */
  const checkPlace = async (
    knex: Parameters<typeof selectComment>[0],
    articleId: DocumentId,
    input: CommentInput,
    actor: Actor
  ): Promise<CommentRow | null> => {
    const parent = input.parent === undefined ? null : await selectComment(knex, input.parent);
    const open = parent?.articleId === articleId && parent.visible && !parent.deleted;
    assertNoFaults([
      ...authorFaults(input, actor.user !== null),
      ...(input.parent === undefined ? [] : replyFaults(open ? parent : null)),
    ]);
    return parent;
  };

  /** Mail is for those who ask for it, where the publication sends any. */
  const subscribe = async (
    trx: Trx,
    author: { email: string; authorKey: string },
    { language }: PublishedArticle
  ) => {
    const { notices } = services(strapi);
    if (!notices.offered() || author.email === '') return null;
    const { email, authorKey } = author;
    return notices.subscribe(trx, { email, authorKey, language });
  };

  const receiptOf = (comment: CommentRow, editToken: string | null, why: string | null = null) => {
    const until = editableUntil(comment.createdAt, settings().editWindowMinutes);
    return {
      receipt: receiptView(comment, why),
      meta: {
        ...(editToken !== null && until !== null ? { editToken } : {}),
        ...(until !== null ? { editableUntil: until.toISOString() } : {}),
      },
    };
  };

  return {
    removeAll: (trx, articleId) => deleteComments(trx, articleId),

    isOpen,

    ...commentPages(strapi, isOpen),

    recountThreads: (trx, articleId) => recountThreads(trx, articleId),

    async create(actor, articleId, data) {
      const input = decode(commentInput(), data);
      const { articles, triage } = services(strapi);
      const found = assertOpen(await assertPublished(articleId));
      await onConnection(strapi, (knex) => checkPlace(knex, articleId, input, actor));
      const ground = await triage.prepare({ actor, article: found, input, edited: false });
      return inTransaction(strapi, async (trx) => {
        const article = assertOpen(await articles.lockPublished(trx, articleId));
        const parent = await checkPlace(trx, articleId, input, actor);
        const hash = contentHash(input.content);
        const { status, reasons, language, fingerprint } = await triage.judge(trx, {
          actor,
          article,
          contentHash: hash,
          exceptId: null,
          ground,
        });
        const author = {
          name: actor.user?.name ?? input.author?.name ?? '',
          email: actor.user?.email ?? input.author?.email ?? '',
          url: input.author?.url ?? null,
        };
        const told =
          input.notify && (status === 'pending' || status === 'approved')
            ? await subscribe(trx, { ...author, authorKey: actor.key }, article)
            : null;
        const editToken = randomToken();
        const visible = status === 'approved';
        const comment = await insertComment(trx, {
          articleId,
          parent,
          status,
          visible,
          content: input.content,
          contentHash: hash,
          language,
          heldReasons: reasons,
          fingerprint,
          author,
          moderator: false,
          authorKey: actor.key,
          userId: actor.user?.documentId ?? null,
          editTokenHash: sha256(editToken),
          ipHash: actor.ipHash,
          userAgent: actor.userAgent,
          addressId: told?.addressId ?? null,
        });
        triage.remember(comment.documentId, ground);
        if (visible && parent !== null) await addReply(trx, parent.rootId);
        await services(strapi).stats.moveComments(
          trx,
          new Map([[articleId, { byStatus: { [status]: 1 }, visible: visible ? 1 : 0 }]])
        );
        await services(strapi).events.comments(trx, 'created', [comment.documentId]);
        if (visible) await services(strapi).postCache.changed([articleId]);
        const why = refusalForAuthor(status, reasons);
        const { receipt, meta } = receiptOf(comment, editToken, why);
        const notify = told?.confirmed ? ('on' as const) : ('confirm' as const);
        return { receipt, meta: { ...meta, ...(told === null ? {} : { notify }) } };
      });
    },

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
      const ground = await triage.prepare({
        actor,
        article: await assertPublished(found.articleId),
        input,
        edited: true,
      });
      return onComment(commentId, async (trx, comment) => {
        await assertMayChange(comment, actor, editToken);
        const hash = contentHash(content);
        const judged = await triage.judge(trx, {
          actor,
          article: await assertPublished(comment.articleId),
          contentHash: hash,
          exceptId: commentId,
          ground,
        });
        const { reasons: heldReasons, language, fingerprint } = judged;
        const status = statusAfterEdit(comment.status, judged.status);
        const editedAt = new Date();
        await updateContent(trx, commentId, {
          ...{ content, contentHash: hash, status, editedAt },
          ...{ language, heldReasons, fingerprint },
        });
        triage.remember(commentId, ground);
        await settleThreads(strapi, trx, [{ before: comment, from: comment.status, to: status }]);
        await services(strapi).moderation.record(trx, {
          kind: 'edit',
          by: null,
          batch: null,
          reason: null,
          comments: [{ ...comment, from: comment.status, to: status, contentHash: hash }],
        });
        return receiptOf({ ...comment, content, status, editedAt }, null);
      });
    },

    remove: (actor, commentId, editToken) =>
      onComment(commentId, async (trx, comment) => {
        await assertMayChange(comment, actor, editToken);
        await discardComment(strapi, trx, comment);
      }),

    async report(actor, commentId, data) {
      const { reason, note } = decode(reportInput(), data);
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
          reason,
          note: note ?? null,
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

    setStatuses: (trx, targets, options) => moveStatuses(strapi, trx, targets, options),
  };
};
