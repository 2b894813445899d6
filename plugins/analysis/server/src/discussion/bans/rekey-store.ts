import type { Knex } from 'knex';
import type { BanTable } from '../../platform/database/tables';
import { TABLE } from '../../platform/strapi/uids';

/** Whether anything is banned by an address or a domain. */
export const hasMailBans = async (knex: Knex): Promise<boolean> =>
  (await knex(TABLE.ban).whereIn('kind', ['email', 'domain']).first('id')) !== undefined;

/** Bans on domains, which their labels name. */
export const selectDomainBans = (knex: Knex): Promise<{ value_hash: string; label: string }[]> =>
  knex(TABLE.ban).where({ kind: 'domain' }).select('value_hash', 'label');

/** Addresses that comments carry and that may be another mailbox's, from after some row on. */
export async function selectTypedAddresses(
  knex: Knex,
  after: number,
  limit: number
): Promise<{ id: number; author_email: string }[]> {
  return knex(TABLE.comment)
    .where('id', '>', after)
    .whereNotNull('author_email')
    .orderBy('id')
    .limit(limit)
    .select('id', 'author_email');
}

/** Gives a ban another key; where there is a ban under that one already, it goes. */
export async function moveBan(trx: Knex, from: string, to: string): Promise<void> {
  const ban = await trx<BanTable>(TABLE.ban).where({ value_hash: from }).first('id');
  if (ban === undefined) return;
  const existing = await trx<BanTable>(TABLE.ban).where({ value_hash: to }).first('id');
  if (existing === undefined) await trx(TABLE.ban).where({ id: ban.id }).update({ value_hash: to });
  else await trx(TABLE.ban).where({ id: ban.id }).delete();
}
