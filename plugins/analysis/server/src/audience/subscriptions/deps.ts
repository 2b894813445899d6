import type { Core } from '@strapi/strapi';
import type { Trx } from '../../platform/database/connection';
import type { Publisher } from '../../platform/events';
import type { RateLimiter } from '../../platform/security/rate-limiter';
import type { DocumentId } from '../../platform/strapi/uids';

export interface SubscriptionEvents {
  /** Addresses are about to be deleted, with all that is to be mailed to them. */
  'subscription.forgotten': { trx: Trx; addressIds: DocumentId[] };
}

export interface SubscriptionsDeps {
  strapi: Core.Strapi;
  events: Publisher<SubscriptionEvents>;
  limiter: RateLimiter;
}
