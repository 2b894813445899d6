import type { Knex } from 'knex';
import type { CommentStatus, ReportReason } from '../../../../shared/contracts/comments';
import type {
  HeldReason,
  QueueFilters,
  QueueSort,
  QueueTab,
} from '../../../../shared/contracts/moderation';
import { fromJson, toDate } from '../../platform/database/connection';
import { byKeyset, like } from '../../platform/database/keyset-query';
import type { ArticleTable, CommentTable, ReportTable } from '../../platform/database/tables';
import type { Keyset } from '../../platform/http/pagination';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

/** A comment as the desk reads it. */
export interface QueueRow {
  id: number;
  documentId: DocumentId;
  articleId: DocumentId;
  parentId: DocumentId | null;
  depth: number;
  status: CommentStatus;
  visible: boolean;
  deleted: boolean;
  content: string;
  contentHash: string | null;
  language: string | null;
  authorName: string | null;
  authorEmail: string | null;
  authorUrl: string | null;
  authorKey: string | null;
  userId: string | null;
  ipHash: string | null;
  moderator: boolean;
  heldReasons: HeldReason[];
  createdAt: Date;
  editedAt: Date | null;
}

const parseReasons = (stored: unknown): HeldReason[] => fromJson<HeldReason[] | null>(stored) ?? [];

const toRow = (raw: CommentTable): QueueRow => ({
  id: Number(raw.id),
  documentId: raw.document_id,
  articleId: raw.article_id,
  parentId: raw.parent_id,
  depth: Number(raw.depth),
  status: raw.state,
  visible: Boolean(raw.visible),
  deleted: raw.deleted_at !== null,
  content: raw.content ?? '',
  contentHash: raw.content_hash,
  language: raw.language,
  authorName: raw.author_name,
  authorEmail: raw.author_email,
  authorUrl: raw.author_url,
  authorKey: raw.author_key,
  userId: raw.user_id,
  ipHash: raw.ip_hash,
  moderator: Boolean(raw.moderator),
  heldReasons: parseReasons(raw.held_reasons),
  createdAt: toDate(raw.created_at) ?? new Date(0),
  editedAt: toDate(raw.edited_at),
});

/** Narrows comments to a tab and its filters. */
export function matching(query: Knex.QueryBuilder, tab: QueueTab, filters: QueueFilters): void {
  void query.whereNull('deleted_at');
  // Whatever the status: it is the reports that have to be looked at, and a second condition would
  // lead a database to the index of the statuses.
  if (tab === 'reported') void query.where('report_count', '>', 0);
  else void query.where('state', tab);
  if (filters.article) void query.where('article_id', filters.article);
  if (filters.email) void query.where('author_email', filters.email);
  if (filters.network) void query.where('ip_hash', filters.network);
  if (filters.language) void query.where('language', filters.language);
  if (filters.from) void query.where('created_at', '>=', new Date(filters.from));
  if (filters.to) void query.where('created_at', '<=', new Date(filters.to));
  if (filters.author) {
    void query.whereRaw("lower(author_name) like ? escape '!'", [like(filters.author)]);
  }
  if (filters.q) void query.whereRaw("lower(content) like ? escape '!'", [like(filters.q)]);
  if (filters.reason) {
    void query.whereRaw("held_phases like ? escape '!'", [like(`,${filters.reason},`)]);
  }
}

/** A page of a tab by keyset, one row more than the limit when there are further ones. */
export async function selectQueue(
  knex: Knex,
  options: {
    tab: QueueTab;
    filters: QueueFilters;
    sort: QueueSort;
    limit: number;
    cursor: Keyset | null;
  }
): Promise<QueueRow[]> {
  const rows: CommentTable[] = await knex<CommentTable>(TABLE.comment)
    .modify((query: Knex.QueryBuilder) => {
      matching(query, options.tab, options.filters);
      byKeyset(query, options);
    })
    .select();
  return rows.map(toRow);
}

export async function selectByIds(knex: Knex, ids: DocumentId[]): Promise<QueueRow[]> {
  if (ids.length === 0) return [];
  const rows = await knex(TABLE.comment).whereIn('document_id', ids).select();
  return rows.map(toRow);
}

/** A whole thread, oldest first, up to a limit. */
export async function selectThreadOf(
  knex: Knex,
  commentId: DocumentId,
  limit: number
): Promise<QueueRow[]> {
  const root = knex(TABLE.comment).where({ document_id: commentId }).select('root_id');
  const rows = await knex(TABLE.comment)
    .whereIn('root_id', root)
    .orderBy([{ column: 'created_at' }, { column: 'id' }])
    .limit(limit)
    .select();
  return rows.map(toRow);
}

export interface ArticleName {
  title: string;
  slug: string | null;
  published: boolean;
}

type ArticleNameRow = Pick<ArticleTable, 'document_id' | 'title' | 'slug' | 'published_at'>;

/** Titles of articles: the public one where there is one. */
export async function selectArticleNames(
  knex: Knex,
  ids: DocumentId[]
): Promise<Map<DocumentId, ArticleName>> {
  const rows: ArticleNameRow[] = await knex(TABLE.article)
    .whereIn('document_id', ids)
    .select('document_id', 'title', 'slug', 'published_at');
  const names = new Map<DocumentId, ArticleName>();
  for (const row of rows) {
    const id = row.document_id;
    const published = row.published_at !== null;
    if (names.get(id)?.published) continue;
    names.set(id, { title: row.title ?? '', slug: row.slug, published });
  }
  return names;
}

export interface OpenReport {
  documentId: DocumentId;
  commentId: DocumentId;
  reason: ReportReason;
  note: string | null;
  createdAt: Date;
}

type OpenReportRow = Pick<
  ReportTable,
  'document_id' | 'comment_id' | 'reason' | 'note' | 'created_at'
>;

/** Reports that nobody has looked at; a few hundred at most. */
export async function selectOpenReports(knex: Knex, ids: DocumentId[]): Promise<OpenReport[]> {
  const rows: OpenReportRow[] = await knex(TABLE.report)
    .whereIn('comment_id', ids)
    .where((either) => either.whereNull('verdict').orWhere('verdict', 'open'))
    .orderBy('id')
    .limit(500)
    .select('document_id', 'comment_id', 'reason', 'note', 'created_at');
  return rows.map((row) => ({
    documentId: row.document_id,
    commentId: row.comment_id,
    reason: row.reason,
    note: row.note,
    createdAt: toDate(row.created_at) ?? new Date(0),
  }));
}

/** How many comments of some addresses were approved, rejected or spam. */
export async function selectHistories(
  knex: Knex,
  emails: string[]
): Promise<Map<string, Record<string, number>>> {
  const rows: { author_email: string; state: string; n: number | string }[] = await knex(
    TABLE.comment
  )
    .whereIn('author_email', emails)
    .groupBy('author_email', 'state')
    .select('author_email', 'state')
    .count({ n: '*' });
  const histories = new Map<string, Record<string, number>>();
  for (const { author_email: email, state, n } of rows) {
    histories.set(email, { ...histories.get(email), [state]: Number(n) });
  }
  return histories;
}
