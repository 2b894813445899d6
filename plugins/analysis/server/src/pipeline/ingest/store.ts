import type { Core } from '@strapi/strapi';
import { toIso, type Trx } from '../../platform/database/connection';
import { TABLE, UID, type DocumentId } from '../../platform/strapi/uids';
import { storedSummaries } from '../../content/summaries/rules';
import type { Draft } from './rules';

/** What the last ingest of an article left in its stats row. */
export async function selectMark(trx: Trx, articleId: DocumentId): Promise<string | null> {
  const row = await trx(TABLE.stats).where({ article_id: articleId }).first('ingested_hash');
  return (row as { ingested_hash: string | null } | undefined)?.ingested_hash ?? null;
}

export const updateMark = (trx: Trx, articleId: DocumentId, mark: string): Promise<number> =>
  trx(TABLE.stats).where({ article_id: articleId }).update({ ingested_hash: mark });

export interface StoredDraft extends Draft {
  slug: string | null;
}

const text = (value: unknown): string | null => (value as string | null) || null;

/** An article's draft with its summaries and topics; null when the article is gone. */
export async function findDraft(
  strapi: Core.Strapi,
  articleId: DocumentId
): Promise<StoredDraft | null> {
  const row = (await strapi.db.query(UID.article).findOne({
    where: { documentId: articleId, publishedAt: null },
    populate: { topics: { select: ['name'] } },
  })) as (Record<string, unknown> & { topics: { name: string }[] }) | null;
  if (row === null) return null;
  return {
    slug: text(row.slug),
    article: {
      title: text(row.title) ?? '',
      language: text(row.language),
      body: text(row.body) ?? '',
      originalLink: text(row.originalLink),
      sourceName: text(row.sourceName),
      sourcePublishedAt: toIso(row.sourcePublishedAt),
      generatorProvider: text(row.generatorProvider),
      generatorModel: text(row.generatorModel),
      promptVersion: text(row.promptVersion),
      promptHash: text(row.promptHash),
      runId: text(row.runId),
      generatedAt: toIso(row.generatedAt),
    },
    summaries: storedSummaries(row.summaries).map(({ language, text: words }) => ({
      language,
      text: words ?? '',
    })),
    topics: row.topics.map(({ name }) => name),
  };
}

type Documents = ReturnType<Core.Strapi['documents']>;

/** Any documents of a type that Strapi's generated types do not know. */
const documents = (strapi: Core.Strapi, uid: string): Documents =>
  strapi.documents(uid as never) as Documents;

/** Writes the article's draft; a new one when `articleId` is null. Returns its id and slug. */
export async function writeArticle(
  strapi: Core.Strapi,
  articleId: DocumentId | null,
  data: Record<string, unknown>
): Promise<{ documentId: DocumentId; slug: string | null }> {
  const articles = documents(strapi, UID.article);
  const made =
    articleId === null
      ? await articles.create({ data: data as never, status: 'draft' })
      : await articles.update({ documentId: articleId, data: data as never });
  return made as unknown as { documentId: DocumentId; slug: string | null };
}
