import type { Knex } from 'knex';
import { toIso } from '../common/database';
import type { PersonalComment } from '../common/services';
import { TABLE, type DocumentId } from '../common/uids';

/** Addresses are compared as people use them: whatever the case. */
const of = (knex: Knex, email: string): Knex.QueryBuilder =>
  knex(TABLE.comment).whereIn('author_email', [email, email.toLowerCase()]);

/** Everything that is kept of the comments under an address. */
export async function selectByEmail(knex: Knex, email: string): Promise<PersonalComment[]> {
  const rows: Record<string, string | null>[] = await of(knex, email).orderBy('id').select();
  return rows.map((row) => ({
    documentId: row.document_id as string,
    articleId: row.article_id as string,
    createdAt: toIso(row.created_at) ?? '',
    editedAt: toIso(row.edited_at),
    status: row.state as PersonalComment['status'],
    content: row.content ?? '',
    name: row.author_name ?? null,
    url: row.author_url ?? null,
    networkHash: row.ip_hash ?? null,
    browser: row.user_agent ?? null,
  }));
}

export async function selectIdsByEmail(
  knex: Knex,
  email: string,
  limit: number
): Promise<DocumentId[]> {
  const rows: { document_id: DocumentId }[] = await of(knex, email)
    .orderBy('id')
    .limit(limit)
    .select('document_id');
  return rows.map((row) => row.document_id);
}
