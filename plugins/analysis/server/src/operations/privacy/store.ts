import type { Knex } from 'knex';
import type { HeldReason } from '../../../../shared/contracts/moderation';
import type { PersonalComment } from '../../../../shared/contracts/privacy';
import { countRows } from '../../platform/database/keyset-query';
import { fromJson, toDate, toIso } from '../../platform/database/connection';
import type { CommentTable } from '../../platform/database/tables';
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

const toStored = (row: CommentTable & { author_email: string }): StoredComment => {
  return {
    id: row.id,
    createdAt: toDate(row.created_at) ?? new Date(0),
    comment: {
      documentId: row.document_id,
      articleId: row.article_id,
      createdAt: toIso(row.created_at) ?? '',
      editedAt: toIso(row.edited_at),
      status: row.state,
      content: row.content ?? '',
      language: row.language,
      name: row.author_name,
      email: row.author_email,
      url: row.author_url,
      account: row.user_id,
      networkHash: row.ip_hash,
      browser: row.user_agent,
      heldReasons: fromJson<HeldReason[]>(row.held_reasons ?? []),
    },
  };
};

/** Comments under an address, oldest first, from after some id. */
export async function selectByEmail(
  knex: Knex,
  email: string,
  { after, limit }: { after: number; limit: number }
): Promise<StoredComment[]> {
  const rows: (CommentTable & { author_email: string })[] = await of(knex, email)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select();
  return rows.map(toStored);
}

export async function countByEmail(knex: Knex, email: string): Promise<number> {
  return countRows(of(knex, email));
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
  const rows: Pick<CommentTable, 'document_id' | 'author_key' | 'ip_hash'>[] = await of(knex, email)
    .orderBy('id')
    .limit(limit)
    .select('document_id', 'author_key', 'ip_hash');
  return rows.map((row) => ({
    documentId: row.document_id,
    authorKey: row.author_key,
    network: row.ip_hash,
  }));
}
