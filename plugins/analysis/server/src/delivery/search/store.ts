import type { Knex } from 'knex';
import { rowBase, type Trx } from '../../platform/database/connection';
import type { ArticleTable, StoredDate } from '../../platform/database/tables';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import { matching, type Client } from './index-store';
import { fullTextOf, likeOf, type Term } from './rules';

/** Matches that are put in order: of more, the newest. */
export const MAX_MATCHES = 500;

/** What an entry is made from. */
export interface Source {
  title: string;
  language: string;
  body: string;
  originalLink: string | null;
  firstPublishedAt: StoredDate | null;
  summaries: string[];
}

type SourceRow = Pick<
  ArticleTable,
  'title' | 'language' | 'body' | 'original_link' | 'first_published_at'
>;

/** Published text of an article; null while it is not published. */
export async function selectSource(trx: Trx, articleId: DocumentId): Promise<Source | null> {
  const row: SourceRow | undefined = await trx(TABLE.article)
    .where({ document_id: articleId })
    .whereNotNull('published_at')
    .first('title', 'language', 'body', 'original_link', 'first_published_at');
  if (!row) return null;
  const summaries: { text: string | null }[] = await trx(TABLE.summary)
    .where({ article_id: articleId, edition: 'published' })
    .orderBy('language')
    .select('text');
  return {
    title: row.title ?? '',
    language: row.language ?? '',
    body: row.body ?? '',
    originalLink: row.original_link,
    firstPublishedAt: row.first_published_at,
    summaries: summaries.map(({ text }) => text ?? ''),
  };
}

interface HashColumns {
  article_id: DocumentId;
  content_hash: string | null;
}

export const selectHash = async (trx: Trx, articleId: DocumentId): Promise<string | null> =>
  (await trx<HashColumns>(TABLE.search).where({ article_id: articleId }).first('content_hash'))
    ?.content_hash ?? null;

export interface Entry {
  language: string;
  firstPublishedAt: StoredDate | null;
  titleWords: string;
  summaryWords: string;
  words: string;
  text: string;
  contentHash: string;
}

/** Two writers at once leave one row: the index on the article decides. */
export async function upsertEntry(trx: Trx, articleId: DocumentId, entry: Entry): Promise<void> {
  const columns = {
    language: entry.language,
    first_published_at: entry.firstPublishedAt,
    title_words: entry.titleWords,
    summary_words: entry.summaryWords,
    words: entry.words,
    text: entry.text,
    content_hash: entry.contentHash,
  };
  await trx(TABLE.search)
    .insert({ ...rowBase(new Date()), article_id: articleId, ...columns })
    .onConflict('article_id')
    .merge([...Object.keys(columns), 'updated_at']);
}

export const deleteEntry = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.search).where({ article_id: articleId }).delete();

/** Published articles behind a row id, with or without an entry. */
export const selectArticles = (
  knex: Knex,
  options: { after: number; limit: number; missing: boolean }
): Promise<{ id: number; document_id: DocumentId }[]> =>
  knex({ a: TABLE.article })
    .leftJoin({ s: TABLE.search }, 's.article_id', 'a.document_id')
    .whereNotNull('a.published_at')
    .where('a.id', '>', options.after)
    .modify((query) => {
      if (options.missing) void query.whereNull('s.id');
    })
    .orderBy('a.id')
    .limit(options.limit)
    .select('a.id', 'a.document_id');

/** Deletes the entries of articles that are not published; returns how many there were. */
export const deleteStray = (knex: Knex): Promise<number> =>
  knex(TABLE.search)
    .whereNotIn(
      'article_id',
      knex(TABLE.article).whereNotNull('published_at').select('document_id')
    )
    .delete();

/**
 * Articles in which all terms are found, those with more of them in the title or the summaries
 * first, then the newest. The full-text index finds them; that words stand side by side, and
 * where, is seen in the text, which is the same on every database.
 */
export async function selectMatches(
  knex: Knex,
  client: Client,
  terms: readonly Term[],
  page: { limit: number; offset: number }
): Promise<{ articleId: DocumentId; text: string }[]> {
  const found = knex({ s: TABLE.search })
    .modify((query) => {
      matching(query, client, fullTextOf(client, terms, 'all'));
      for (const term of terms) {
        if (term.keys.length > 1) void query.where('s.words', 'like', likeOf(term));
      }
    })
    .orderBy([
      { column: 's.first_published_at', order: 'desc' },
      { column: 's.id', order: 'desc' },
    ])
    .limit(MAX_MATCHES)
    .select('s.id', 's.first_published_at', 's.title_words', 's.summary_words');
  const worth = terms.flatMap((term) => [likeOf(term), likeOf(term)]);
  const points = terms.map(
    () =>
      '(case when f.title_words like ? then 4 else 0 end) + (case when f.summary_words like ? then 1 else 0 end)'
  );
  const ranked = knex
    .from(found.as('f'))
    .orderByRaw(`${points.join(' + ')} desc`, worth)
    .orderBy([
      { column: 'f.first_published_at', order: 'desc' },
      { column: 'f.id', order: 'desc' },
    ])
    .limit(page.limit)
    .offset(page.offset)
    .select('f.id');
  const ids: { id: number }[] = await ranked;
  const rows: { id: number; article_id: DocumentId; text: string | null }[] = await knex(
    TABLE.search
  )
    .whereIn(
      'id',
      ids.map(({ id }) => id)
    )
    .select('id', 'article_id', 'text');
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => {
    const row = byId.get(id);
    return row ? [{ articleId: row.article_id, text: row.text ?? '' }] : [];
  });
}
