import type { Knex } from 'knex';
import { defined } from '../../../../shared/defined';
import { rowBase, toDate, type Trx } from '../../platform/database/connection';
import type { AddressTable, CommentTable } from '../../platform/database/tables';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

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

const toAddress = (raw: AddressTable): AddressRow => ({
  documentId: raw.document_id,
  emailHash: raw.email_hash,
  email: raw.email,
  language: raw.language ?? '',
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
  const [row]: AddressTable[] = await trx(TABLE.address).where(keys).forUpdate().select();
  return toAddress(defined(row));
}

/** The confirmations and stops of an address, whichever author gave it. */
export type Past = Pick<AddressRow, 'emailHash' | 'confirmSentAt' | 'stoppedAt'>;

/** The past of some addresses, locked, so that no two count it at the same time. */
export async function lockPasts(trx: Trx, emailHashes: string[]): Promise<Past[]> {
  const rows = await trx(TABLE.address)
    .whereIn('email_hash', emailHashes)
    .orderBy('id')
    .forUpdate()
    .select();
  return rows.map(toAddress);
}

export const stampConfirmSent = (trx: Trx, documentIds: DocumentId[], at: Date): Promise<number> =>
  trx(TABLE.address).whereIn('document_id', documentIds).update({ confirm_sent_at: at });

/** Whether mail to an address was stopped, whichever author's the mail was: that is for ever. */
const stopped = (knex: Knex): Knex.QueryBuilder =>
  knex({ s: TABLE.address })
    .whereRaw('s.email_hash = d.email_hash')
    .whereNotNull('s.stopped_at')
    .select(knex.raw('1'));

/** Of addresses `d` those to which no mail was stopped. */
const notStopped = (knex: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder =>
  query.whereNotExists(stopped(knex));

/** When mail to an address was stopped. */
const firstStop = (knex: Knex): Knex.QueryBuilder =>
  knex({ s: TABLE.address }).whereRaw('s.email_hash = d.email_hash').min('s.stopped_at');

export async function selectAddresses(
  knex: Knex,
  documentIds: DocumentId[]
): Promise<Map<DocumentId, AddressRow>> {
  if (documentIds.length === 0) return new Map();
  const rows = await knex({ d: TABLE.address })
    .whereIn('d.document_id', documentIds)
    .select('d.*', { stopped_at: firstStop(knex) });
  return new Map(rows.map(toAddress).map((row) => [row.documentId, row]));
}

/** Its owner has followed the link: this author is theirs. The first time counts. */
export const confirmAddress = (knex: Knex, documentId: DocumentId, at: Date): Promise<number> =>
  knex(TABLE.address)
    .where({ document_id: documentId })
    .whereNull('confirmed_at')
    .update({ confirmed_at: at });

/** No more mail to the address, whichever author gave it. */
export const stopAddress = (knex: Knex, emailHash: string, at: Date): Promise<number> =>
  knex(TABLE.address)
    .where({ email_hash: emailHash })
    .whereNull('stopped_at')
    .update({ stopped_at: at });

export async function selectByEmail(knex: Knex, emailHash: string): Promise<AddressRow[]> {
  const rows = await knex(TABLE.address)
    .where({ email_hash: emailHash })
    .orderBy('id')
    .limit(1_000);
  return rows.map(toAddress);
}

export const deleteByEmail = (knex: Knex, emailHash: string): Promise<number> =>
  knex(TABLE.address).where({ email_hash: emailHash }).delete();

/**
 * Addresses whose owners never answered, or were never asked, since before a date. Those of comments
 * that wait stay, as they are asked once these are public; a stop is never forgotten.
 */
export const deleteUnconfirmed = (knex: Knex, before: Date): Promise<number> =>
  knex(TABLE.address)
    .whereNull('confirmed_at')
    .whereNull('stopped_at')
    .whereRaw('coalesce(confirm_sent_at, created_at) < ?', [before])
    .whereNotIn(
      'document_id',
      knex(TABLE.comment)
        .where({ state: 'pending' })
        .whereNotNull('address_id')
        .select('address_id')
    )
    .delete();

export interface Unasked {
  commentId: DocumentId;
  addressId: DocumentId;
  emailHash: string;
  network: string | null;
}

interface UnaskedRow extends Pick<CommentTable, 'document_id' | 'ip_hash'> {
  address_id: DocumentId;
  email_hash: string;
}

/** Of some comments those whose authors want mail and were not asked since a date who they are. */
export async function selectUnasked(
  knex: Knex,
  commentIds: DocumentId[],
  since: Date
): Promise<Unasked[]> {
  const rows: UnaskedRow[] = await notStopped(
    knex,
    knex
      .from({ c: TABLE.comment })
      .join({ d: TABLE.address }, 'd.document_id', 'c.address_id')
      .whereIn('c.document_id', commentIds)
      .whereNull('d.confirmed_at')
      .where((either) =>
        either.whereNull('d.confirm_sent_at').orWhere('d.confirm_sent_at', '<=', since)
      )
  )
    .orderBy('c.id')
    .select('c.document_id', 'c.address_id', 'c.ip_hash', 'd.email_hash');
  return rows.map((row) => ({
    commentId: row.document_id,
    addressId: row.address_id,
    emailHash: row.email_hash,
    network: row.ip_hash,
  }));
}

/** A comment, and an address that gets mail about it. */
export interface Recipient {
  commentId: DocumentId;
  addressId: DocumentId;
}

/** Narrows addresses `d` to those that are confirmed and not stopped. */
const subscribed = (knex: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder =>
  notStopped(knex, query.whereNotNull('d.confirmed_at'));

/** Of some comments those whose authors have subscribed to them. */
export async function selectAuthorsToNotify(
  knex: Knex,
  commentIds: DocumentId[]
): Promise<Recipient[]> {
  const rows: Record<'document_id' | 'address_id', DocumentId>[] = await subscribed(
    knex,
    knex
      .from({ c: TABLE.comment })
      .join({ d: TABLE.address }, 'd.document_id', 'c.address_id')
      .whereIn('c.document_id', commentIds)
  ).select('c.document_id', 'c.address_id');
  return rows.map((row) => ({
    commentId: row.document_id,
    addressId: row.address_id,
  }));
}

/** Of some comments those that reply to another author who has subscribed. */
export async function selectAnswered(knex: Knex, commentIds: DocumentId[]): Promise<Recipient[]> {
  const rows: Record<'document_id' | 'address_id', DocumentId>[] = await subscribed(
    knex,
    knex
      .from({ c: TABLE.comment })
      .join({ p: TABLE.comment }, 'p.document_id', 'c.parent_id')
      .join({ d: TABLE.address }, 'd.document_id', 'p.address_id')
      .whereIn('c.document_id', commentIds)
      .where((either) =>
        either.whereNull('c.author_key').orWhereRaw('c.author_key <> p.author_key')
      )
  ).select('c.document_id', 'p.address_id');
  return rows.map((row) => ({
    commentId: row.document_id,
    addressId: row.address_id,
  }));
}
