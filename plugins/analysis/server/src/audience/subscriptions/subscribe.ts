import type { Trx } from '../../platform/database/connection';
import { emailHash } from '../../platform/security/email-hash';
import type { DocumentId } from '../../platform/strapi/uids';
import { claimAddress, selectAddresses } from './store';

/** An author who asks for mail about replies. */
export interface Subscriber {
  email: string;
  authorKey: string;
  /** BCP 47, for the mails. */
  language: string;
}

/**
 * Stores that an author asks for mail. Sends none: an address is asked for its
 * confirmation once a comment of it is public.
 * @returns the subscription, and whether the address is confirmed already
 */
export async function subscribe(
  trx: Trx,
  { email, authorKey, language }: Subscriber
): Promise<{ addressId: DocumentId; confirmed: boolean }> {
  const { documentId: addressId } = await claimAddress(trx, {
    ...{ emailHash: emailHash(email), authorKey, email, language },
  });
  const address = (await selectAddresses(trx, [addressId])).get(addressId);
  const confirmed = address !== undefined && address.confirmedAt !== null && !address.stoppedAt;
  return { addressId, confirmed };
}
