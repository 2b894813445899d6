import type { Knex } from 'knex';
import { rowBase } from '../database/connection';
import { TABLE, type DocumentId } from '../strapi/uids';

/**
 * Takes a job for this instance: every instance's clock strikes, and one of them runs it.
 * @param since the job is taken only when it last ran before
 * @returns whether this instance has it
 */
export async function claimJob(knex: Knex, name: string, since: Date): Promise<boolean> {
  await knex(TABLE.job)
    .insert({ ...rowBase(new Date()), name, ran_at: null })
    .onConflict('name')
    .ignore();
  const taken = await knex(TABLE.job)
    .where({ name })
    .where((either) => either.whereNull('ran_at').orWhere('ran_at', '<', since))
    .update({ ran_at: new Date() });
  return taken === 1;
}

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
