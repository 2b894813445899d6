import type { Knex } from 'knex';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { Trx } from '../../platform/database/connection';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

/** Comments that have lain in trash or spam since before a date, oldest first. */
export async function selectToPurge(
  knex: Knex,
  before: Date,
  limit: number
): Promise<DocumentId[]> {
  const rows: { document_id: DocumentId }[] = await knex(TABLE.comment)
    .whereIn('state', ['trash', 'spam'])
    .whereNull('deleted_at')
    .where('updated_at', '<', before)
    .orderBy('id')
    .limit(limit)
    .select('document_id');
  return rows.map((row) => row.document_id);
}

/**
 * Forgets the networks and browsers that comments and reports older than a date came from.
 * @returns how many comments
 */
export async function forgetNetworks(knex: Knex, before: Date): Promise<number> {
  await knex(TABLE.report)
    .where('created_at', '<', before)
    .whereNotNull('network')
    .update({ network: null });
  return knex(TABLE.comment)
    .where('created_at', '<', before)
    .where((either) => either.whereNotNull('ip_hash').orWhereNotNull('user_agent'))
    .update({ ip_hash: null, user_agent: null });
}

/** How many of an article's comments there are by status and visibility, as its rows say. */
export async function countComments(
  trx: Trx,
  articleId: DocumentId
): Promise<{ status: CommentStatus; visible: boolean; count: number }[]> {
  const rows: { state: CommentStatus; visible: unknown; n: number | string }[] = await trx(
    TABLE.comment
  )
    .where({ article_id: articleId })
    .whereNull('deleted_at')
    .groupBy('state', 'visible')
    .select('state', 'visible')
    .count({ n: '*' });
  return rows.map(({ state, visible, n }) => ({
    status: state,
    visible: Boolean(visible),
    count: Number(n),
  }));
}
