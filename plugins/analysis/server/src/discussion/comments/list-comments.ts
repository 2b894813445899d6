import type { Core } from '@strapi/strapi';
import type { CommentPage, CommentSort } from '../../../../shared/contracts/comments';
import { LIMITS } from '../../../../shared/limits';
import { onConnection } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { isDocumentId } from '../../platform/security/hash';
import {
  cutPage,
  decodeCountedCursor,
  decodeCursor,
  encodeCountedCursor,
  encodeCursor,
} from '../../platform/http/pagination';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import {
  selectDiscussion,
  selectFirstReplies,
  selectReplies,
  selectThreads,
  type Discussion,
} from './list-store';
import { commentView, threadView } from './views';

interface PageOptions {
  sort?: CommentSort;
  limit?: number;
  cursor?: string | null;
}

const EMPTY = { page: [], nextCursor: null };

/** A public article, as read in this very request, with how many comments it shows. */
interface Checked {
  discussionOpen: boolean;
  commentCount: number;
}

/** Pages of discussions as the public reads them; see `Services` for the contract. */
export const commentPages = (
  strapi: Core.Strapi
): Pick<Services['comments'], 'page' | 'pages' | 'replies'> => {
  /** The whole discussion of a single article, where a page holds it: most are such. */
  const smallDiscussion = async (
    articles: ReadonlyMap<DocumentId, Checked>,
    { sort, limit, first }: { sort: CommentSort; limit: number; first: boolean }
  ): Promise<Discussion | null> => {
    const [one, ...others] = articles;
    if (!first || one === undefined || others.length > 0) return null;
    const [articleId, { commentCount }] = one;
    return commentCount > limit
      ? null
      : onConnection(strapi, (knex) =>
          selectDiscussion(knex, articleId, {
            sort,
            // Deleted comments that were answered are shown, but not counted.
            most: 2 * limit,
            perThread: LIMITS.repliesPerThread + 1,
          })
        );
  };

  const pagesOf = async (
    articles: ReadonlyMap<DocumentId, Checked>,
    { sort = 'newest', limit = LIMITS.commentsPage.default, cursor }: PageOptions
  ): Promise<Map<DocumentId, CommentPage>> => {
    const counted = sort === 'discussed';
    const keyset = counted ? decodeCountedCursor(cursor) : decodeCursor(cursor);
    const small = await smallDiscussion(articles, { sort, limit, first: keyset === null });
    const articleIds = [...articles.keys()];
    const found = small
      ? new Map(articleIds.map((articleId) => [articleId, small.roots]))
      : await onConnection(strapi, (knex) =>
          selectThreads(knex, articleIds, { sort, limit, cursor: keyset })
        );
    const cut = new Map(
      [...found].map(([articleId, roots]) => [
        articleId,
        cutPage(roots, limit, counted ? encodeCountedCursor : encodeCursor),
      ])
    );
    const answered = [...cut.values()]
      .flatMap(({ page }) => page)
      .filter(({ count }) => count > 0)
      .map(({ documentId }) => documentId);
    const replies =
      small?.replies ??
      (await onConnection(strapi, (knex) =>
        selectFirstReplies(knex, answered, LIMITS.repliesPerThread + 1)
      ));
    const notify = services(strapi).subscriptions.offered();
    return new Map(
      [...articles].map(([articleId, article]) => {
        const { page, nextCursor } = cut.get(articleId) ?? EMPTY;
        const items = page.map((root) =>
          threadView(root, replies.get(root.documentId) ?? [], LIMITS.repliesPerThread)
        );
        const meta = {
          total: article.commentCount,
          sort,
          limit,
          open: article.discussionOpen,
          notify,
          nextCursor,
        };
        return [articleId, { items, meta }];
      })
    );
  };

  const withCounts = async <Article extends object>(
    articles: ReadonlyMap<DocumentId, Article>
  ): Promise<Map<DocumentId, Article & { commentCount: number }>> => {
    const counts = await services(strapi).stats.visibleComments([...articles.keys()]);
    return new Map(
      [...articles].map(([articleId, article]) => [
        articleId,
        { ...article, commentCount: counts.get(articleId) ?? 0 },
      ])
    );
  };

  return {
    async page(articleId, { checked, ...options } = {}) {
      const articles =
        checked === undefined
          ? await withCounts(
              new Map([[articleId, await services(strapi).articles.assertPublished(articleId)]])
            )
          : new Map([[articleId, checked]]);
      const pages = await pagesOf(articles, options);
      return pages.get(articleId) as CommentPage;
    },

    async pages(articleIds, options = {}) {
      return pagesOf(
        await withCounts(await services(strapi).articles.findPublished(articleIds)),
        options
      );
    },

    async replies(articleId, threadId, { limit, cursor } = {}) {
      const size = limit ?? LIMITS.commentsPage.default;
      const keyset = decodeCursor(cursor);
      await services(strapi).articles.assertPublished(articleId);
      const rows = isDocumentId(threadId)
        ? await onConnection(strapi, (knex) =>
            selectReplies(knex, articleId, threadId, { limit: size, cursor: keyset })
          )
        : null;
      if (rows === null) throw notFound('Comment');
      const { page, nextCursor } = cutPage(rows, size);
      return { items: page.map(commentView), meta: { limit: size, nextCursor } };
    },
  };
};
