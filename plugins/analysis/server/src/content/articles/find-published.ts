import { onConnection, type Trx } from '../../platform/database/connection';
import { notFound } from '../../platform/errors';
import { isDocumentId } from '../../platform/security/hash';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { RatingCounters } from '../stats/api';
import type { ArticlesDeps } from './deps';
import { isDiscussionOpen } from './rules';
import { selectPublished, type PublishedRow } from './store';

/** What others need to know of an article that is public. */
export interface PublishedArticle extends PublishedRow {
  /** Whether it takes comments now. */
  discussionOpen: boolean;
}

const withDiscussion = ({ strapi }: ArticlesDeps, row: PublishedRow): PublishedArticle => ({
  ...row,
  discussionOpen: isDiscussionOpen(row, configOf(strapi).comments.closeAfterDays, new Date()),
});

/** Those of some articles that are published, in one query; joins an open transaction. */
export const findPublished =
  (deps: ArticlesDeps) =>
  async (articleIds: DocumentId[]): Promise<Map<DocumentId, PublishedArticle>> => {
    const ids = articleIds.filter(isDocumentId);
    if (ids.length === 0) return new Map();
    const rows = await onConnection(deps.strapi, (knex) => selectPublished(knex, ids));
    return new Map(rows.map((row) => [row.documentId, withDiscussion(deps, row)]));
  };

/** @throws NotFoundError unless the article is published */
export const assertPublished =
  (deps: ArticlesDeps) =>
  async (articleId: DocumentId): Promise<PublishedArticle> => {
    const article = (await findPublished(deps)([articleId])).get(articleId);
    if (article === undefined) throw notFound('Article');
    return article;
  };

/**
 * For a write: takes the article's lock first, so that it stays public until the transaction
 * ends. @throws NotFoundError unless the article is published
 */
export const lockPublished =
  (deps: ArticlesDeps) =>
  async (trx: Trx, articleId: DocumentId): Promise<PublishedArticle> => {
    if (!isDocumentId(articleId)) throw notFound('Article');
    await deps.stats.lock(trx, articleId);
    const [article] = await selectPublished(trx, [articleId]);
    if (article === undefined) throw notFound('Article');
    return withDiscussion(deps, article);
  };

/**
 * `lockPublished` for several articles, locked in one order; what is not public is left out.
 * @returns the articles, and the vote counters of those that are locked
 * @throws NotFoundError when one is withdrawn while it is given a row to lock
 */
export const lockAllPublished =
  (deps: ArticlesDeps) =>
  async (
    trx: Trx,
    articleIds: DocumentId[]
  ): Promise<{
    published: Map<DocumentId, PublishedArticle>;
    held: Map<DocumentId, RatingCounters>;
  }> => {
    const { stats } = deps;
    const asked = [...new Set(articleIds)].filter(isDocumentId);
    const held = await stats.lockRatings(trx, asked);
    const published = await findPublished(deps)(asked);
    const unheld = [...published.keys()].filter((articleId) => !held.has(articleId));
    if (unheld.length === 0) return { published, held };
    // Brought in past the hooks, they have no row to lock: only what is there is given one.
    await stats.lockMany(trx, unheld);
    for (const [articleId, counters] of await stats.lockRatings(trx, unheld)) {
      held.set(articleId, counters);
    }
    const again = await findPublished(deps)(asked);
    if (unheld.some((articleId) => !again.has(articleId))) throw notFound('Article');
    return { published: again, held };
  };
