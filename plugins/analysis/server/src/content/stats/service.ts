import type { Core } from '@strapi/strapi';
import { inTransaction, onConnection, type Trx } from '../../platform/database/connection';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import { average, bayesianAverage, movedBy, ratingView, voteDeltas } from './rules';
import {
  deleteStats,
  insertStats,
  lockCounters,
  lockStats,
  recountArticle,
  selectArticleIds,
  selectComments,
  selectRating,
  selectRatings,
  selectVisible,
  toCommentCounts,
  toCounters,
  updateComments,
  updateVotes,
  type StatsRow,
} from './store';

/** Articles that a recount reads at a time. */
const RECOUNT_BATCH = 200;

/** The counters of each article; see `Services` for the contract. */
export const statsService = ({ strapi }: { strapi: Core.Strapi }): Services['stats'] => {
  const prior = () => configOf(strapi).ratings;
  const insert = (trx: Trx, articleId: DocumentId) =>
    insertStats(trx, articleId, bayesianAverage(0, 0, prior()));

  return {
    async lock(trx, articleId) {
      if (await lockStats(trx, articleId)) return;
      // Data brought in past the hooks has no row yet: whoever inserts it holds it.
      await insert(trx, articleId);
      await lockStats(trx, articleId);
    },

    async lockAll(trx, articleIds) {
      const held = await lockCounters(trx, articleIds);
      for (const articleId of articleIds) if (!held.has(articleId)) await this.lock(trx, articleId);
    },

    ensure: (trx, articleId) => insert(trx, articleId),

    async moveVotes(trx, moves) {
      if (moves.length === 0) return;
      const deltas = voteDeltas(moves);
      await updateVotes(trx, deltas, prior());
      await services(strapi).postCache.changed([...deltas.keys()]);
    },

    lockRatings: (trx, articleIds) => lockCounters(trx, articleIds),

    async countVotes(trx, held, moves) {
      const deltas = voteDeltas(moves);
      await this.moveVotes(trx, moves);
      return (articleId) => {
        const counters = held.get(articleId) ?? toCounters(undefined);
        const delta = deltas.get(articleId);
        return ratingView(delta ? movedBy(counters, delta) : counters, prior());
      };
    },

    moveComments: (trx, deltas) => updateComments(trx, deltas),

    async removeAll(trx, articleId) {
      await deleteStats(trx, articleId);
    },

    rating: async (articleId) =>
      ratingView(
        toCounters(await onConnection(strapi, (knex) => selectRating(knex, articleId))),
        prior()
      ),

    viewOf: (row) => ratingView(toCounters(row as Partial<StatsRow>), prior()),

    async ratings(articleIds) {
      const rows = await onConnection(strapi, (knex) => selectRatings(knex, articleIds));
      const found = new Map(rows.map((row) => [row.article_id, row]));
      return (articleId) => ratingView(toCounters(found.get(articleId)), prior());
    },

    async comments(articleIds) {
      const rows = await onConnection(strapi, (knex) => selectComments(knex, articleIds));
      return Object.fromEntries(rows.map((row) => [row.article_id, toCommentCounts(row)]));
    },

    async visibleComments(articleIds) {
      const rows = await onConnection(strapi, (knex) => selectVisible(knex, { articleIds }));
      return new Map(rows.map((row) => [row.article_id, Number(row.comments_visible)]));
    },

    async recount() {
      const weights = prior();
      let articles = 0;
      let corrected = 0;
      let after = 0;
      for (;;) {
        const rows = await onConnection(strapi, (knex) =>
          selectArticleIds(knex, after, RECOUNT_BATCH)
        );
        for (const { id, article_id: articleId } of rows) {
          const wrong = await inTransaction(strapi, async (trx) => {
            const counters = await recountArticle(trx, articleId, ({ sum, count }) => ({
              rating_average: average(sum, count),
              rating_score: bayesianAverage(sum, count, weights),
            }));
            // With the article's lock, which the recount of its counters has taken.
            const threads = await services(strapi).comments.recountThreads(trx, articleId);
            return counters || threads;
          });
          articles += 1;
          if (wrong) corrected += 1;
          after = id;
        }
        if (rows.length < RECOUNT_BATCH) {
          if (corrected > 0) await services(strapi).postCache.changedAll();
          return { articles, corrected };
        }
      }
    },
  };
};
