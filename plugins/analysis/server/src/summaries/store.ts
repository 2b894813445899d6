import type { Core } from '@strapi/strapi';
import type { Trx } from '../common/database';
import { TABLE, UID, type DocumentId } from '../common/uids';
import type { SummaryValues } from './rules';

export type Edition = 'draft' | 'published';

export interface SummaryRow extends SummaryValues {
  id: number;
  documentId: DocumentId;
  articleId: DocumentId | null;
  publishedAt: unknown;
}

export const findRow = (
  strapi: Core.Strapi,
  where: Record<string, unknown>
): Promise<SummaryRow | null> =>
  strapi.db.query(UID.summary).findOne({ where }) as Promise<SummaryRow | null>;

/** The articles of the summaries that a `where` of the query layer reaches. */
export async function findArticleIds(
  strapi: Core.Strapi,
  where: Record<string, unknown>
): Promise<(DocumentId | null)[]> {
  const rows = (await strapi.db
    .query(UID.summary)
    .findMany({ where, select: ['articleId'] })) as Pick<SummaryRow, 'articleId'>[];
  return rows.map(({ articleId }) => articleId);
}

/** The articles' documentIds behind row ids or documentIds of a relation. */
export async function selectArticleIds(
  trx: Trx,
  keys: { ids: number[]; documentIds: DocumentId[] }
): Promise<DocumentId[]> {
  const rows: { document_id: DocumentId }[] = await trx(TABLE.article)
    .whereIn('id', keys.ids)
    .orWhereIn('document_id', keys.documentIds)
    .distinct('document_id');
  return rows.map((row) => row.document_id);
}

/** The article's other summaries of one edition. */
export const selectSiblings = (
  trx: Trx,
  articleId: DocumentId,
  edition: Edition,
  exceptId: number | null
): Promise<{ language: string | null; document_id: DocumentId }[]> =>
  trx(TABLE.summary)
    .where({ article_id: articleId, edition })
    .modify((query) => {
      if (exceptId !== null) void query.whereNot({ id: exceptId });
    })
    .forUpdate()
    .select('language', 'document_id');

/** The article's bodies, draft and published, and whether it is public. */
export async function selectArticle(
  trx: Trx,
  articleId: DocumentId
): Promise<{ bodies: (string | null)[]; isPublic: boolean }> {
  const rows: { body: string | null; published_at: unknown }[] = await trx(TABLE.article)
    .where({ document_id: articleId })
    .select('body', 'published_at');
  return {
    bodies: rows.map(({ body }) => body),
    isPublic: rows.some((row) => row.published_at !== null),
  };
}

export const updateVisible = (trx: Trx, articleId: DocumentId, visible: boolean): Promise<number> =>
  trx(TABLE.summary).where({ article_id: articleId, edition: 'published' }).update({ visible });

/** Link rows go with them by the database's own cascade. */
export const deleteSummaries = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.summary).where({ article_id: articleId }).delete();
