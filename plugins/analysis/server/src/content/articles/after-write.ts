import { inTransaction, type Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { ArticlesDeps } from './deps';
import { selectEditions, stampFirstPublished, type EditionRow } from './store';

const isPublic = (row: EditionRow): boolean => row.published_at !== null;

/**
 * Brings slugs, sources, stats and summaries in line with an article's rows after one of them
 * was written or deleted, in the transaction of that write. With no row left, all that belongs
 * to the article goes.
 */
export const settleArticle = (deps: ArticlesDeps, articleId: DocumentId): Promise<void> =>
  inTransaction(deps.strapi, async (trx) => {
    const rows = await selectEditions(trx, articleId);
    await (rows.length > 0 ? settle(deps, trx, articleId, rows) : removeAll(deps, trx, articleId));
  });

async function settle(
  { events, slugs, sources, stats, summaries }: ArticlesDeps,
  trx: Trx,
  articleId: DocumentId,
  rows: EditionRow[]
): Promise<void> {
  const present = (value: string | null): value is string => value !== null;
  const draft = rows.find((row) => !isPublic(row));
  const published = rows.find(isPublic);
  await stats.ensure(trx, articleId);
  await slugs.settle(trx, articleId, {
    used: rows.map(({ slug }) => slug).filter(present),
    published: published?.slug ?? null,
  });
  await sources.settle(trx, articleId, rows.map((row) => row.original_link).filter(present));
  await summaries.writeEditions(trx, articleId, {
    draft: draft?.summaries ?? null,
    published: published?.summaries ?? null,
  });
  await events.emit('article.changed', { trx, articleId });
}

async function removeAll(
  { events, slugs, sources, stats, summaries }: ArticlesDeps,
  trx: Trx,
  articleId: DocumentId
): Promise<void> {
  await stats.lock(trx, articleId);
  await events.emit('article.removed', { trx, articleId });
  await summaries.removeAll(trx, articleId);
  await slugs.removeAll(trx, articleId);
  await sources.removeAll(trx, articleId);
  await stats.removeAll(trx, articleId);
}

/** Records the first publication on the draft too, so that the next publish keeps it. */
export const recordFirstPublished = (
  { strapi }: ArticlesDeps,
  articleId: DocumentId,
  date: Date
): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    await stampFirstPublished(trx, articleId, date);
  });
