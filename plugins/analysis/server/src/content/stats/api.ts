import type { Core } from '@strapi/strapi';
import type { ArticleCounts } from '../../../../shared/contracts/moderation';
import type { RatingView } from '../../../../shared/contracts/ratings';
import { onConnection, type Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import { countVotes, moveVotes, type VoteMove } from './count-votes';
import { average, bayesianAverage, ratingView, type RatingCounters } from './rules';
import {
  deleteStats,
  insertStats,
  lockCounters,
  lockStats,
  selectComments,
  selectIngestedMark,
  selectRating,
  selectRatings,
  selectVisible,
  toCommentCounts,
  toCounters,
  updateComments,
  updateIngestedMark,
  type CommentDeltas,
} from './store';
import { selectArticleIds, writeCounts, type Tally } from './recount-store';

export type { CommentDeltas, RatingCounters, Tally, VoteMove };

/**
 * The counters of each article, one row an article. That row is also the article's lock: writers
 * of one article's votes, comments and summaries wait for each other on it, and it is always the
 * first lock that a transaction takes.
 */
export function createStats(strapi: Core.Strapi) {
  const prior = () => configOf(strapi).ratings;
  const insert = (trx: Trx, articleId: DocumentId): Promise<void> =>
    insertStats(trx, articleId, bayesianAverage(0, 0, prior()));

  /** Takes an article's lock until the transaction ends; makes its row where it has none. */
  const lock = async (trx: Trx, articleId: DocumentId): Promise<void> => {
    if (await lockStats(trx, articleId)) return;
    // Data brought in past the hooks has no row yet: whoever inserts it holds it.
    await insert(trx, articleId);
    await lockStats(trx, articleId);
  };

  return {
    lock,

    /** `lock` for several articles, in one order. */
    async lockMany(trx: Trx, articleIds: DocumentId[]): Promise<void> {
      const held = await lockCounters(trx, articleIds);
      for (const articleId of articleIds) if (!held.has(articleId)) await lock(trx, articleId);
    },

    /** Makes the article's row when it has none. */
    ensure: (trx: Trx, articleId: DocumentId): Promise<void> => insert(trx, articleId),

    /** Locks the rows of those of some articles that have one, and reads their vote counters. */
    lockRatings: (trx: Trx, articleIds: DocumentId[]): Promise<Map<DocumentId, RatingCounters>> =>
      lockCounters(trx, articleIds),

    /** Moves vote counters; the caller holds the locks of the articles. */
    async moveVotes(trx: Trx, moves: readonly VoteMove[]): Promise<void> {
      await moveVotes(strapi, trx, moves);
    },

    /** `moveVotes` under the locks of `lockRatings`; returns the ratings after it. */
    countVotes: (
      trx: Trx,
      held: ReadonlyMap<DocumentId, RatingCounters>,
      moves: readonly VoteMove[]
    ): Promise<(articleId: DocumentId) => RatingView> => countVotes(strapi, trx, held, moves),

    /** Adds to the articles' comment counters; deleted comments are not counted. */
    moveComments: (trx: Trx, deltas: ReadonlyMap<DocumentId, CommentDeltas>): Promise<void> =>
      updateComments(trx, deltas),

    /** The article's rating, zero for an article without a row. */
    rating: async (articleId: DocumentId): Promise<RatingView> =>
      ratingView(
        toCounters(await onConnection(strapi, (knex) => selectRating(knex, articleId))),
        prior()
      ),

    /** The ratings of many articles, in one query. */
    async ratings(articleIds: DocumentId[]): Promise<(articleId: DocumentId) => RatingView> {
      const rows = await onConnection(strapi, (knex) => selectRatings(knex, articleIds));
      const found = new Map(rows.map((row) => [row.article_id, row]));
      return (articleId) => ratingView(toCounters(found.get(articleId)), prior());
    },

    /** The rating of a row that was read in a join with the stats table. */
    ratingView: (row: Partial<Record<string, unknown>>): RatingView =>
      ratingView(toCounters(row), prior()),

    /** How many comments articles have by status, in one query; unknown ones are left out. */
    async commentCounts(articleIds: DocumentId[]): Promise<ArticleCounts> {
      const rows = await onConnection(strapi, (knex) => selectComments(knex, articleIds));
      return Object.fromEntries(rows.map((row) => [row.article_id, toCommentCounts(row)]));
    },

    /** How many comments each of some articles shows; those that show none may be left out. */
    async visibleComments(articleIds: DocumentId[]): Promise<Map<DocumentId, number>> {
      const rows = await onConnection(strapi, (knex) => selectVisible(knex, { articleIds }));
      return new Map(rows.map((row) => [row.article_id, Number(row.comments_visible)]));
    },

    /** Row id and documentId of articles that have a row, by row id, for a walk through all. */
    articlesAfter: (
      rowId: number,
      limit: number
    ): Promise<{ id: number; article_id: DocumentId }[]> =>
      onConnection(strapi, (knex) => selectArticleIds(knex, rowId, limit)),

    /** Writes what was counted of an article's rows; returns whether its counters were wrong. */
    writeCounts: (trx: Trx, articleId: DocumentId, tally: Tally): Promise<boolean> =>
      writeCounts(trx, articleId, tally, ({ sum, count }) => ({
        rating_average: average(sum, count),
        rating_score: bayesianAverage(sum, count, prior()),
      })),

    /** The hash that the last ingest of the article left; null where none did. */
    ingestedMark: (trx: Trx, articleId: DocumentId): Promise<string | null> =>
      selectIngestedMark(trx, articleId),

    setIngestedMark: (trx: Trx, articleId: DocumentId, mark: string): Promise<number> =>
      updateIngestedMark(trx, articleId, mark),

    /** Deletes the article's row. */
    removeAll: (trx: Trx, articleId: DocumentId): Promise<number> => deleteStats(trx, articleId),
  };
}

export type Stats = ReturnType<typeof createStats>;
