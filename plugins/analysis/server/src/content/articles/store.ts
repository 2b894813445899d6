import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { Knex } from 'knex';
import { toDate, type Trx } from '../../platform/database/connection';
import { statement } from '../../platform/database/prepared-statement';
import type { ArticleTable, StoredDate } from '../../platform/database/tables';
import { TABLE, UID, type DocumentId } from '../../platform/strapi/uids';
import { storedSummaries, type ArticleSummary } from '../../../../shared/summaries';
import type { ArticleValues, Review } from './rules';

/** An article's row as the hooks see it. */
export interface ArticleRow extends ArticleValues, Review {
  id: number;
  documentId: DocumentId;
  editorialResponsibility: boolean;
  publishedAt: Date | null;
  firstPublishedAt: Date | null;
  cover: { id: number } | null;
}

/** Reads one row, in the transaction that is open. */
export async function findRow(
  strapi: Core.Strapi,
  where: Record<string, unknown>
): Promise<ArticleRow | null> {
  const row = fromStrapi<ArticleRow | null>(
    await strapi.db.query(UID.article).findOne({ where, populate: { cover: true } })
  );
  if (row === null) return null;
  return {
    ...row,
    editorialResponsibility: row.editorialResponsibility === true,
    summaries: storedSummaries(row.summaries),
    generatedAt: toDate(row.generatedAt),
    sourcePublishedAt: toDate(row.sourcePublishedAt),
    reviewedAt: toDate(row.reviewedAt),
    publishedAt: toDate(row.publishedAt),
    firstPublishedAt: toDate(row.firstPublishedAt),
  };
}

/** The documents that a `where` of the query layer reaches. */
export async function findDocumentIds(
  strapi: Core.Strapi,
  where: Record<string, unknown>
): Promise<DocumentId[]> {
  const rows = fromStrapi<{ documentId: DocumentId }[]>(
    await strapi.db.query(UID.article).findMany({ where, select: ['documentId'] })
  );
  return [...new Set(rows.map(({ documentId }) => documentId))];
}

export interface EditionRow {
  id: number;
  slug: string | null;
  original_link: string | null;
  published_at: StoredDate | null;
  summaries: ArticleSummary[];
}

/** The draft's and the published row of an article: their slugs, links and summaries. */
export async function selectEditions(trx: Trx, articleId: DocumentId): Promise<EditionRow[]> {
  const rows: (Omit<EditionRow, 'summaries'> & { summaries: unknown })[] = await trx(TABLE.article)
    .where({ document_id: articleId })
    .select('id', 'slug', 'original_link', 'published_at', 'summaries');
  return rows.map((row) => ({ ...row, summaries: storedSummaries(row.summaries) }));
}

/** Writes the day of first publication into every row of the article that has none. */
export const stampFirstPublished = (trx: Trx, articleId: DocumentId, date: Date): Promise<number> =>
  trx(TABLE.article)
    .where({ document_id: articleId })
    .whereNull('first_published_at')
    .update({ first_published_at: date });

export interface DiscussionRow {
  discussionClosed: boolean;
  firstPublishedAt: Date | null;
  published: boolean;
}

/** What is in force of an article's discussion: the public row's, where there is one. */
export async function selectDiscussion(
  knex: Knex,
  articleId: DocumentId
): Promise<DiscussionRow | null> {
  const rows: Pick<ArticleTable, 'published_at' | 'first_published_at' | 'discussion_closed'>[] =
    await knex(TABLE.article)
      .where({ document_id: articleId })
      .select('published_at', 'first_published_at', 'discussion_closed');
  const row = rows.find(({ published_at: at }) => at !== null) ?? rows[0];
  if (!row) return null;
  return {
    discussionClosed: Boolean(row.discussion_closed),
    firstPublishedAt: toDate(row.first_published_at),
    published: row.published_at !== null,
  };
}

/**
 * Closes or opens in every row of the article. The days of their last change stay: by these
 * Strapi tells whether a draft holds something that is not published.
 */
export const updateDiscussion = (
  trx: Trx,
  articleId: DocumentId,
  closed: boolean
): Promise<number> =>
  trx(TABLE.article).where({ document_id: articleId }).update({ discussion_closed: closed });

/** A public row, as far as other rooms look at it. */
export interface PublishedRow {
  documentId: DocumentId;
  title: string;
  slug: string;
  language: string;
  contentHash: string;
  firstPublishedAt: Date | null;
  /** By an editor. */
  discussionClosed: boolean;
  generatorModel: string | null;
  promptVersion: string | null;
}

type RawPublished = Pick<
  ArticleTable,
  | 'document_id'
  | 'title'
  | 'slug'
  | 'language'
  | 'content_hash'
  | 'generator_model'
  | 'prompt_version'
  | 'first_published_at'
  | 'discussion_closed'
>;

const publishedRows = statement<RawPublished, { articleIds: DocumentId[] }>(
  (knex, { articleIds }) =>
    knex(TABLE.article)
      .whereIn('document_id', articleIds)
      .whereNotNull('published_at')
      .select(
        ...['document_id', 'title', 'slug', 'language', 'content_hash', 'generator_model'],
        ...['prompt_version', 'first_published_at', 'discussion_closed']
      )
);

/** The public rows of some articles, in one query. */
export async function selectPublished(
  knex: Knex,
  articleIds: DocumentId[]
): Promise<PublishedRow[]> {
  const rows = await publishedRows(knex, { articleIds });
  return rows.map((row) => ({
    documentId: row.document_id,
    title: row.title ?? '',
    slug: row.slug ?? '',
    language: row.language ?? '',
    contentHash: row.content_hash ?? '',
    firstPublishedAt: toDate(row.first_published_at),
    discussionClosed: Boolean(row.discussion_closed),
    generatorModel: row.generator_model,
    promptVersion: row.prompt_version,
  }));
}
