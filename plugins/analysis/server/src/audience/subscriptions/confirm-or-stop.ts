import {
  noticeTokenInput,
  type NoticePurpose,
  type NoticeView,
} from '../../../../shared/contracts/subscriptions';
import { fault } from '../../../../shared/faults';
import { onConnection } from '../../platform/database/connection';
import { refusalOf, decode } from '../../platform/errors';
import { secretsOf } from '../../platform/security/secrets';
import type { SubscriptionsDeps } from './deps';
import { readNoticeToken } from './link-token';
import { confirmAddress, selectAddresses, stopAddress, type AddressRow } from './store';

async function openLink(
  { strapi }: SubscriptionsDeps,
  token: string
): Promise<{ purpose: NoticePurpose; address: AddressRow } | null> {
  const read = readNoticeToken(token, new Date(), secretsOf(strapi));
  if (read === null) return null;
  const found = await onConnection(strapi, (knex) => selectAddresses(knex, [read.addressId]));
  const address = found.get(read.addressId);
  // A stop is for ever, whatever links there are from before it.
  if (!address || (read.purpose === 'confirm' && address.stoppedAt !== null)) return null;
  return { purpose: read.purpose, address };
}

/** What a link in a mail is about; null when it is none of ours, or past its time. */
export const readLink =
  (deps: SubscriptionsDeps) =>
  async (token: string): Promise<{ purpose: NoticePurpose; language: string } | null> => {
    const found = await openLink(deps, token);
    return found && { purpose: found.purpose, language: found.address.language };
  };

/**
 * Confirms an address or stops all mail to it, by the token of a link.
 * @param data as `noticeTokenInput`
 * @throws ValidationError
 */
export const confirmOrStop =
  (deps: SubscriptionsDeps) =>
  async (data: unknown): Promise<NoticeView> => {
    const { token } = decode(noticeTokenInput, data);
    const found = await openLink(deps, token);
    if (found === null) {
      throw refusalOf([fault('token', 'not_found', 'this link is not whole, or its time is over')]);
    }
    const { purpose, address } = found;
    const now = new Date();
    await onConnection(deps.strapi, (knex) =>
      purpose === 'confirm'
        ? confirmAddress(knex, address.documentId, now)
        : stopAddress(knex, address.emailHash, now)
    );
    return { done: purpose };
  };
