import type { Knex } from 'knex';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { BanKind, EventKind } from '../../../../shared/contracts/moderation';
import { domainsOf, mailboxOf } from '../../../../shared/mailbox';
import { rowBase, toDate, type Trx } from '../../platform/database/connection';
import type { Keyset } from '../../platform/http/pagination';
import type { RecordEntry } from '../../common/services';
import { statement } from '../../platform/database/prepared-statement';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

/** A label that says of nobody who they are. */
const NOBODY = '…';
/** Rows that one insert takes; SQLite bounds the terms of a statement. */
const CHUNK = 100;
/** Entries of one comment's record that are read. */
const RECORD = 100;

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

const toEvent = (raw: Record<string, unknown>): EventRow => ({
  documentId: raw.document_id as string,
  commentId: raw.comment_id as string,
  kind: raw.kind as EventKind,
  actorName: (raw.actor_name as string | null) ?? null,
  from: (raw.from_status as CommentStatus | null) ?? null,
  to: (raw.to_status as CommentStatus | null) ?? null,
  reason: (raw.reason as string | null) ?? null,
  contentHash: (raw.content_hash as string | null) ?? null,
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
  const events = ((await trx(TABLE.event).where({ batch }).select()) as object[]).map((raw) =>
    toEvent(raw as Record<string, unknown>)
  );
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

export interface BanRow {
  id: number;
  documentId: DocumentId;
  kind: BanKind;
  valueHash: string;
  label: string;
  reason: string | null;
  actorName: string | null;
  createdAt: Date;
  until: Date | null;
}

const toBan = (raw: Record<string, unknown>): BanRow => ({
  id: raw.id as number,
  documentId: raw.document_id as string,
  kind: raw.kind as BanKind,
  valueHash: raw.value_hash as string,
  label: raw.label as string,
  reason: (raw.reason as string | null) ?? null,
  actorName: (raw.actor_name as string | null) ?? null,
  createdAt: toDate(raw.created_at) ?? new Date(0),
  until: toDate(raw.until),
});

const unexpired = (query: Knex.QueryBuilder, now = new Date()): Knex.QueryBuilder =>
  query.where((either) => either.whereNull('until').orWhere('until', '>', now));

const active = (query: Knex.QueryBuilder, now = new Date()): Knex.QueryBuilder =>
  unexpired(query.whereNull('lifted_at'), now);

const activeOn = statement<Record<string, unknown>, { hashes: string[]; now: Date }>(
  (knex, { hashes, now }) => active(knex(TABLE.ban).whereIn('value_hash', hashes), now).select()
);

/** Bans that were lifted or ran out at some time, or before a date. */
const ended = (query: Knex.QueryBuilder, before: Date): Knex.QueryBuilder =>
  query.where((either) => either.where('lifted_at', '<=', before).orWhere('until', '<=', before));

/** Bans in force, newest first; those after the one that a cursor names. */
export async function selectBans(
  knex: Knex,
  { limit, cursor }: { limit: number; cursor: Keyset | null }
): Promise<BanRow[]> {
  const query = active(knex(TABLE.ban));
  if (cursor !== null) void query.where('id', '<', cursor.id);
  const rows = await query.orderBy('id', 'desc').limit(limit).select();
  return rows.map(toBan);
}

/** Those in force among some values. */
export async function selectActiveBans(knex: Knex, hashes: string[]): Promise<BanRow[]> {
  const rows = await activeOn(knex, { hashes, now: new Date() });
  return rows.map(toBan);
}

/** Makes a ban, or gives the one in force on the same value another end and reason. */
export async function upsertBan(
  trx: Trx,
  ban: Omit<BanRow, 'id' | 'documentId' | 'createdAt'>
): Promise<BanRow> {
  // One that has ended is not taken up again: this one is from today.
  await ended(trx(TABLE.ban).where({ value_hash: ban.valueHash }), new Date()).delete();
  const columns = {
    kind: ban.kind,
    label: ban.label,
    reason: ban.reason,
    actor_name: ban.actorName,
    until: ban.until,
  };
  await trx(TABLE.ban)
    .insert({ ...rowBase(new Date()), ...columns, value_hash: ban.valueHash })
    .onConflict('value_hash')
    .merge(columns);
  return toBan(await trx(TABLE.ban).where({ value_hash: ban.valueHash }).first());
}

/** Ends a ban that is in force. */
export const liftBan = (knex: Knex, documentId: DocumentId): Promise<number> =>
  active(knex(TABLE.ban).where({ document_id: documentId })).update({ lifted_at: new Date() });

/** Puts a lifted ban whose time is not over in force again. */
export async function restoreBan(trx: Trx, documentId: DocumentId): Promise<BanRow | null> {
  const lifted = trx(TABLE.ban).where({ document_id: documentId }).whereNotNull('lifted_at');
  if ((await unexpired(lifted).update({ lifted_at: null })) === 0) return null;
  return toBan(await trx(TABLE.ban).where({ document_id: documentId }).first());
}

/** All that is kept on some value, ended or not. */
export async function selectBanOn(
  knex: Knex,
  valueHash: string
): Promise<(BanRow & { inForce: boolean }) | null> {
  const row = await knex(TABLE.ban).where({ value_hash: valueHash }).first();
  if (row === undefined) return null;
  const ban = toBan(row);
  const inForce = toDate(row.lifted_at) === null && (ban.until === null || ban.until > new Date());
  return { ...ban, inForce };
}

/** Takes out of bans what moderators wrote and saw of whom they are on; the hash goes on banning. */
export async function stripBans(knex: Knex, valueHashes: string[]): Promise<void> {
  const those = () => knex(TABLE.ban).whereIn('value_hash', valueHashes);
  await those().update({ reason: null });
  await those().whereIn('kind', ['author', 'email']).update({ label: NOBODY });
}

/** Deletes bans that ended before a date: all of them, or those on one value. */
export const deleteEndedBans = (knex: Knex, before: Date, valueHash?: string): Promise<number> =>
  ended(
    valueHash === undefined ? knex(TABLE.ban) : knex(TABLE.ban).where({ value_hash: valueHash }),
    before
  ).delete();

/** Rows that are looked through together for a mailbox. */
const SWEEP = 1_000;

/** Comments of a banned author that nobody has put away yet, oldest first. */
export async function selectToSweep(
  trx: Trx,
  kind: 'author' | 'email' | 'network',
  value: string,
  limit: number
): Promise<DocumentId[]> {
  const waiting = () =>
    trx(TABLE.comment)
      .whereIn('state', ['pending', 'approved'])
      .whereNull('deleted_at')
      .orderBy('id');
  if (kind !== 'email') {
    const column = kind === 'author' ? 'author_key' : 'ip_hash';
    const rows: { document_id: DocumentId }[] = await waiting()
      .where(column, value)
      .limit(limit)
      .select('document_id');
    return rows.map((row) => row.document_id);
  }
  // Addresses are kept as they were typed in, and one mailbox has many.
  const found: DocumentId[] = [];
  for (let after = 0; ;) {
    const rows: { id: number; document_id: DocumentId; author_email: string }[] = await waiting()
      .where('id', '>', after)
      .where((either) => {
        for (const domain of domainsOf(value)) {
          void either.orWhereRaw('lower(author_email) like ?', [`%@${domain}`]);
        }
      })
      .limit(SWEEP)
      .select('id', 'document_id', 'author_email');
    const those = rows.filter((row) => mailboxOf(row.author_email) === value);
    found.push(...those.map((row) => row.document_id));
    const last = rows.at(-1);
    if (found.length >= limit || rows.length < SWEEP || last === undefined) {
      return found.slice(0, limit);
    }
    after = last.id;
  }
}

/** What a ban needs to know of the author of a comment. */
export async function selectAuthor(
  knex: Knex,
  commentId: DocumentId
): Promise<{
  authorKey: string | null;
  email: string | null;
  network: string | null;
  name: string | null;
} | null> {
  const row = await knex(TABLE.comment)
    .where({ document_id: commentId })
    .first('author_key', 'author_email', 'ip_hash', 'author_name');
  if (row === undefined) return null;
  return {
    authorKey: row.author_key ?? null,
    email: row.author_email ?? null,
    network: row.ip_hash ?? null,
    name: row.author_name ?? null,
  };
}
