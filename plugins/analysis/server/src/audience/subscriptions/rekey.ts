import type { Core } from '@strapi/strapi';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { runOnce } from '../../platform/strapi/run-once';
import { rekeyAddress, selectKeys } from './rekey-store';
import { emailHash } from '../../platform/security/email-hash';

/** Addresses that are looked at together. */
const BATCH = 500;

/**
 * Writes the keys of addresses anew, for a database whose keys were made of the address as it was
 * typed in: a stop, or a confirmation, would not be found by the mailbox. Interrupted, it begins
 * again at the next start.
 */
export async function rekeyAddressesOnce(strapi: Core.Strapi): Promise<void> {
  await runOnce(strapi, 'addresses-keyed-by-mailbox', async () => {
    for (let after = 0; ;) {
      const rows = await onConnection(strapi, (knex) => selectKeys(knex, after, BATCH));
      const stale = rows.filter(({ email, hash }) => emailHash(email) !== hash);
      if (stale.length > 0) {
        await inTransaction(strapi, async (trx) => {
          for (const { id, email } of stale) await rekeyAddress(trx, id, emailHash(email));
        });
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.id;
    }
  });
}
