import type { Knex } from 'knex';
import { rowBase, toDate, type Trx } from '../common/database';
import { TABLE, type DocumentId } from '../common/uids';

export interface AddressRow {
  documentId: DocumentId;
  emailHash: string;
  email: string;
  language: string;
  createdAt: Date;
  confirmSentAt: Date | null;
  confirmedAt: Date | null;
  stoppedAt: Date | null;
}

const toAddress = (raw: Record<string, unknown>): AddressRow => ({
  documentId: raw.document_id as string,
  emailHash: raw.email_hash as string,
  email: raw.email as string,
  language: (raw.language as string | null) ?? '',
  createdAt: toDate(raw.created_at) ?? new Date(0),
  confirmSentAt: toDate(raw.confirm_sent_at),
  confirmedAt: toDate(raw.confirmed_at),
  stoppedAt: toDate(raw.stopped_at),
});

/** The row of an address and author, made when there is none, and locked. */
export async function claimAddress(
  trx: Trx,
  author: { emailHash: string; authorKey: string; email: string; language: string }
): Promise<AddressRow> {
  const { email, language } = author;
  const keys = { email_hash: author.emailHash, author_key: author.authorKey };
  await trx(TABLE.address)
    .insert({ ...rowBase(new Date()), ...keys, email, language })
    .onConflict(['email_hash', 'author_key'])
    .merge({ email, language });
  return toAddress(await trx(TABLE.address).where(keys).forUpdate().first());
}

/** How many mails have asked an address for its confirmation since a date. */
export async function countConfirmations(
  trx: Trx,
  emailHash: string,
  since: Date
): Promise<number> {
  const row = (await trx(TABLE.address)
    .where({ email_hash: emailHash })
    .where('confirm_sent_at', '>', since)
    .count({ n: '*' })
    .first()) as { n: number | string };
  return Number(row.n);
}

export const stampConfirmSent = (trx: Trx, documentId: DocumentId, at: Date): Promise<number> =>
  trx(TABLE.address).where({ document_id: documentId }).update({ confirm_sent_at: at });

export async function selectAddresses(
  knex: Knex,
  documentIds: DocumentId[]
): Promise<Map<DocumentId, AddressRow>> {
  if (documentIds.length === 0) return new Map();
  const rows = await knex(TABLE.address).whereIn('document_id', documentIds).select();
  return new Map(rows.map(toAddress).map((row) => [row.documentId, row]));
}

/** Its owner has followed the link: this author is theirs, and mail is welcome again. */
export const confirmAddress = (knex: Knex, documentId: DocumentId, at: Date): Promise<number> =>
  knex(TABLE.address)
    .where({ document_id: documentId })
    .update({ confirmed_at: at, stopped_at: null });

/** No more mail to the address, whichever author gave it. */
export const stopAddress = (knex: Knex, emailHash: string, at: Date): Promise<number> =>
  knex(TABLE.address).where({ email_hash: emailHash }).update({ stopped_at: at });

export async function selectByEmail(knex: Knex, emailHash: string): Promise<AddressRow[]> {
  const rows = await knex(TABLE.address)
    .where({ email_hash: emailHash })
    .orderBy('id')
    .limit(1_000);
  return rows.map(toAddress);
}

export const deleteByEmail = (knex: Knex, emailHash: string): Promise<number> =>
  knex(TABLE.address).where({ email_hash: emailHash }).delete();

/** Addresses whose owners were asked before a date and never answered. */
export const deleteUnconfirmed = (knex: Knex, before: Date): Promise<number> =>
  knex(TABLE.address).whereNull('confirmed_at').where('created_at', '<', before).delete();
