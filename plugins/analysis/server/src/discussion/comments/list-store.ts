import { defined } from '../../../../shared/defined';
import type { Knex } from 'knex';
import type { CommentSort } from '../../../../shared/contracts/comments';
import { knexClient, toDate } from '../../platform/database/connection';
import { byKeyset } from '../../platform/database/keyset-query';
import { statement } from '../../platform/database/prepared-statement';
import type { CommentTable } from '../../platform/database/tables';
import type { CountedKeyset, Keyset } from '../../platform/http/pagination';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import type { PublicRow } from './views';

/** What the public may see of any comment, column by column. */
const COLUMNS = [
  'id',
  'document_id',
  'content',
  'author_name',
  'author_url',
  'moderator',
  'created_at',
  'edited_at',
  'deleted_at',
] as const;

const ROOT_COLUMNS = [...COLUMNS, 'reply_count'] as const;
const REPLY_COLUMNS = [...COLUMNS, 'parent_id', 'root_id', 'depth'] as const;
const ALL_COLUMNS = [...REPLY_COLUMNS, 'reply_count'] as const;

/** Threads whose first replies one statement reads: SQLite takes 500 parts at most. */
const THREADS_AT_A_TIME = 200;

type Raw = Pick<CommentTable, (typeof COLUMNS)[number]>;
type RawRoot = Pick<CommentTable, (typeof ROOT_COLUMNS)[number]>;
/** `article_id` says to which of several articles a root belongs. */
type RawThread = RawRoot & { article_id: DocumentId };
type RawReply = Pick<CommentTable, (typeof REPLY_COLUMNS)[number]>;

/**
 * Made in one piece, as are the views of it: to spread an object and add to it takes V8 longer
 * than the database takes for the row.
 */
const fromRaw = (raw: Raw, place: Pick<PublicRow, 'parentId' | 'rootId' | 'depth'>): PublicRow => ({
  id: Number(raw.id),
  documentId: raw.document_id,
  parentId: place.parentId,
  rootId: place.rootId,
  depth: place.depth,
  content: raw.content ?? '',
  authorName: raw.author_name,
  authorUrl: raw.author_url,
  moderator: Boolean(raw.moderator),
  createdAt: toDate(raw.created_at) ?? new Date(0),
  editedAt: toDate(raw.edited_at),
  deleted: raw.deleted_at !== null,
});

const rootFromRaw = (raw: RawRoot): RootRow =>
  Object.assign(fromRaw(raw, { parentId: null, rootId: raw.document_id, depth: 0 }), {
    count: Number(raw.reply_count ?? 0),
  });

const replyFromRaw = (raw: RawReply): PublicRow =>
  fromRaw(raw, {
    parentId: raw.parent_id,
    rootId: raw.root_id,
    depth: Number(raw.depth),
  });

/** A root comment with the number of visible replies in its thread. */
export type RootRow = PublicRow & CountedKeyset;

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
  const isMysql = knexClient(knex).dialect === 'mysql';
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
      .select('article_id', ...ROOT_COLUMNS);
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

/** Threads of some articles, in no order. */
function threadsOf(knex: Knex, articleIds: DocumentId[], page: ThreadsQuery): Knex.QueryBuilder {
  const parts = articleIds.flatMap((articleId) => rootsOf(knex, articleId, page));
  if (parts.length === 1) return defined(parts[0]);
  const [first, ...others] = parts.map((part, n) =>
    knex.from(part.as(`part_${n}`)).select('article_id', ...ROOT_COLUMNS)
  ) as [Knex.QueryBuilder, ...Knex.QueryBuilder[]];
  return first.unionAll(others);
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
 * @returns root comments in order by article, one more than the limit when there are further ones
 */
export async function selectThreads(
  knex: Knex,
  articleIds: DocumentId[],
  page: ThreadsQuery
): Promise<Map<DocumentId, RootRow[]>> {
  const [articleId, ...others] = articleIds;
  if (articleId === undefined) return new Map();
  const rows: RawThread[] =
    others.length === 0 && page.cursor === null
      ? await firstPage(knex, { articleId }, `${page.sort}/${page.limit}`)
      : await threadsOf(knex, articleIds, page);
  const pages = new Map<DocumentId, RootRow[]>();
  for (const raw of rows) {
    const found = pages.get(raw.article_id);
    if (found === undefined) pages.set(raw.article_id, [rootFromRaw(raw)]);
    else found.push(rootFromRaw(raw));
  }
  for (const [id, found] of pages) {
    pages.set(id, found.sort(IN_ORDER[page.sort]).slice(0, page.limit + 1));
  }
  return pages;
}

const visibleComments = statement<RawRoot & RawReply, { articleId: DocumentId }, number>(
  (knex, { articleId }, limit) =>
    knex(TABLE.comment)
      .where({ article_id: articleId, visible: true })
      .limit(limit + 1)
      .select(...ALL_COLUMNS)
);

/** Threads of one article, and the first replies in each, both in order. */
export interface Discussion {
  roots: RootRow[];
  replies: Map<DocumentId, PublicRow[]>;
}

/**
 * All that is visible of an article's discussion, in one query.
 * @param options.most comments; null when there are more
 * @param options.perThread replies of a thread
 */
export async function selectDiscussion(
  knex: Knex,
  articleId: DocumentId,
  { sort, most, perThread }: { sort: CommentSort; most: number; perThread: number }
): Promise<Discussion | null> {
  const rows = await visibleComments(knex, { articleId }, most);
  if (rows.length > most) return null;
  const isRoot = (raw: RawReply): boolean => Number(raw.depth) === 0;
  const roots = rows.filter(isRoot).map(rootFromRaw).sort(IN_ORDER[sort]);
  const replies = new Map<DocumentId, PublicRow[]>(roots.map(({ documentId }) => [documentId, []]));
  for (const raw of rows) {
    if (!isRoot(raw)) replies.get(raw.root_id)?.push(replyFromRaw(raw));
  }
  for (const [id, found] of replies) replies.set(id, found.sort(byTime).slice(0, perThread));
  return { roots, replies };
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
    .select(...REPLY_COLUMNS);

const firstReplies = statement<RawReply, { threadIds: DocumentId[] }, number>(
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
      .select(...REPLY_COLUMNS);
  },
  { exactLists: true }
);

/**
 * The first visible replies of some threads, oldest first: a limited read of the index for each
 * thread, put together. A window over the threads would read every reply in them, and MariaDB has
 * no lateral join; PostgreSQL, where it has not counted the rows yet, would read another index whole
 * for a list of threads.
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
    for (const raw of rows) found.get(raw.root_id)?.push(replyFromRaw(raw));
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
  const root = await knex<CommentTable>(TABLE.comment)
    .where({ document_id: threadId, article_id: articleId, visible: true, depth: 0 })
    .first('id');
  if (root === undefined) return null;
  const rows: RawReply[] = await repliesOf(knex, threadId, options);
  return rows.map(replyFromRaw);
}
