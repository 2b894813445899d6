import type { Core } from '@strapi/strapi';
import { onConnection, rowBase } from '../database/connection';
import { TABLE } from '../strapi/uids';

/**
 * Takes a job for this instance: every instance's clock strikes, and one of them runs it.
 * @param since the job is taken only when it last ran before
 * @returns whether this instance has it
 */
export function claimJob(strapi: Core.Strapi, name: string, since: Date): Promise<boolean> {
  return onConnection(strapi, async (knex) => {
    await knex(TABLE.job)
      .insert({ ...rowBase(new Date()), name, ran_at: null })
      .onConflict('name')
      .ignore();
    const taken = await knex(TABLE.job)
      .where({ name })
      .where((either) => either.whereNull('ran_at').orWhere('ran_at', '<', since))
      .update({ ran_at: new Date() });
    return taken === 1;
  });
}
