import type { Knex } from 'knex';
import { rowBase, type Trx } from '../common/database';
import { TABLE, type DocumentId } from '../common/uids';

export interface SourceRow {
  kind: 'url' | 'title';
  sourceHash: string;
  canonicalUrl: string | null;
}

/** Takes the source for the article unless another has it. Returns the article that holds it. */
export async function claimSource(
  trx: Trx,
  articleId: DocumentId,
  row: SourceRow
): Promise<DocumentId> {
  await trx(TABLE.source)
    .insert({
      ...rowBase(new Date()),
      kind: row.kind,
      source_hash: row.sourceHash,
      canonical_url: row.canonicalUrl,
      article_id: articleId,
    })
    .onConflict('source_hash')
    // Not ignored, for the lock's sake: see claimSlug.
    .merge(['source_hash']);
  const holder = await trx(TABLE.source)
    .where({ source_hash: row.sourceHash })
    .forUpdate()
    .first('article_id');
  return (holder as { article_id: DocumentId }).article_id;
}

export async function selectArticleBySource(knex: Knex, hash: string): Promise<DocumentId | null> {
  const row = await knex(TABLE.source).where({ source_hash: hash }).first('article_id');
  return (row as { article_id: DocumentId } | undefined)?.article_id ?? null;
}

/** Gives back the links that no row of the article carries any more; title keys stay. */
export const releaseUnusedUrls = (
  trx: Trx,
  articleId: DocumentId,
  used: string[]
): Promise<number> =>
  trx(TABLE.source)
    .where({ article_id: articleId, kind: 'url' })
    .whereNotIn('source_hash', used)
    .delete();

export const deleteSources = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.source).where({ article_id: articleId }).delete();
