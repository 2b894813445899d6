import type { Knex } from 'knex';
import { toDate } from '../../platform/database/connection';
import type { ArticleTable, SearchTable } from '../../platform/database/tables';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import { matching, type Client } from './index-store';
import { fullTextOf } from './rules';

const TOPICS = 'analysis_articles_topics_lnk';

/** Of each kind; what is further back is not looked at. */
const BY_TOPIC = 400;
const BY_SOURCE = 25;
const BY_TEXT = 50;

/** A published post, as far as others are compared with it. */
export interface Base {
  id: number;
  articleId: DocumentId;
  language: string;
  sourceName: string | null;
  titleWords: string;
  summaryWords: string;
}

type BaseRow = Pick<ArticleTable, 'id' | 'document_id' | 'language' | 'source_name'> &
  Pick<SearchTable, 'title_words' | 'summary_words'>;

/** @param by its slug, or its article */
export async function selectBase(
  knex: Knex,
  by: { slug: string } | { articleId: DocumentId }
): Promise<Base | null> {
  const row: BaseRow | undefined = await knex({ a: TABLE.article })
    .leftJoin({ s: TABLE.search }, 's.article_id', 'a.document_id')
    .whereNotNull('a.published_at')
    .where('slug' in by ? { 'a.slug': by.slug } : { 'a.document_id': by.articleId })
    .first(
      ...['a.id', 'a.document_id', 'a.language', 'a.source_name'],
      ...['s.title_words', 's.summary_words']
    );
  if (!row) return null;
  return {
    id: row.id,
    articleId: row.document_id,
    language: row.language ?? '',
    sourceName: row.source_name,
    titleWords: row.title_words ?? '',
    summaryWords: row.summary_words ?? '',
  };
}

/** How many topics others share with it, of those written last. */
export async function selectByTopics(knex: Knex, base: Base): Promise<Map<DocumentId, number>> {
  const rows: { document_id: DocumentId }[] = await knex({ o: TOPICS })
    .join({ a: TABLE.article }, 'a.id', 'o.article_id')
    .whereIn('o.topic_id', knex(TOPICS).where({ article_id: base.id }).select('topic_id'))
    .whereNotNull('a.published_at')
    .whereNot('a.id', base.id)
    .orderBy('o.article_id', 'desc')
    .limit(BY_TOPIC)
    .select('a.document_id');
  const shared = new Map<DocumentId, number>();
  for (const { document_id: id } of rows) shared.set(id, (shared.get(id) ?? 0) + 1);
  return shared;
}

/** The newest from the same source. */
export async function selectBySource(knex: Knex, base: Base): Promise<DocumentId[]> {
  const rows: { document_id: DocumentId }[] = await knex(TABLE.article)
    .where({ source_name: base.sourceName ?? '' })
    .whereNotNull('published_at')
    .whereNot('id', base.id)
    .orderBy('first_published_at', 'desc')
    .limit(BY_SOURCE)
    .select('document_id');
  return rows.map((row) => row.document_id);
}

/** The newest that hold any of some words. */
export async function selectByText(
  knex: Knex,
  client: Client,
  base: Base,
  keys: string[]
): Promise<DocumentId[]> {
  const terms = keys.map((key) => ({ keys: [key], prefix: false }));
  const rows: { article_id: DocumentId }[] = await knex({ s: TABLE.search })
    .modify((query) => matching(query, client, fullTextOf(client, terms, 'any')))
    .whereNot('s.article_id', base.articleId)
    .orderBy('s.first_published_at', 'desc')
    .limit(BY_TEXT)
    .select('s.article_id');
  return rows.map((row) => row.article_id);
}

export interface Candidate {
  articleId: DocumentId;
  language: string;
  firstPublishedAt: number;
  titleWords: string;
  summaryWords: string;
}

export async function selectCandidates(knex: Knex, ids: DocumentId[]): Promise<Candidate[]> {
  const rows: SearchTable[] = await knex(TABLE.search)
    .whereIn('article_id', ids)
    .select('article_id', 'language', 'first_published_at', 'title_words', 'summary_words');
  return rows.map((row) => ({
    articleId: row.article_id,
    language: row.language ?? '',
    firstPublishedAt: toDate(row.first_published_at)?.getTime() ?? 0,
    titleWords: row.title_words ?? '',
    summaryWords: row.summary_words ?? '',
  }));
}
