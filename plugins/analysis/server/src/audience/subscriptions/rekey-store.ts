import type { Knex } from 'knex';
import type { Trx } from '../../platform/database/connection';
import type { AddressTable } from '../../platform/database/tables';
import { TABLE } from '../../platform/strapi/uids';

/** Addresses with their keys, from after some row on. */
export async function selectKeys(
  knex: Knex,
  after: number,
  limit: number
): Promise<{ id: number; email: string; hash: string }[]> {
  return knex(TABLE.address)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select('id', 'email', { hash: 'email_hash' });
}

/**
 * Gives an address another key. Where the same author has a row under that one, the two become one,
 * with what either of them was told.
 */
export async function rekeyAddress(trx: Trx, id: number, emailHash: string): Promise<void> {
  const row = await trx<AddressTable>(TABLE.address).where({ id }).first();
  if (row === undefined) return;
  const held = await trx<AddressTable>(TABLE.address)
    .where({ email_hash: emailHash, author_key: row.author_key })
    .whereNot({ id })
    .first();
  if (held === undefined) {
    await trx(TABLE.address).where({ id }).update({ email_hash: emailHash });
    return;
  }
  const either = (name: 'confirmed_at' | 'confirm_sent_at' | 'stopped_at') =>
    held[name] ?? row[name];
  await trx(TABLE.address)
    .where({ id: held.id })
    .update({
      confirmed_at: either('confirmed_at'),
      confirm_sent_at: either('confirm_sent_at'),
      stopped_at: either('stopped_at'),
    });
  await trx(TABLE.comment)
    .where({ address_id: row.document_id })
    .update({ address_id: held.document_id });
  await trx(TABLE.notice)
    .where({ address_id: row.document_id })
    .update({ address_id: held.document_id });
  await trx(TABLE.address).where({ id }).delete();
}
