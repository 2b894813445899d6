import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../platform/database/connection';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { runOnce } from '../../platform/strapi/run-once';
import { adoptLinked, countOrphans, fillArticles, hasLinks } from './migrate-summaries-store';

interface Hook {
  register(handler: () => Promise<void>): void;
}

/** Articles that one transaction brings over. */
const BATCH = 200;

/**
 * Summaries were documents of their own, each with a relation to its article; an article carries
 * them now. What hangs in the relation alone is written down before Strapi drops its table. To be
 * called in `register`.
 */
export function keepLinkedSummaries(strapi: Core.Strapi): void {
  const beforeSync = fromStrapi<Hook>(strapi.hook('strapi::content-types.beforeSync'));
  beforeSync.register(async () => {
    if (!(await hasLinks(strapi.db.getSchemaConnection()))) return;
    const doubled = await inTransaction(strapi, adoptLinked);
    for (const { articleId, language } of doubled) {
      strapi.log.warn(
        `Article ${articleId} had two summaries in ${language}; its draft has both, the second ` +
          'without its language'
      );
    }
  });
}

/**
 * Gives each article's rows the summaries that belonged to them, once. Reviews of texts that did
 * not change stay signed. To be called in `bootstrap`, when the column is there.
 * @param changed called when the rows are written
 */
export async function fillSummariesOnce(
  strapi: Core.Strapi,
  changed: () => Promise<void>
): Promise<void> {
  await runOnce(strapi, 'article-summaries', async () => {
    for (let after: string | null = ''; after !== null;) {
      const from: string = after;
      after = await inTransaction(strapi, (trx) => fillArticles(trx, from, BATCH));
    }
    const orphans = await countOrphans(strapi.db.connection);
    if (orphans > 0) {
      strapi.log.warn(
        `${orphans} draft summaries belong to no article; they stay in analysis_summaries, unused`
      );
    }
    await changed();
  });
}
