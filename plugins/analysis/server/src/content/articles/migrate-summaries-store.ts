import type { Knex } from 'knex';
import { countRows } from '../../platform/database/keyset-query';
import type { Trx } from '../../platform/database/connection';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import { storedSummaries, type ArticleSummary } from '../../../../shared/summaries';
import { contentHash, disclosureOf } from './rules';

/** Where Strapi kept the relation from a summary's row to an article's row. */
const LINKS = 'analysis_summaries_article_lnk';

/** Whether the relation's table is still there. */
export const hasLinks = (schema: Knex.SchemaBuilder): Promise<boolean> => schema.hasTable(LINKS);

interface Linked {
  id: number;
  edition: string;
  language: string | null;
  document_id: DocumentId;
}

/** Whether an article has a summary in a language. */
async function isTaken(
  trx: Trx,
  { articleId, edition, language }: { articleId: DocumentId; edition: string; language: string }
): Promise<boolean> {
  const [found]: { id: number }[] = await trx(TABLE.summary)
    .where({ article_id: articleId, edition, language })
    .limit(1)
    .select('id');
  return found !== undefined;
}

/**
 * Gives summaries that no `article_id` names the article that they are linked to. Where that has
 * one in their language already, the draft loses its language, so that an editor meets both, and
 * the published row goes: readers saw the other.
 * @returns the articles and languages that this happened to
 */
export async function adoptLinked(
  trx: Trx
): Promise<{ articleId: DocumentId; language: string }[]> {
  const linked: Linked[] = await trx({ s: TABLE.summary })
    .join({ l: LINKS }, 'l.summary_id', 's.id')
    .join({ a: TABLE.article }, 'a.id', 'l.article_id')
    .whereNull('s.article_id')
    .orderBy('s.id')
    .select('s.id', 's.edition', 's.language', 'a.document_id');
  const doubled: { articleId: DocumentId; language: string }[] = [];
  for (const { id, edition, language, document_id: articleId } of linked) {
    const hasTwin = language !== null && (await isTaken(trx, { articleId, edition, language }));
    if (hasTwin && edition === 'published') {
      await trx(TABLE.summary).where({ id }).delete();
      continue;
    }
    if (hasTwin) doubled.push({ articleId, language });
    await trx(TABLE.summary)
      .where({ id })
      .update({ article_id: articleId, ...(hasTwin ? { language: null } : {}) });
  }
  return doubled;
}

interface ArticleColumns {
  id: number;
  document_id: DocumentId;
  published_at: unknown;
  title: string | null;
  language: string | null;
  body: string | null;
  origin: 'generated' | 'human' | null;
  content_hash: string | null;
  reviewer: string | null;
  editorial_responsibility: boolean | number | null;
  reviewed_hash: string | null;
  summaries: unknown;
}

/**
 * Writes the summaries' rows of the next articles into the articles' own rows.
 * @param after the last article of the batch before; empty for the first
 * @returns the last article of this batch, null when there is none left
 */
export async function fillArticles(
  trx: Trx,
  after: DocumentId,
  batch: number
): Promise<DocumentId | null> {
  const next = await trx<{ article_id: DocumentId }>(TABLE.summary)
    .where('article_id', '>', after)
    .distinct('article_id')
    .orderBy('article_id')
    .limit(batch);
  const ids = next.map(({ article_id: articleId }) => articleId);
  const articles: ArticleColumns[] = await trx(TABLE.article)
    .whereIn('document_id', ids)
    .select(
      ...['id', 'document_id', 'published_at', 'title', 'language', 'body', 'origin', 'summaries'],
      ...['content_hash', 'reviewer', 'editorial_responsibility', 'reviewed_hash']
    );
  const rows: (ArticleSummary & { article_id: DocumentId; edition: string })[] = await trx(
    TABLE.summary
  )
    .whereIn('article_id', ids)
    .orderBy('id')
    .select('article_id', 'edition', 'language', 'text');
  for (const articleId of ids) {
    const own = articles.filter((each) => each.document_id === articleId);
    const summariesOf = (edition: string): ArticleSummary[] =>
      rows
        .filter((row) => row.article_id === articleId && row.edition === edition)
        .map(({ language, text }) => ({ language, text }));
    await fillArticle(trx, own, {
      draft: summariesOf('draft'),
      published: summariesOf('published'),
    });
    if (!own.some(isPublic)) await deletePublished(trx, articleId);
  }
  return ids.at(-1) ?? null;
}

const isPublic = (row: ArticleColumns): boolean => row.published_at !== null;

const deletePublished = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.summary).where({ article_id: articleId, edition: 'published' }).delete();

async function fillArticle(
  trx: Trx,
  rows: ArticleColumns[],
  summaries: Record<'draft' | 'published', ArticleSummary[]>
): Promise<void> {
  const differ = JSON.stringify(summaries.draft) !== JSON.stringify(summaries.published);
  for (const row of rows) {
    // A start that was broken off has done this one.
    if (storedSummaries(row.summaries).length > 0) continue;
    const own = summaries[isPublic(row) ? 'published' : 'draft'];
    const hash = contentHash({ ...row, summaries: own });
    const signed = row.reviewed_hash !== null && row.reviewed_hash === row.content_hash;
    const reviewedHash = signed ? hash : row.reviewed_hash;
    const review = {
      editorialResponsibility: Boolean(row.editorial_responsibility),
      reviewer: row.reviewer,
      reviewedHash,
    };
    await trx(TABLE.article)
      .where({ id: row.id })
      .update({
        summaries: JSON.stringify(own),
        content_hash: hash,
        reviewed_hash: reviewedHash,
        disclosure: disclosureOf(row.origin, review, hash),
        // By its day the admin tells that a draft holds what is not published.
        ...(differ && !isPublic(row) && rows.some(isPublic) ? { updated_at: new Date() } : {}),
      });
  }
}

/** Draft summaries of no article. Published ones are deleted: nothing would say whose they are. */
export async function countOrphans(knex: Knex): Promise<number> {
  const orphans = (): Knex.QueryBuilder =>
    knex(TABLE.summary).whereNotIn(
      knex.raw('coalesce(article_id, ?)', ['']) as unknown as string,
      knex(TABLE.article).select('document_id')
    );
  await orphans().where({ edition: 'published' }).delete();
  return countRows(orphans());
}
