import type { Knex } from 'knex';
import { defined } from '../../../../shared/defined';
import type { BanKind } from '../../../../shared/contracts/moderation';
import { rowBase, toDate, type Trx } from '../../platform/database/connection';
import type { Keyset } from '../../platform/http/pagination';
import { statement } from '../../platform/database/prepared-statement';
import type { BanTable } from '../../platform/database/tables';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

/** The label of a ban whose author's personal data was erased. */
const NOBODY = '…';

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

const toBan = (raw: BanTable): BanRow => ({
  id: raw.id,
  documentId: raw.document_id,
  kind: raw.kind,
  valueHash: raw.value_hash,
  label: raw.label,
  reason: raw.reason,
  actorName: raw.actor_name,
  createdAt: toDate(raw.created_at) ?? new Date(0),
  until: toDate(raw.until),
});

const unexpired = (query: Knex.QueryBuilder, now = new Date()): Knex.QueryBuilder =>
  query.where((either) => either.whereNull('until').orWhere('until', '>', now));

const active = (query: Knex.QueryBuilder, now = new Date()): Knex.QueryBuilder =>
  unexpired(query.whereNull('lifted_at'), now);

const activeOn = statement<BanTable, { hashes: string[]; now: Date }>((knex, { hashes, now }) =>
  active(knex(TABLE.ban).whereIn('value_hash', hashes), now).select()
);

/** Bans that were lifted or ran out at some time, or before a date. */
const ended = (query: Knex.QueryBuilder, before: Date): Knex.QueryBuilder =>
  query.where((either) => either.where('lifted_at', '<=', before).orWhere('until', '<=', before));

const rowOf = (
  knex: Knex,
  key: { value_hash: string } | { document_id: DocumentId }
): Promise<BanTable | undefined> => knex<BanTable>(TABLE.ban).where(key).first();

/** Bans in force, newest first; those after the one that a cursor names. */
export async function selectBans(
  knex: Knex,
  { limit, cursor }: { limit: number; cursor: Keyset | null }
): Promise<BanRow[]> {
  const query = active(knex(TABLE.ban));
  if (cursor !== null) void query.where('id', '<', cursor.id);
  const rows: BanTable[] = await query.orderBy('id', 'desc').limit(limit).select();
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
  return toBan(defined(await rowOf(trx, { value_hash: ban.valueHash })));
}

/** Ends a ban that is in force. */
export const liftBan = (knex: Knex, documentId: DocumentId): Promise<number> =>
  active(knex(TABLE.ban).where({ document_id: documentId })).update({ lifted_at: new Date() });

/** Puts a lifted ban whose time is not over in force again. */
export async function restoreBan(trx: Trx, documentId: DocumentId): Promise<BanRow | null> {
  const lifted = trx(TABLE.ban).where({ document_id: documentId }).whereNotNull('lifted_at');
  if ((await unexpired(lifted).update({ lifted_at: null })) === 0) return null;
  return toBan(defined(await rowOf(trx, { document_id: documentId })));
}

/** The ban stored on a value, ended or not. */
export async function selectBanOn(
  knex: Knex,
  valueHash: string
): Promise<(BanRow & { inForce: boolean }) | null> {
  const row = await rowOf(knex, { value_hash: valueHash });
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
