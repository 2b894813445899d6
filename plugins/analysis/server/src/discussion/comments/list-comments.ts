import { defined } from '../../../../shared/defined';
import type { CommentPage, CommentSort, ReplyPage } from '../../../../shared/contracts/comments';
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
import type { DocumentId } from '../../platform/strapi/uids';
import type { CommentsDeps } from './deps';
import {
  selectDiscussion,
  selectFirstReplies,
  selectReplies,
  selectThreads,
  type Discussion,
} from './list-store';
import { commentView, threadView } from './views';

export interface PageOptions {
  sort?: CommentSort;
  limit?: number;
  cursor?: unknown;
}

/** A public article, as read in this very request, with how many comments it shows. */
export interface CheckedArticle {
  discussionOpen: boolean;
  commentCount: number;
}

type Root = Parameters<typeof threadView>[0];
type Replies = Discussion['replies'];

const EMPTY = { page: [], nextCursor: null };

/** The whole discussion of a single article, where a page holds it: most are such. */
async function smallDiscussion(
  { strapi }: CommentsDeps,
  articles: ReadonlyMap<DocumentId, CheckedArticle>,
  { sort, limit, first }: { sort: CommentSort; limit: number; first: boolean }
): Promise<Discussion | null> {
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
}

/** Roots of each article's page, and the first replies of their threads. */
async function readPages(
  deps: CommentsDeps,
  articles: ReadonlyMap<DocumentId, CheckedArticle>,
  { sort, limit, cursor }: { sort: CommentSort; limit: number; cursor: unknown }
): Promise<{
  pages: Map<DocumentId, { page: Root[]; nextCursor: string | null }>;
  replies: Replies;
}> {
  const { strapi } = deps;
  const counted = sort === 'discussed';
  const keyset = counted ? decodeCountedCursor(cursor) : decodeCursor(cursor);
  const small = await smallDiscussion(deps, articles, { sort, limit, first: keyset === null });
  const articleIds = [...articles.keys()];
  const found = small
    ? new Map(articleIds.map((articleId) => [articleId, small.roots]))
    : await onConnection(strapi, (knex) =>
        selectThreads(knex, articleIds, { sort, limit, cursor: keyset })
      );
  const pages = new Map(
    [...found].map(([articleId, roots]) => [
      articleId,
      cutPage(roots, limit, counted ? encodeCountedCursor : encodeCursor),
    ])
  );
  if (small) return { pages, replies: small.replies };
  const answered = [...pages.values()]
    .flatMap(({ page }) => page)
    .filter(({ count }) => count > 0)
    .map(({ documentId }) => documentId);
  const replies = await onConnection(strapi, (knex) =>
    selectFirstReplies(knex, answered, LIMITS.repliesPerThread + 1)
  );
  return { pages, replies };
}

async function pagesOf(
  deps: CommentsDeps,
  articles: ReadonlyMap<DocumentId, CheckedArticle>,
  { sort = 'newest', limit = LIMITS.commentsPage.default, cursor }: PageOptions
): Promise<Map<DocumentId, CommentPage>> {
  const { pages, replies } = await readPages(deps, articles, { sort, limit, cursor });
  const notify = deps.subscriptions.offered();
  return new Map(
    [...articles].map(([articleId, article]) => {
      const { page, nextCursor } = pages.get(articleId) ?? EMPTY;
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
}

async function withCounts<Article extends object>(
  { stats }: CommentsDeps,
  articles: ReadonlyMap<DocumentId, Article>
): Promise<Map<DocumentId, Article & { commentCount: number }>> {
  const counts = await stats.visibleComments([...articles.keys()]);
  return new Map(
    [...articles].map(([articleId, article]) => [
      articleId,
      { ...article, commentCount: counts.get(articleId) ?? 0 },
    ])
  );
}

/**
 * A page of an article's discussion.
 * @param options.checked the article, as read in this very request and public, with how many
 *   comments it shows
 * @throws NotFoundError unless published; ValidationError at `cursor`
 */
export const listPage =
  (deps: CommentsDeps) =>
  async (
    articleId: DocumentId,
    { checked, ...options }: PageOptions & { checked?: CheckedArticle } = {}
  ): Promise<CommentPage> => {
    const articles =
      checked === undefined
        ? await withCounts(
            deps,
            new Map([[articleId, await deps.articles.assertPublished(articleId)]])
          )
        : new Map([[articleId, checked]]);
    const pages = await pagesOf(deps, articles, options);
    return defined(pages.get(articleId));
  };

/**
 * The same page of many articles, in a number of queries that does not grow with them or their
 * comments; those that are not published are left out. @throws ValidationError at `cursor`
 */
export const listPages =
  (deps: CommentsDeps) =>
  async (
    articleIds: DocumentId[],
    options: PageOptions = {}
  ): Promise<Map<DocumentId, CommentPage>> =>
    pagesOf(deps, await withCounts(deps, await deps.articles.findPublished(articleIds)), options);

/**
 * Further replies of one thread, flat, oldest first.
 * @throws NotFoundError unless the article is published and has the thread; ValidationError at
 *   `cursor`
 */
export const listReplies =
  ({ articles, strapi }: CommentsDeps) =>
  async (
    articleId: DocumentId,
    threadId: DocumentId,
    { limit, cursor }: { limit?: number | undefined; cursor?: unknown } = {}
  ): Promise<ReplyPage> => {
    const size = limit ?? LIMITS.commentsPage.default;
    const keyset = decodeCursor(cursor);
    await articles.assertPublished(articleId);
    const rows = isDocumentId(threadId)
      ? await onConnection(strapi, (knex) =>
          selectReplies(knex, articleId, threadId, { limit: size, cursor: keyset })
        )
      : null;
    if (rows === null) throw notFound('Comment');
    const { page, nextCursor } = cutPage(rows, size);
    return { items: page.map(commentView), meta: { limit: size, nextCursor } };
  };
