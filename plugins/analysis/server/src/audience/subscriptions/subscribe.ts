import type { Trx } from '../../platform/database/connection';
import { emailHash } from '../../platform/security/email-hash';
import type { DocumentId } from '../../platform/strapi/uids';
import { claimAddress, selectAddresses } from './store';

/** Who asks to be told by mail of answers. */
export interface Subscriber {
  email: string;
  authorKey: string;
  /** BCP 47, for the mails. */
  language: string;
}

/**
 * Notes that an author wants to be told by mail. Mails nobody: an address is asked for its
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
