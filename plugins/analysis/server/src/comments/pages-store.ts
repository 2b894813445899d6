import type { Knex } from 'knex';
import type { CommentSort } from '../../../shared/contracts/comments';
import { toDate } from '../common/database';
import { byKeyset } from '../common/listing';
import { statement } from '../common/statement';
import type { CountedKeyset, Keyset } from '../common/pagination';
import { TABLE, type DocumentId } from '../common/uids';
import type { PublicRow } from './views';

/** What the public may see of a comment, column by column. */
const PUBLIC_COLUMNS = [
  'id',
  'document_id',
  'parent_id',
  'root_id',
  'depth',
  'content',
  'author_name',
  'author_url',
  'moderator',
  'created_at',
  'edited_at',
  'deleted_at',
] as const;

const ROOT_COLUMNS = [...PUBLIC_COLUMNS, 'article_id', 'reply_count'] as const;

/** Threads whose first replies one statement reads: SQLite takes 500 parts at most. */
const THREADS_AT_A_TIME = 200;

type Raw = Record<(typeof PUBLIC_COLUMNS)[number], unknown>;
type RawRoot = Record<(typeof ROOT_COLUMNS)[number], unknown>;

const fromRaw = (raw: Raw): PublicRow => ({
  id: Number(raw.id),
  documentId: raw.document_id as string,
  parentId: (raw.parent_id as string | null) ?? null,
  rootId: raw.root_id as string,
  depth: Number(raw.depth),
  content: (raw.content as string | null) ?? '',
  authorName: (raw.author_name as string | null) ?? null,
  authorUrl: (raw.author_url as string | null) ?? null,
  moderator: Boolean(raw.moderator),
  createdAt: toDate(raw.created_at) ?? new Date(0),
  editedAt: toDate(raw.edited_at),
  deleted: raw.deleted_at !== null,
});

/** A root comment with the number of visible replies in its thread. */
export type RootRow = PublicRow & CountedKeyset;

export interface ThreadsPage {
  /** Root comments in order, one more than the limit when there are further ones. */
  roots: RootRow[];
  /** Visible comments of the article. */
  total: number;
}

/** Which threads of an article a page holds. */
export interface ThreadsQuery {
  sort: CommentSort;
  /** Roots; one more is read to know whether there are others. */
  limit: number;
  /** With its `count` where the sort is by that. */
  cursor: Keyset | CountedKeyset | null;
}

/**
 * The comments under one key of an index that goes on in the page's order, by which they are
 * read. From a cursor on, MariaDB would match the key alone and walk all that lies before, however
 * the rest is put; a key between two equal bounds, and first in the order, makes it seek the place
 * (ADR 23).
 */
function under(
  knex: Knex,
  key: { article_id: DocumentId } | { root_id: DocumentId },
  page: Pick<ThreadsQuery, 'sort' | 'cursor'>
): Knex.QueryBuilder {
  const rows = knex(TABLE.comment);
  const isMysql = (knex.client as { dialect: string }).dialect === 'mysql';
  if (!isMysql || page.cursor === null) return rows.where(key);
  const [[column, value]] = Object.entries(key) as [[string, DocumentId]];
  return rows
    .where(column, '>=', value)
    .where(column, '<=', value)
    .orderBy(column, page.sort === 'oldest' ? 'asc' : 'desc');
}

/**
 * The roots of one article's page: as many reads as its order needs, each of which seeks its
 * place in an index and stops at the limit.
 */
function rootsOf(knex: Knex, articleId: DocumentId, page: ThreadsQuery): Knex.QueryBuilder[] {
  const { sort, limit, cursor } = page;
  const roots = () =>
    under(knex, { article_id: articleId }, page)
      .where({ visible: true, depth: 0 })
      .select(...ROOT_COLUMNS);
  if (sort !== 'discussed') {
    return [roots().modify((query) => byKeyset(query, { sort, limit, cursor }))];
  }
  const discussed = (query: Knex.QueryBuilder) =>
    query
      .orderBy(
        ['reply_count', 'created_at', 'id'].map((column) => ({ column, order: 'desc' as const }))
      )
      .limit(limit + 1);
  if (cursor === null || !('count' in cursor)) return [discussed(roots())];
  // One condition for both would be read from the first of those with the same count.
  const { count } = cursor;
  return [
    roots()
      .where({ reply_count: count })
      .modify((query) => byKeyset(query, { sort: 'newest', limit, cursor })),
    discussed(roots().where('reply_count', '<', count)),
  ];
}

const byTime = (left: Keyset, right: Keyset): number =>
  left.createdAt.getTime() - right.createdAt.getTime() || left.id - right.id;

/** What a union brings is in no order of its own. */
const IN_ORDER: Record<CommentSort, (left: RootRow, right: RootRow) => number> = {
  oldest: byTime,
  newest: (left, right) => byTime(right, left),
  discussed: (left, right) => right.count - left.count || byTime(right, left),
};

type RawThread = RawRoot & { owner: DocumentId; total: unknown };

/** Threads of some articles beside the articles' totals; an article without any has one row. */
function threadsOf(knex: Knex, articleIds: DocumentId[], page: ThreadsQuery): Knex.QueryBuilder {
  const [first, ...others] = articleIds
    .flatMap((articleId) => rootsOf(knex, articleId, page))
    .map((part, n) => knex.from(part.as(`part_${n}`)).select(...ROOT_COLUMNS)) as [
    Knex.QueryBuilder,
    ...Knex.QueryBuilder[],
  ];
  return knex
    .with('page', others.length > 0 ? first.unionAll(others) : first)
    .from({ stats: TABLE.stats })
    .leftJoin('page', 'page.article_id', 'stats.article_id')
    .whereIn('stats.article_id', articleIds)
    .select(ROOT_COLUMNS.map((column) => `page.${column}`))
    .select({ owner: 'stats.article_id', total: 'stats.comments_visible' });
}

/** The page that nearly everyone asks for: the first of one article. */
const firstPage = statement<RawThread, { articleId: DocumentId }, `${CommentSort}/${number}`>(
  (knex, { articleId }, variant) => {
    const [sort, limit] = variant.split('/') as [CommentSort, string];
    return threadsOf(knex, [articleId], { sort, limit: Number(limit), cursor: null });
  }
);

/**
 * A page of threads of each of some articles, in one query: every part of it reads at most one
 * page from an index, however many comments there are.
 */
export async function selectThreads(
  knex: Knex,
  articleIds: DocumentId[],
  page: ThreadsQuery
): Promise<Map<DocumentId, ThreadsPage>> {
  const [articleId, ...others] = articleIds;
  if (articleId === undefined) return new Map();
  const rows: RawThread[] =
    others.length === 0 && page.cursor === null
      ? await firstPage(knex, { articleId }, `${page.sort}/${page.limit}`)
      : await threadsOf(knex, articleIds, page);
  const pages = new Map<DocumentId, ThreadsPage>();
  for (const row of rows) {
    const found = pages.get(row.owner) ?? { roots: [], total: Number(row.total ?? 0) };
    pages.set(row.owner, found);
    if (row.id !== null) found.roots.push({ ...fromRaw(row), count: Number(row.reply_count ?? 0) });
  }
  for (const found of pages.values()) {
    found.roots = found.roots.sort(IN_ORDER[page.sort]).slice(0, page.limit + 1);
  }
  return pages;
}

/** Visible replies of one thread, oldest first, one more than the limit when there are others. */
const repliesOf = (
  knex: Knex,
  threadId: DocumentId,
  options: { limit: number; cursor: Keyset | null }
): Knex.QueryBuilder =>
  under(knex, { root_id: threadId }, { ...options, sort: 'oldest' })
    .where({ visible: true })
    .where('depth', '>', 0)
    .modify((query) => byKeyset(query, { ...options, sort: 'oldest' }))
    .select(...PUBLIC_COLUMNS);

const firstReplies = statement<Raw, { threadIds: DocumentId[] }, number>(
  (knex, { threadIds }, perThread) => {
    // The statement of one thread is repeated as text: to build each anew costs more than to read.
    const one = repliesOf(knex, '', { limit: perThread - 1, cursor: null }).toSQL();
    const [, ...rest] = one.bindings;
    const parts = threadIds.map((_, n) => `select * from (${one.sql}) part_${n}`);
    return knex
      .from(
        knex.raw(
          `(${parts.join(' union all ')}) replies`,
          threadIds.flatMap((id) => [id, ...rest]) as Knex.RawBinding[]
        )
      )
      .select(...PUBLIC_COLUMNS);
  },
  { exactLists: true }
);

/**
 * The first visible replies of some threads, oldest first: a limited read of the index for each
 * thread, put together. A window over the threads would read every reply in them, and MariaDB has
 * no lateral join.
 */
export async function selectFirstReplies(
  knex: Knex,
  threadIds: DocumentId[],
  perThread: number
): Promise<Map<DocumentId, PublicRow[]>> {
  const found = new Map<DocumentId, PublicRow[]>(threadIds.map((id) => [id, []]));
  for (let from = 0; from < threadIds.length; from += THREADS_AT_A_TIME) {
    const some = threadIds.slice(from, from + THREADS_AT_A_TIME);
    const rows = await firstReplies(knex, { threadIds: some }, perThread);
    for (const raw of rows) found.get(raw.root_id as DocumentId)?.push(fromRaw(raw));
  }
  for (const rows of found.values()) rows.sort(byTime);
  return found;
}

/**
 * Further visible replies of one thread, oldest first, one more than the limit when there are
 * others. Null when the public may see no such thread on the article.
 */
export async function selectReplies(
  knex: Knex,
  articleId: DocumentId,
  threadId: DocumentId,
  options: { limit: number; cursor: Keyset | null }
): Promise<PublicRow[] | null> {
  const root = await knex(TABLE.comment)
    .where({ document_id: threadId, article_id: articleId, visible: true, depth: 0 })
    .first('id');
  if (root === undefined) return null;
  const rows: Raw[] = await repliesOf(knex, threadId, options);
  return rows.map(fromRaw);
}
