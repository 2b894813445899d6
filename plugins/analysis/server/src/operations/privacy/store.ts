import type { Knex } from 'knex';
import type { PersonalComment } from '../../../../shared/contracts/privacy';
import { toDate, toIso } from '../../platform/database/connection';
import type { Keyset } from '../../platform/http/pagination';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

/**
 * Addresses are stored as they were typed in, and asked for by people who type them otherwise. No
 * index helps here; a page is found on one way through the table.
 */
const of = (knex: Knex, email: string): Knex.QueryBuilder =>
  knex(TABLE.comment).whereRaw('lower(??) = ?', ['author_email', email.toLowerCase()]);

/** A comment with its place in the list; its record is the moderation's. */
export interface StoredComment extends Keyset {
  comment: Omit<PersonalComment, 'record'>;
}

const toStored = (row: Record<string, unknown>): StoredComment => {
  const text = (name: string): string | null => (row[name] as string | null) ?? null;
  // SQLite and MariaDB store JSON as text.
  const held = row.held_reasons ?? [];
  return {
    id: row.id as number,
    createdAt: toDate(row.created_at) ?? new Date(0),
    comment: {
      documentId: row.document_id as string,
      articleId: row.article_id as string,
      createdAt: toIso(row.created_at) ?? '',
      editedAt: toIso(row.edited_at),
      status: row.state as PersonalComment['status'],
      content: text('content') ?? '',
      language: text('language'),
      name: text('author_name'),
      email: row.author_email as string,
      url: text('author_url'),
      account: text('user_id'),
      networkHash: text('ip_hash'),
      browser: text('user_agent'),
      heldReasons: typeof held === 'string' ? JSON.parse(held) : held,
    },
  };
};

/** Comments under an address, oldest first, from after some id. */
export async function selectByEmail(
  knex: Knex,
  email: string,
  { after, limit }: { after: number; limit: number }
): Promise<StoredComment[]> {
  const rows = await of(knex, email).where('id', '>', after).orderBy('id').limit(limit).select();
  return rows.map(toStored);
}

export async function countByEmail(knex: Knex, email: string): Promise<number> {
  const row = await of(knex, email).count({ n: '*' }).first();
  return Number((row as { n: number | string } | undefined)?.n ?? 0);
}

/** A comment with the marks by which its author can be banned. */
export interface Erasable {
  documentId: DocumentId;
  authorKey: string | null;
  network: string | null;
}

export async function selectErasable(
  knex: Knex,
  email: string,
  limit: number
): Promise<Erasable[]> {
  const rows: Record<'document_id' | 'author_key' | 'ip_hash', string | null>[] = await of(
    knex,
    email
  )
    .orderBy('id')
    .limit(limit)
    .select('document_id', 'author_key', 'ip_hash');
  return rows.map((row) => ({
    documentId: row.document_id as DocumentId,
    authorKey: row.author_key ?? null,
    network: row.ip_hash ?? null,
  }));
}
