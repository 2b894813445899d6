import type { Knex } from 'knex';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { EventKind } from '../../../../shared/contracts/moderation';
import { rowBase, toDate, type Trx } from '../../platform/database/connection';
import type { EventTable } from '../../platform/database/tables';
import type { AdminUser } from '../../platform/strapi/admin-user';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

/** Rows that one insert takes; SQLite bounds the terms of a statement. */
const CHUNK = 100;
/** Entries of one comment's record that are read. */
const RECORD = 100;

/** Something to keep in the record of decisions. */
interface RecordEntry {
  kind: EventKind;
  /** Null for the comment's author, or the plugin itself. */
  by: AdminUser | null;
  batch: string | null;
  reason: string | null;
  comments: readonly {
    documentId: DocumentId;
    articleId: DocumentId;
    /** Of the text that was decided on. */
    contentHash: string | null;
    /** Null where the comment came with this entry. */
    from: CommentStatus | null;
    /** Null where it went. */
    to: CommentStatus | null;
  }[];
}

export async function insertEvents(trx: Trx, entry: RecordEntry): Promise<void> {
  const now = new Date();
  const rows = entry.comments.map(({ documentId, articleId, from, to, contentHash }) => ({
    ...rowBase(now),
    kind: entry.kind,
    comment_id: documentId,
    article_id: articleId,
    actor_id: entry.by?.id ?? null,
    actor_name: entry.by?.name ?? null,
    from_status: from,
    to_status: to,
    reason: entry.reason,
    content_hash: contentHash,
    batch: entry.batch,
  }));
  for (let from = 0; from < rows.length; from += CHUNK) {
    await trx(TABLE.event).insert(rows.slice(from, from + CHUNK));
  }
}

export interface EventRow {
  documentId: DocumentId;
  commentId: DocumentId;
  kind: EventKind;
  actorName: string | null;
  from: CommentStatus | null;
  to: CommentStatus | null;
  reason: string | null;
  contentHash: string | null;
  createdAt: Date;
}

const toEvent = (raw: EventTable): EventRow => ({
  documentId: raw.document_id,
  commentId: raw.comment_id,
  kind: raw.kind,
  actorName: raw.actor_name,
  from: raw.from_status,
  to: raw.to_status,
  reason: raw.reason,
  contentHash: raw.content_hash,
  createdAt: toDate(raw.created_at) ?? new Date(0),
});

/** A comment's record, oldest first; the latest hundred. */
export async function selectEvents(knex: Knex, commentId: DocumentId): Promise<EventRow[]> {
  const rows = await knex(TABLE.event)
    .where({ comment_id: commentId })
    .orderBy('id', 'desc')
    .limit(RECORD)
    .select();
  return rows.map(toEvent).reverse();
}

/** The records of several comments, oldest first; of each the latest hundred. */
export async function selectRecords(knex: Knex, commentIds: DocumentId[]): Promise<EventRow[]> {
  const numbered = knex(TABLE.event)
    .whereIn('comment_id', commentIds)
    .select('*', knex.raw('row_number() over (partition by comment_id order by id desc) as nth'));
  const rows = await knex
    .from(numbered.as('numbered'))
    .where('nth', '<=', RECORD)
    .orderBy('id')
    .select();
  return rows.map(toEvent);
}

/** The last entry of each comment's record. */
export async function selectLastEvents(
  knex: Knex,
  commentIds: DocumentId[]
): Promise<Map<DocumentId, EventRow>> {
  const last = knex(TABLE.event).whereIn('comment_id', commentIds).groupBy('comment_id').max('id');
  const rows = await knex(TABLE.event).whereIn('id', last).select();
  return new Map(rows.map(toEvent).map((event) => [event.commentId, event]));
}

/** The decisions of one batch that have not been undone: an undo carries the batch it took back. */
export async function selectBatch(trx: Trx, batch: string): Promise<EventRow[]> {
  const rows: EventTable[] = await trx<EventTable & { batch: string }>(TABLE.event)
    .where({ batch })
    .select();
  const events = rows.map(toEvent);
  const undone = new Set(
    events.filter(({ kind }) => kind === 'undo').map(({ commentId }) => commentId)
  );
  return events.filter(({ kind, commentId }) => kind !== 'undo' && !undone.has(commentId));
}

/**
 * Takes what tells of a text out of its record, as the text is gone: what moderators wrote about
 * it, and its hash. That, by whom and when it was decided stays.
 */
export const stripEvents = (trx: Trx, commentId: DocumentId): Promise<number> =>
  trx(TABLE.event).where({ comment_id: commentId }).update({ reason: null, content_hash: null });

export const deleteEvents = (trx: Trx, articleId: DocumentId): Promise<number> =>
  trx(TABLE.event).where({ article_id: articleId }).delete();
