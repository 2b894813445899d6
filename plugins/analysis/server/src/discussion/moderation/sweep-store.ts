import type { Knex } from 'knex';
import { domainsOf, mailboxOf } from '../../../../shared/mailbox';
import type { Trx } from '../../platform/database/connection';
import type { CommentTable } from '../../platform/database/tables';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

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
  // Addresses are stored as typed in, and several spellings belong to one mailbox.
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
  const row = await knex<CommentTable>(TABLE.comment)
    .where({ document_id: commentId })
    .first('author_key', 'author_email', 'ip_hash', 'author_name');
  if (row === undefined) return null;
  return {
    authorKey: row.author_key,
    email: row.author_email,
    network: row.ip_hash,
    name: row.author_name,
  };
}
