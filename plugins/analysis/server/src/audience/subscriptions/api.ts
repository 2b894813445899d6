import type { NoticePurpose } from '../../../../shared/contracts/subscriptions';
import { onConnection, type Trx } from '../../platform/database/connection';
import { currentSecret } from '../../platform/security/secrets';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import { claimConfirmations } from './claim-confirmations';
import { confirmOrStop, readLink } from './confirm-or-stop';
import type { SubscriptionsDeps } from './deps';
import { CONFIRM_MS, makeNoticeToken } from './link-token';
import { forgetAddress, ofAddress } from './personal-data';
import {
  deleteUnconfirmed,
  selectAddresses,
  selectAnswered,
  selectAuthorsToNotify,
  type AddressRow,
  type Recipient,
} from './store';
import { subscribe } from './subscribe';

export type { SubscriptionEvents } from './deps';
export type { AddressRow, Recipient };

/** Mail about approval and replies, to addresses that their owners have confirmed. */
export function createSubscriptions(deps: SubscriptionsDeps) {
  const { strapi } = deps;
  return {
    /** Whether the publication sends mail about approval and replies. */
    offered: (): boolean => configOf(strapi).notifications.authors,

    /** Stores a subscription of a comment's author, in the comment's transaction. */
    subscribe,

    /** Takes the addresses of public comments that are to be asked for their confirmation. */
    claimConfirmations: claimConfirmations(deps),

    /** Of some comments those whose authors have a confirmed subscription. */
    authorsToNotify: (trx: Trx, commentIds: DocumentId[]): Promise<Recipient[]> =>
      selectAuthorsToNotify(trx, commentIds),

    /** Of some comments those that reply to another author with a confirmed subscription. */
    answeredAuthors: (trx: Trx, commentIds: DocumentId[]): Promise<Recipient[]> =>
      selectAnswered(trx, commentIds),

    /** Addresses by id. */
    find: (addressIds: DocumentId[]): Promise<Map<DocumentId, AddressRow>> =>
      onConnection(strapi, (knex) => selectAddresses(knex, addressIds)),

    /** The token of a link that does one thing to one address. */
    linkToken(purpose: NoticePurpose, addressId: DocumentId, now: Date): string {
      const secret = currentSecret(strapi);
      return makeNoticeToken(purpose, addressId, now, secret);
    },

    /** What a link in a mail is about; null when it is none of ours, or past its time. */
    readLink: readLink(deps),

    /** Confirms an address or stops all mail to it. @param data as `noticeTokenInput` */
    confirmOrStop: confirmOrStop(deps),

    /** Deletes addresses that were never confirmed. */
    tidy: (now: Date): Promise<number> =>
      onConnection(strapi, (knex) => deleteUnconfirmed(knex, new Date(now.getTime() - CONFIRM_MS))),

    /** What is stored of an address, for the person's export. */
    ofAddress: ofAddress(deps),

    /** Deletes an address. */
    forgetAddress: forgetAddress(deps),
  };
}

export type Subscriptions = ReturnType<typeof createSubscriptions>;
