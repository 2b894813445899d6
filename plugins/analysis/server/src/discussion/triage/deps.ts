import type { Core } from '@strapi/strapi';
import type { RateLimiter } from '../../platform/security/rate-limiter';
import type { Bans } from '../bans/api';
import type { ExternalCheck } from './external/external-check';
import type { PolicyStore } from './policy-store';

export interface TriageDeps {
  strapi: Core.Strapi;
  bans: Bans;
  limiter: RateLimiter;
}

/** What the use cases of the room share: the policy in force, and the service outside. */
export interface TriageParts extends TriageDeps {
  policies: PolicyStore;
  externalCheck: ExternalCheck;
}
