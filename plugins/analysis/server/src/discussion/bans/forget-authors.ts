import type { Core } from '@strapi/strapi';
import { mailboxOf } from '../../../../shared/mailbox';
import { onConnection } from '../../platform/database/connection';
import { banHash } from './rules';
import { deleteEndedBans, selectActiveBans, stripBans } from './store';

/**
 * Deletes ended bans on an address, and takes out of one in force what it says of the person.
 * @returns how many are gone, and how many stay as a bare hash
 */
export const forgetAddress =
  (strapi: Core.Strapi) =>
  (email: string): Promise<{ erased: number; kept: number }> => {
    const hash = banHash('email', mailboxOf(email));
    return onConnection(strapi, async (knex) => {
      await stripBans(knex, [hash]);
      return {
        erased: await deleteEndedBans(knex, new Date(), hash),
        kept: (await selectActiveBans(knex, [hash])).length,
      };
    });
  };

/** Takes out of bans what they say of some authors; the bans stay, as bare hashes. */
export const forgetAuthors =
  (strapi: Core.Strapi) =>
  async (
    authors: readonly { authorKey: string | null; network: string | null }[]
  ): Promise<void> => {
    const hashes = authors.flatMap(({ authorKey, network }) => [
      ...(authorKey === null ? [] : [banHash('author', authorKey)]),
      ...(network === null ? [] : [banHash('network', network)]),
    ]);
    await onConnection(strapi, (knex) => stripBans(knex, [...new Set(hashes)]));
  };
