import type { Core } from '@strapi/strapi';
import { inTransaction, onConnection } from '../common/database';
import type { Services } from '../common/services';
import { configOf } from '../config';
import { average, bayesianAverage, ratingView } from './rules';
import {
  deleteStats,
  insertStats,
  recountArticle,
  selectArticleIds,
  selectRating,
  toCounters,
  updateComments,
  updateVote,
} from './store';

/** Articles that a recount reads at a time. */
const RECOUNT_BATCH = 200;

/** The counters of each article; see `Services` for the contract. */
export const statsService = ({ strapi }: { strapi: Core.Strapi }): Services['stats'] => ({
  ensure: (trx, articleId) => insertStats(trx, articleId, new Date()),

  async moveVote(trx, articleId, move) {
    const prior = configOf(strapi).ratings;
    if ((await updateVote(trx, articleId, move, prior)) > 0) return;
    // A row that was never made (data brought in past the hooks) is made on the first vote.
    await insertStats(trx, articleId, new Date());
    await updateVote(trx, articleId, move, prior);
  },

  moveComments: (trx, articleId, { byStatus = {}, visible = 0 }) =>
    updateComments(trx, articleId, byStatus, visible),

  async removeAll(trx, articleId) {
    await deleteStats(trx, articleId);
  },

  rating: async (articleId) =>
    ratingView(
      toCounters(await onConnection(strapi, (knex) => selectRating(knex, articleId))),
      configOf(strapi).ratings
    ),

  async recount() {
    const prior = configOf(strapi).ratings;
    let articles = 0;
    let corrected = 0;
    let after = 0;
    for (;;) {
      const rows = await onConnection(strapi, (knex) =>
        selectArticleIds(knex, after, RECOUNT_BATCH)
      );
      for (const { id, article_id: articleId } of rows) {
        const wrong = await inTransaction(strapi, (trx) =>
          recountArticle(trx, articleId, ({ sum, count }) => ({
            rating_average: average(sum, count),
            rating_score: bayesianAverage(sum, count, prior),
          }))
        );
        articles += 1;
        if (wrong) corrected += 1;
        after = id;
      }
      if (rows.length < RECOUNT_BATCH) return { articles, corrected };
    }
  },
});
