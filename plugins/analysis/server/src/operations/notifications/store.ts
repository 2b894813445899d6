import type { Knex } from 'knex';
import { rowBase, type Trx } from '../../platform/database/connection';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';
import type { NoticeKind } from './schema';

/** Rows that one insert takes; SQLite bounds the terms of a statement. */
const CHUNK = 400;

export interface NewNotice {
  kind: NoticeKind;
  noticeKey: string;
  commentId: DocumentId | null;
  addressId: DocumentId | null;
  dueAt: Date;
}

/** Puts mails into the outbox; one that is there, or was sent, is left as it is. */
export async function insertNotices(trx: Trx, notices: NewNotice[]): Promise<void> {
  const now = new Date();
  const rows = notices.map(({ kind, noticeKey, commentId, addressId, dueAt }) => ({
    ...rowBase(now),
    kind,
    notice_key: noticeKey,
    comment_id: commentId,
    address_id: addressId,
    due_at: dueAt,
    sent_at: null,
    claim: null,
    claimed_until: null,
    attempts: 0,
  }));
  for (let from = 0; from < rows.length; from += CHUNK) {
    await trx(TABLE.notice)
      .insert(rows.slice(from, from + CHUNK))
      .onConflict('notice_key')
      .ignore();
  }
}

export interface NoticeRow {
  id: number;
  kind: NoticeKind;
  commentId: DocumentId | null;
  addressId: DocumentId | null;
  attempts: number;
}

interface RawNotice {
  id: number;
  kind: NoticeKind;
  comment_id: DocumentId | null;
  address_id: DocumentId | null;
  attempts: number;
}

/**
 * Takes mails that are due for one sender, oldest first; another takes them only when this one
 * has not said by a date what became of them.
 */
export async function claimDue(
  knex: Knex,
  claim: string,
  times: { now: Date; until: Date },
  limit: number
): Promise<NoticeRow[]> {
  const isFree = (either: Knex.QueryBuilder) =>
    either.whereNull('claimed_until').orWhere('claimed_until', '<', times.now);
  const due: { id: number }[] = await knex(TABLE.notice)
    .whereNull('sent_at')
    .where('due_at', '<=', times.now)
    .where(isFree)
    .orderBy('id')
    .limit(limit)
    .select('id');
  if (due.length === 0) return [];
  await knex(TABLE.notice)
    .whereIn(
      'id',
      due.map(({ id }) => id)
    )
    .whereNull('sent_at')
    .where(isFree)
    .update({ claim, claimed_until: times.until, attempts: knex.raw('attempts + 1') });
  const rows: RawNotice[] = await knex<RawNotice & { claim: string }>(TABLE.notice)
    .where({ claim })
    .whereNull('sent_at')
    .orderBy('id')
    .select();
  return rows.map((row) => ({
    id: Number(row.id),
    kind: row.kind,
    commentId: row.comment_id,
    addressId: row.address_id,
    attempts: Number(row.attempts),
  }));
}

/** They are sent, or there is nothing to send any more; kept so that nobody is told twice. */
export const markSent = (knex: Knex, ids: number[], at: Date): Promise<number> =>
  knex(TABLE.notice).whereIn('id', ids).update({ sent_at: at, claimed_until: null });

/** They are tried later. @param attempts made until now */
export const postpone = (
  knex: Knex,
  ids: number[],
  dueAt: Date,
  attempts: number
): Promise<number> =>
  knex(TABLE.notice).whereIn('id', ids).update({ due_at: dueAt, claimed_until: null, attempts });

export const deleteSent = (knex: Knex, before: Date): Promise<number> =>
  knex(TABLE.notice).where('sent_at', '<', before).delete();

export const deleteOfAddresses = (knex: Knex, addressIds: DocumentId[]): Promise<number> =>
  knex(TABLE.notice).whereIn('address_id', addressIds).delete();
