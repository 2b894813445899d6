import type { NoticePurpose } from '../../../../shared/contracts/subscriptions';
import { onConnection, type Trx } from '../../platform/database/connection';
import { secretsOf } from '../../platform/security/secrets';
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
  selectAuthorsToTell,
  type AddressRow,
  type Told,
} from './store';
import { subscribe } from './subscribe';

export type { SubscriptionEvents } from './deps';
export type { AddressRow, Told };

/** Who is told by mail of answers and approval: addresses, confirmed by their owners. */
export function createSubscriptions(deps: SubscriptionsDeps) {
  const { strapi } = deps;
  return {
    /** Whether authors can be told by mail of approval and replies. */
    offered: (): boolean => configOf(strapi).notifications.authors,

    /** Notes, in the comment's transaction, that its author wants to be told. */
    subscribe,

    /** Takes the addresses of public comments that are to be asked for their confirmation. */
    claimConfirmations: claimConfirmations(deps),

    /** Of some comments those whose authors confirmed that they want to hear of them. */
    authorsToTell: (trx: Trx, commentIds: DocumentId[]): Promise<Told[]> =>
      selectAuthorsToTell(trx, commentIds),

    /** Of some comments those that answer somebody else who confirmed to hear of answers. */
    answeredAuthors: (trx: Trx, commentIds: DocumentId[]): Promise<Told[]> =>
      selectAnswered(trx, commentIds),

    /** Addresses by id. */
    find: (addressIds: DocumentId[]): Promise<Map<DocumentId, AddressRow>> =>
      onConnection(strapi, (knex) => selectAddresses(knex, addressIds)),

    /** The token of a link that does one thing to one address. */
    linkToken(purpose: NoticePurpose, addressId: DocumentId, now: Date): string {
      const [secret] = secretsOf(strapi) as [string];
      return makeNoticeToken(purpose, addressId, now, secret);
    },

    /** What a link in a mail is about; null when it is none of ours, or past its time. */
    readLink: readLink(deps),

    /** Confirms an address or stops all mail to it. @param data as `noticeTokenInput` */
    confirmOrStop: confirmOrStop(deps),

    /** Deletes addresses that were never confirmed. */
    tidy: (now: Date): Promise<number> =>
      onConnection(strapi, (knex) => deleteUnconfirmed(knex, new Date(now.getTime() - CONFIRM_MS))),

    /** What is kept of an address, for the person. */
    ofAddress: ofAddress(deps),

    /** Deletes an address. */
    forgetAddress: forgetAddress(deps),
  };
}

export type Subscriptions = ReturnType<typeof createSubscriptions>;
