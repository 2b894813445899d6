import type { Core } from '@strapi/strapi';
import { documentsOf } from '../../platform/strapi/content-types';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { toIso } from '../../platform/database/connection';
import { UID, type DocumentId } from '../../platform/strapi/uids';
import { storedSummaries } from '../../../../shared/summaries';
import type { Draft } from './rules';

export interface StoredDraft extends Draft {
  slug: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value) || null;

/** An article's draft with its summaries and topics; null when the article is gone. */
export async function findDraft(
  strapi: Core.Strapi,
  articleId: DocumentId
): Promise<StoredDraft | null> {
  const row = fromStrapi<(Record<string, unknown> & { topics: { name: string }[] }) | null>(
    await strapi.db.query(UID.article).findOne({
      where: { documentId: articleId, publishedAt: null },
      populate: { topics: { select: ['name'] } },
    })
  );
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

/** Writes the article's draft; a new one when `articleId` is null. Returns its id and slug. */
export async function writeArticle(
  strapi: Core.Strapi,
  articleId: DocumentId | null,
  data: Record<string, unknown>
): Promise<{ documentId: DocumentId; slug: string | null }> {
  const articles = documentsOf(strapi, UID.article);
  const made =
    articleId === null
      ? await articles.create({ data, status: 'draft' })
      : await articles.update({ documentId: articleId, data });
  return fromStrapi(made);
}
