import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { Knex } from 'knex';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { HeldReason } from '../../../../shared/contracts/moderation';
import { rowBase, toDate, type Trx } from '../../platform/database/connection';
import { statement } from '../../platform/database/prepared-statement';
import type { CommentTable } from '../../platform/database/tables';
import { TABLE, UID, type DocumentId } from '../../platform/strapi/uids';
import type { AuthorKeys } from './rules';

/** A comment as the service works on it. */
export interface CommentRow extends AuthorKeys {
  documentId: DocumentId;
  articleId: DocumentId;
  parentId: DocumentId | null;
  rootId: DocumentId;
  depth: number;
  status: CommentStatus;
  visible: boolean;
  content: string;
  authorName: string | null;
  authorEmail: string | null;
  authorUrl: string | null;
  moderator: boolean;
  contentHash: string | null;
  /** Hash of the text that a moderator has let stand in spite of reports. */
  clearedHash: string | null;
  createdAt: Date;
  editedAt: Date | null;
  deleted: boolean;
}

const COLUMNS = [
  'document_id',
  'article_id',
  'parent_id',
  'root_id',
  'depth',
  'state',
  'visible',
  'content',
  'author_name',
  'author_email',
  'author_url',
  'moderator',
  'content_hash',
  'cleared_hash',
  'user_id',
  'edit_token_hash',
  'created_at',
  'edited_at',
  'deleted_at',
] as const;

type Raw = Pick<CommentTable, (typeof COLUMNS)[number]>;

const fromRaw = (raw: Raw): CommentRow => ({
  documentId: raw.document_id,
  articleId: raw.article_id,
  parentId: raw.parent_id,
  rootId: raw.root_id,
  depth: raw.depth,
  status: raw.state,
  visible: Boolean(raw.visible),
  content: raw.content ?? '',
  authorName: raw.author_name,
  authorEmail: raw.author_email,
  authorUrl: raw.author_url,
  moderator: Boolean(raw.moderator),
  contentHash: raw.content_hash,
  clearedHash: raw.cleared_hash,
  userId: raw.user_id,
  editTokenHash: raw.edit_token_hash,
  createdAt: toDate(raw.created_at) ?? new Date(0),
  editedAt: toDate(raw.edited_at),
  deleted: raw.deleted_at !== null,
});

export async function selectComment(
  knex: Knex,
  documentId: DocumentId
): Promise<CommentRow | null> {
  const raw: Raw | undefined = await knex(TABLE.comment)
    .where({ document_id: documentId })
    .first(...COLUMNS);
  return raw ? fromRaw(raw) : null;
}

const commentRows = statement<Raw, { documentIds: DocumentId[] }>((knex, { documentIds }) =>
  knex(TABLE.comment)
    .whereIn('document_id', documentIds)
    .select(...COLUMNS)
);

/** Some comments, by their documentIds. */
export async function selectComments(
  knex: Knex,
  documentIds: DocumentId[]
): Promise<Map<DocumentId, CommentRow>> {
  const rows = (await commentRows(knex, { documentIds })).map(fromRaw);
  return new Map(rows.map((row) => [row.documentId, row]));
}

/** One comment, locked, so that what others committed meanwhile is seen on every database. */
export async function lockComment(trx: Trx, documentId: DocumentId): Promise<CommentRow | null> {
  const raw: Raw | undefined = await trx(TABLE.comment)
    .where({ document_id: documentId })
    .forUpdate()
    .first(...COLUMNS);
  return raw ? fromRaw(raw) : null;
}

/** The comment that a `where` of the query layer reaches. */
export const findKeys = (
  strapi: Core.Strapi,
  where: Record<string, unknown>
): Promise<{ documentId: DocumentId; articleId: DocumentId } | null> =>
  fromStrapi(strapi.db.query(UID.comment).findOne({ where, select: ['documentId', 'articleId'] }));

/** What a new comment's row is made of. */
export interface NewComment extends AuthorKeys {
  articleId: DocumentId;
  parent: Pick<CommentRow, 'documentId' | 'rootId' | 'depth'> | null;
  status: CommentStatus;
  visible: boolean;
  content: string;
  contentHash: string;
  author: { name: string; email: string | null; url: string | null };
  moderator: boolean;
  language: string | null;
  heldReasons: HeldReason[];
  fingerprint: string | null;
  authorKey: string | null;
  ipHash: string | null;
  userAgent: string | null;
  addressId: DocumentId | null;
}

/** Triage's reasons as columns: the JSON, and the phases once more for filters. */
const reasonColumns = (reasons: HeldReason[]) => ({
  held_reasons: reasons.length > 0 ? JSON.stringify(reasons) : null,
  held_phases: reasons.length > 0 ? `,${reasons.map(({ phase }) => phase).join(',')},` : null,
});

const rowOf = (made: NewComment, now: Date) => {
  const base = rowBase(now);
  return {
    ...base,
    article_id: made.articleId,
    parent_id: made.parent?.documentId ?? null,
    root_id: made.parent?.rootId ?? base.document_id,
    depth: made.parent === null ? 0 : made.parent.depth + 1,
    state: made.status,
    visible: made.visible,
    content: made.content,
    content_hash: made.contentHash,
    cleared_hash: null,
    author_name: made.author.name,
    author_email: made.author.email,
    author_url: made.author.url,
    moderator: made.moderator,
    language: made.language,
    ...reasonColumns(made.heldReasons),
    fingerprint: made.fingerprint,
    author_key: made.authorKey,
    user_id: made.userId,
    edit_token_hash: made.editTokenHash,
    ip_hash: made.ipHash,
    user_agent: made.userAgent,
    address_id: made.addressId,
    report_count: 0,
    reply_count: 0,
    edited_at: null,
    deleted_at: null,
  };
};

type Row = ReturnType<typeof rowOf>;

/** Rows column by column, as a statement takes lists. */
const newRows = statement<never, { [Name in keyof Row]: Row[Name][] }>(
  (knex, columns) =>
    knex(TABLE.comment).insert(
      columns.document_id.map((_, at) =>
        Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[at]]))
      )
    ),
  { exactLists: true }
);

/** Writes new comments, in their order and in one statement. */
export async function insertComments(trx: Trx, made: readonly NewComment[]): Promise<CommentRow[]> {
  const now = new Date();
  const rows = made.map((each) => rowOf(each, now));
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  const columns = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
  await newRows(trx, columns as Parameters<typeof newRows>[1]);
  return rows.map(fromRaw);
}

export const updateContent = (
  trx: Trx,
  documentId: DocumentId,
  to: {
    content: string;
    contentHash: string;
    status: CommentStatus;
    editedAt: Date;
    language: string | null;
    heldReasons: HeldReason[];
    fingerprint: string | null;
  }
): Promise<number> =>
  trx(TABLE.comment)
    .where({ document_id: documentId })
    .update({
      content: to.content,
      content_hash: to.contentHash,
      cleared_hash: null,
      state: to.status,
      language: to.language,
      ...reasonColumns(to.heldReasons),
      fingerprint: to.fingerprint,
      edited_at: to.editedAt,
      updated_at: to.editedAt,
    });

export const updateStatuses = (
  trx: Trx,
  documentIds: DocumentId[],
  to: { status: CommentStatus; reason: string | null }
): Promise<number> =>
  trx(TABLE.comment)
    .whereIn('document_id', documentIds)
    .update({ state: to.status, reason: to.reason, updated_at: new Date() });

/** The articles that some comments are on. */
export async function selectArticlesOf(trx: Trx, documentIds: DocumentId[]): Promise<DocumentId[]> {
  const rows: { article_id: DocumentId }[] = await trx(TABLE.comment)
    .whereIn('document_id', documentIds)
    .distinct('article_id');
  return rows.map((row) => row.article_id);
}

/** Comments as they are once they are locked. */
export async function lockComments(trx: Trx, documentIds: DocumentId[]): Promise<CommentRow[]> {
  const rows: Raw[] = await trx(TABLE.comment)
    .whereIn('document_id', documentIds)
    .orderBy('id')
    .forUpdate()
    .select(...COLUMNS);
  return rows.map(fromRaw);
}
