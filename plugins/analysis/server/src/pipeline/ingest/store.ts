import type { Core } from '@strapi/strapi';
import { toIso } from '../../platform/database/connection';
import { UID, type DocumentId } from '../../platform/strapi/uids';
import { storedSummaries } from '../../../../shared/summaries';
import type { Draft } from './rules';

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
