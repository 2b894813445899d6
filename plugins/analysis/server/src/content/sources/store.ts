import type { Knex } from 'knex';
import { rowBase, type Trx } from '../../platform/database/connection';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

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
  const holder: { article_id: DocumentId } = await trx(TABLE.source)
    .where({ source_hash: row.sourceHash })
    .forUpdate()
    .first('article_id');
  return holder.article_id;
}

export async function selectArticleBySource(knex: Knex, hash: string): Promise<DocumentId | null> {
  const row: { article_id: DocumentId } | undefined = await knex(TABLE.source)
    .where({ source_hash: hash })
    .first('article_id');
  return row?.article_id ?? null;
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

export interface UrlSource {
  id: number;
  articleId: DocumentId;
  sourceHash: string;
}

/**
 * The sources of kind `url` of some articles, with the links that the articles' rows have.
 * @param after documentId of the last article of the batch before
 * @returns `last` is null after the last batch
 */
export async function selectUrlSources(
  knex: Knex,
  after: string,
  limit: number
): Promise<{ articles: { sources: UrlSource[]; links: string[] }[]; last: string | null }> {
  const ids: { article_id: DocumentId }[] = await knex<{ article_id: DocumentId; kind: string }>(
    TABLE.source
  )
    .where({ kind: 'url' })
    .where('article_id', '>', after)
    .distinct('article_id')
    .orderBy('article_id')
    .limit(limit);
  const articleIds = ids.map(({ article_id }) => article_id);
  const sources: { id: number; article_id: DocumentId; source_hash: string }[] = await knex(
    TABLE.source
  )
    .where({ kind: 'url' })
    .whereIn('article_id', articleIds)
    .select('id', 'article_id', 'source_hash');
  const rows: { document_id: DocumentId; original_link: string | null }[] = await knex(
    TABLE.article
  )
    .whereIn('document_id', articleIds)
    .select('document_id', 'original_link');
  const found = new Map<DocumentId, { sources: UrlSource[]; links: string[] }>(
    articleIds.map((id) => [id, { sources: [], links: [] }])
  );
  for (const { id, article_id, source_hash } of sources) {
    const source = { id, articleId: article_id, sourceHash: source_hash };
    found.get(article_id)?.sources.push(source);
  }
  for (const { document_id, original_link } of rows) {
    if (original_link) found.get(document_id)?.links.push(original_link);
  }
  return {
    articles: [...found.values()].filter(({ sources: some }) => some.length > 0),
    last: articleIds.length < limit ? null : (articleIds.at(-1) ?? null),
  };
}

export const deleteSource = (trx: Trx, id: number): Promise<number> =>
  trx(TABLE.source).where({ id }).delete();

export const deleteSources = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.source).where({ article_id: articleId }).delete();
