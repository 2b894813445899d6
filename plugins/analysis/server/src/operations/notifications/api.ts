import { onConnection, type Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import { deliver } from './deliver';
import type { NotificationsDeps } from './deps';
import { digest } from './digest';
import { enqueueForClaim, enqueueForComments } from './enqueue';
import { deleteOfAddresses, deleteSent } from './store';

/** How long it is kept that something was told. */
const REMEMBER_MS = 30 * 24 * 60 * 60 * 1000;

/** Mail to moderators and to comments' authors, by way of an outbox. */
export function createNotifications(deps: NotificationsDeps) {
  const send = deliver(deps);
  return {
    /** Puts the mails that comments mean into the outbox. */
    enqueueForComments: enqueueForComments(deps, send),

    /** The same for a passage that a reader reports as wrong. */
    enqueueForClaim: enqueueForClaim(deps, send),

    /** Sends what is due. */
    deliver: send,

    /** Puts a digest of what waits into the outbox when one is due. */
    digest: digest(deps),

    /** Takes what was to be mailed to some addresses out of the outbox. */
    forgetAddresses: (trx: Trx, addressIds: DocumentId[]): Promise<number> =>
      deleteOfAddresses(trx, addressIds),

    /** Drops mails that were sent long ago. */
    tidy: (now: Date): Promise<number> =>
      onConnection(deps.strapi, (knex) => deleteSent(knex, new Date(now.getTime() - REMEMBER_MS))),
  };
}

export type Notifications = ReturnType<typeof createNotifications>;
