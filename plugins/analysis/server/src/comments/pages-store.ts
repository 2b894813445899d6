import type { Knex } from 'knex';
import type { CommentSort } from '../../../shared/contracts/comments';
import { toDate } from '../common/database';
import { byKeyset } from '../common/listing';
import type { Keyset } from '../common/pagination';
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

type Raw = Record<(typeof PUBLIC_COLUMNS)[number], unknown>;

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

export interface ThreadsPage {
  /** Root comments in order, one more than the limit when there are further ones. */
  roots: PublicRow[];
  /** For each root, its first replies and how many there are in all. */
  replies: Map<DocumentId, { rows: PublicRow[]; total: number }>;
  /** Visible comments of the article. */
  total: number;
}

/**
 * A page of threads in one query: the roots by keyset, the first replies of each by a window
 * over its thread, the article's total beside them.
 * @param options.limit roots; one more is read to know whether there are others
 * @param options.perThread replies that come with each root
 */
export async function selectThreads(
  knex: Knex,
  articleId: DocumentId,
  options: { sort: CommentSort; limit: number; cursor: Keyset | null; perThread: number }
): Promise<ThreadsPage> {
  const order = options.sort === 'newest' ? 'desc' : 'asc';
  const roots = knex(TABLE.comment)
    .where({ article_id: articleId, visible: true, depth: 0 })
    .modify((query) => byKeyset(query, options))
    .select(...PUBLIC_COLUMNS);
  const replies = knex({ reply: TABLE.comment })
    .join({ root: 'roots' }, 'root.document_id', 'reply.root_id')
    .where({ 'reply.visible': true })
    .where('reply.depth', '>', 0)
    .select(PUBLIC_COLUMNS.map((column) => `reply.${column}`))
    .select(
      knex.raw(
        'row_number() over (partition by reply.root_id order by reply.created_at, reply.id) as place'
      ),
      knex.raw('count(*) over (partition by reply.root_id) as reply_total')
    );
  const rows: (Raw & { place: unknown; reply_total: unknown; total: unknown })[] = await knex
    .with('roots', roots)
    .with('replies', replies)
    .with('page', (page) =>
      page
        .from('roots')
        .select(...PUBLIC_COLUMNS, knex.raw('0 as place'), knex.raw('0 as reply_total'))
        .unionAll((below) =>
          below
            .from('replies')
            .where('place', '<=', options.perThread)
            .select(...PUBLIC_COLUMNS, 'place', 'reply_total')
        )
    )
    .from({ stats: TABLE.stats })
    .leftJoin('page', knex.raw('1 = 1'))
    .where('stats.article_id', articleId)
    .select(...PUBLIC_COLUMNS.map((column) => `page.${column}`), 'page.place', 'page.reply_total', {
      total: 'stats.comments_visible',
    });
  return arrange(rows, order);
}

function arrange(
  rows: (Raw & { place: unknown; reply_total: unknown; total: unknown })[],
  order: 'asc' | 'desc'
): ThreadsPage {
  const page: ThreadsPage = { roots: [], replies: new Map(), total: Number(rows[0]?.total ?? 0) };
  const present = rows.filter(({ id }) => id !== null);
  const byPlace = present
    .filter(({ depth }) => Number(depth) > 0)
    .sort((left, right) => Number(left.place) - Number(right.place));
  for (const raw of byPlace) {
    const row = fromRaw(raw);
    const thread = page.replies.get(row.rootId);
    if (thread) thread.rows.push(row);
    else page.replies.set(row.rootId, { rows: [row], total: Number(raw.reply_total) });
  }
  const sign = order === 'asc' ? 1 : -1;
  page.roots = present
    .filter(({ depth }) => Number(depth) === 0)
    .map(fromRaw)
    .sort(
      (left, right) =>
        sign * (left.createdAt.getTime() - right.createdAt.getTime() || left.id - right.id)
    );
  return page;
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
  const rows: Raw[] = await knex(TABLE.comment)
    .where({ root_id: threadId, visible: true })
    .where('depth', '>', 0)
    .modify((query) => byKeyset(query, { ...options, sort: 'oldest' }))
    .select(...PUBLIC_COLUMNS);
  return rows.map(fromRaw);
}
