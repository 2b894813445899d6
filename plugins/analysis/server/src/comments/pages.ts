import type { Core } from '@strapi/strapi';
import type { CommentPage, CommentSort } from '../../../shared/contracts/comments';
import { LIMITS } from '../../../shared/limits';
import { onConnection } from '../common/database';
import { notFound } from '../common/errors';
import { isDocumentId } from '../common/ids';
import {
  cutPage,
  decodeCountedCursor,
  decodeCursor,
  encodeCountedCursor,
  encodeCursor,
} from '../common/pagination';
import { services, type Services } from '../common/services';
import type { DocumentId } from '../common/uids';
import { selectFirstReplies, selectReplies, selectThreads } from './pages-store';
import { commentView, threadView } from './views';

interface PageOptions {
  sort?: CommentSort;
  limit?: number;
  cursor?: string | null;
}

/** Of an article without a row of counters, which has no comments either. */
const EMPTY = { page: [], total: 0, nextCursor: null };

/** Pages of discussions as the public reads them; see `Services` for the contract. */
export const commentPages = (
  strapi: Core.Strapi,
  isOpen: Services['comments']['isOpen']
): Pick<Services['comments'], 'page' | 'pages' | 'replies'> => {
  /** @param articles public ones, as read in this very request */
  const pagesOf = async (
    articles: ReadonlyMap<DocumentId, Parameters<typeof isOpen>[0]>,
    { sort = 'newest', limit = LIMITS.commentsPage.default, cursor }: PageOptions
  ): Promise<Map<DocumentId, CommentPage>> => {
    const counted = sort === 'discussed';
    const keyset = counted ? decodeCountedCursor(cursor) : decodeCursor(cursor);
    const found = await onConnection(strapi, (knex) =>
      selectThreads(knex, [...articles.keys()], { sort, limit, cursor: keyset })
    );
    const cut = new Map(
      [...found].map(([articleId, { roots, total }]) => [
        articleId,
        { ...cutPage(roots, limit, counted ? encodeCountedCursor : encodeCursor), total },
      ])
    );
    const answered = [...cut.values()]
      .flatMap(({ page }) => page)
      .filter(({ count }) => count > 0)
      .map(({ documentId }) => documentId);
    const replies = await onConnection(strapi, (knex) =>
      selectFirstReplies(knex, answered, LIMITS.repliesPerThread)
    );
    const notify = services(strapi).notices.offered();
    return new Map(
      [...articles].map(([articleId, article]) => {
        const { page, total, nextCursor } = cut.get(articleId) ?? EMPTY;
        const items = page.map((root) =>
          threadView(root, replies.get(root.documentId) ?? [], root.count)
        );
        const meta = { total, sort, limit, open: isOpen(article), notify, nextCursor };
        return [articleId, { items, meta }];
      })
    );
  };

  return {
    async page(articleId, { checked, ...options } = {}) {
      const article = checked ?? (await services(strapi).articles.assertPublished(articleId));
      const pages = await pagesOf(new Map([[articleId, article]]), options);
      return pages.get(articleId) as CommentPage;
    },

    async pages(articleIds, options = {}) {
      return pagesOf(await services(strapi).articles.published(articleIds), options);
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
