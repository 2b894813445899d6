import type { Core } from '@strapi/strapi';
import { canonicalDomain, mailboxOf } from '../../../../shared/mailbox';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { runOnce } from '../../platform/strapi/run-once';
import { banHash } from './rules';
import { hasMailBans, moveBan, selectDomainBans, selectTypedAddresses } from './rekey-store';

/** Comments that are looked at together. */
const BATCH = 1_000;

/**
 * Puts bans from before mailboxes were compared on the mailbox. A ban keeps no address: those whose
 * comments are still there are found by them, and others hold on the address as it was typed in.
 */
export async function rekeyBansOnce(strapi: Core.Strapi): Promise<void> {
  await runOnce(strapi, 'bans-keyed-by-mailbox', async () => {
    if (!(await onConnection(strapi, hasMailBans))) return;
    await inTransaction(strapi, async (trx) => {
      for (const { value_hash: from, label } of await selectDomainBans(trx)) {
        const to = banHash('domain', canonicalDomain(label));
        if (to !== from) await moveBan(trx, from, to);
      }
    });
    for (let after = 0; ;) {
      const rows = await onConnection(strapi, (knex) => selectTypedAddresses(knex, after, BATCH));
      const typed = new Set(rows.map((row) => row.author_email.toLowerCase()));
      const others = [...typed].filter((address) => mailboxOf(address) !== address);
      if (others.length > 0) {
        await inTransaction(strapi, async (trx) => {
          for (const address of others) {
            await moveBan(trx, banHash('email', address), banHash('email', mailboxOf(address)));
          }
        });
      }
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.id;
    }
  });
}
