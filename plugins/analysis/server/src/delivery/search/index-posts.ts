import { createHash } from 'node:crypto';
import { inBackground } from '../../platform/database/after-commit';
import { inTransaction, onConnection, type Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { bodyText } from '../../platform/text/markdown';
import type { SearchDeps } from './deps';
import { clientOf, ensureIndex } from './index-store';
import { indexText } from './rules';
import {
  deleteEntry,
  deleteStray,
  selectArticles,
  selectHash,
  selectSource,
  upsertEntry,
  type Source,
} from './store';

/** Articles that are read at a time when entries are made for what is there already. */
const BATCH = 100;

const hashOf = (source: Source): string =>
  createHash('sha256').update(JSON.stringify(source)).digest('hex');

/**
 * Brings the entry of an article in line with its published text, in the transaction in which that
 * changed. The caller holds the article's lock.
 */
export async function indexPost(trx: Trx, articleId: DocumentId): Promise<void> {
  const source = await selectSource(trx, articleId);
  if (source === null) {
    await deleteEntry(trx, articleId);
    return;
  }
  const contentHash = hashOf(source);
  if ((await selectHash(trx, articleId)) === contentHash) return;
  const text = bodyText(source.body, source.originalLink);
  await upsertEntry(trx, articleId, {
    language: source.language,
    firstPublishedAt: source.firstPublishedAt,
    titleWords: indexText([source.title]),
    summaryWords: indexText(source.summaries),
    words: indexText([source.title, ...source.summaries, text]),
    text,
    contentHash,
  });
}

/** Indexes many posts, until it is closed. */
export function createIndexer({ stats, strapi }: SearchDeps) {
  let closing = false;

  /** Goes through published articles in batches; returns how many there were. */
  const indexAll = async (missing: boolean): Promise<number> => {
    let after = 0;
    let count = 0;
    while (!closing) {
      const rows = await onConnection(strapi, (knex) =>
        selectArticles(knex, { after, limit: BATCH, missing })
      );
      for (const { id, document_id: articleId } of rows) {
        await inTransaction(strapi, async (trx) => {
          await stats.lock(trx, articleId);
          await indexPost(trx, articleId);
        });
        after = id;
        count += 1;
        if (closing) break;
      }
      if (rows.length < BATCH) break;
    }
    return count;
  };

  return {
    async open(): Promise<void> {
      closing = false;
      await onConnection(strapi, (knex) => ensureIndex(knex, clientOf(strapi)));
      const [first] = await onConnection(strapi, (knex) =>
        selectArticles(knex, { after: 0, limit: 1, missing: true })
      );
      if (first === undefined) return;
      inBackground(strapi, async () => {
        const count = await indexAll(true);
        strapi.log.info(`Search: ${count} published posts indexed`);
      });
    },

    /** @returns how many articles there are, and how many entries had none and are deleted */
    async reindex(): Promise<{ articles: number; stray: number }> {
      const stray = await onConnection(strapi, deleteStray);
      return { articles: await indexAll(false), stray };
    },

    close(): void {
      closing = true;
    },
  };
}
