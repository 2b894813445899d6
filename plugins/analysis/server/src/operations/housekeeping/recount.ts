import { inTransaction } from '../../platform/database/connection';
import { runOnce } from '../../platform/strapi/run-once';
import type { HousekeepingDeps } from './deps';

/** Articles that a recount reads at a time. */
const BATCH = 200;

/**
 * Counts votes, comments and threads again from their rows, each article under its lock.
 * @returns how many articles were counted, and in how many something was wrong
 */
export const recount =
  ({ comments, responseCache, ratings, stats, strapi }: HousekeepingDeps) =>
  async (): Promise<{ articles: number; corrected: number }> => {
    let articles = 0;
    let corrected = 0;
    for (let after = 0; ;) {
      const rows = await stats.articlesAfter(after, BATCH);
      for (const { id, article_id: articleId } of rows) {
        const wrong = await inTransaction(strapi, async (trx) => {
          await stats.lock(trx, articleId);
          const counters = await stats.writeCounts(trx, articleId, {
            votes: await ratings.tally(trx, articleId),
            comments: await comments.tally(trx, articleId),
          });
          const threads = await comments.recountThreads(trx, articleId);
          return counters || threads;
        });
        articles += 1;
        if (wrong) corrected += 1;
        after = id;
      }
      if (rows.length === BATCH) continue;
      if (corrected > 0) await responseCache.dropAll();
      return { articles, corrected };
    }
  };

/**
 * Comments that were there before threads counted their replies, or when they still counted the
 * places of deleted ones, are counted on one start.
 */
export const countThreadsOnce = (deps: HousekeepingDeps) => (): Promise<void> =>
  runOnce(deps.strapi, 'threads-counted-without-deleted', async () => {
    await recount(deps)();
  });
