import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { rowBase, type Trx } from '../../platform/database/connection';
import { createId } from '../../platform/security/hash';
import { TABLE, UID, type DocumentId } from '../../platform/strapi/uids';
import type { ArticleSummary } from '../../../../shared/summaries';

export type Edition = 'draft' | 'published';

/** A row of the summaries' table, as far as it is compared and written. */
export interface SummaryRow {
  id: number;
  document_id: DocumentId;
  edition: Edition;
  language: string | null;
  text: string | null;
}

/** A row as Strapi's API answers with it. */
export interface StoredSummary extends ArticleSummary {
  documentId: DocumentId;
  articleId: DocumentId;
}

/** The rows of some articles' summaries, of one edition, by language. */
export const findRowsOf = (
  strapi: Core.Strapi,
  articleIds: readonly DocumentId[],
  edition: Edition
): Promise<StoredSummary[]> =>
  fromStrapi(
    strapi.db.query(UID.summary).findMany({
      where: { articleId: { $in: articleIds }, edition },
      orderBy: [{ language: 'asc' }, { id: 'asc' }],
    })
  );

/** All rows of an article's summaries, of both editions, locked until the transaction ends. */
export const selectRows = (trx: Trx, articleId: DocumentId): Promise<SummaryRow[]> =>
  trx(TABLE.summary)
    .where({ article_id: articleId })
    .orderBy('id')
    .forUpdate()
    .select('id', 'document_id', 'edition', 'language', 'text');

export async function deleteRows(trx: Trx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await trx(TABLE.summary).whereIn('id', ids).delete();
}

export const updateText = (trx: Trx, id: number, text: string | null): Promise<number> =>
  trx(TABLE.summary).where({ id }).update({ text, updated_at: new Date() });

/** Adds rows of one edition. `documentId` is that of the other edition's row, where there is one. */
export async function insertRows(
  trx: Trx,
  articleId: DocumentId,
  edition: Edition,
  rows: readonly (ArticleSummary & { documentId: DocumentId | undefined })[]
): Promise<void> {
  if (rows.length === 0) return;
  const base = rowBase(new Date());
  await trx(TABLE.summary).insert(
    rows.map(({ documentId, language, text }) => ({
      ...base,
      document_id: documentId ?? createId(),
      // By this Strapi tells a published row from a draft.
      published_at: edition === 'published' ? base.published_at : null,
      article_id: articleId,
      edition,
      language,
      text,
    }))
  );
}

export const deleteSummaries = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.summary).where({ article_id: articleId }).delete();
