import type { PersonalAddress } from '../../../../shared/contracts/privacy';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { emailHash } from '../../platform/security/email-hash';
import type { SubscriptionsDeps } from './deps';
import { deleteByEmail, selectByEmail } from './store';

/** What is stored of an address, whatever its case, for the person's export. */
export const ofAddress =
  ({ strapi }: SubscriptionsDeps) =>
  async (email: string): Promise<PersonalAddress[]> => {
    const rows = await onConnection(strapi, (knex) => selectByEmail(knex, emailHash(email)));
    return rows.map((row) => ({
      email: row.email,
      askedAt: row.createdAt.toISOString(),
      confirmedAt: row.confirmedAt?.toISOString() ?? null,
      stoppedAt: row.stoppedAt?.toISOString() ?? null,
    }));
  };

/** Deletes an address, and what was to be mailed to it; returns how many rows there were. */
export const forgetAddress =
  ({ events, strapi }: SubscriptionsDeps) =>
  (email: string): Promise<{ erased: number; kept: number }> =>
    inTransaction(strapi, async (trx) => {
      const hash = emailHash(email);
      const rows = await selectByEmail(trx, hash);
      const addressIds = rows.map(({ documentId }) => documentId);
      await events.emit('subscription.forgotten', { trx, addressIds });
      return { erased: await deleteByEmail(trx, hash), kept: 0 };
    });
