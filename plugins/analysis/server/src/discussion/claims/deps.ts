import type { Core } from '@strapi/strapi';
import type { Articles } from '../../content/articles/api';
import type { Stats } from '../../content/stats/api';
import type { Trx } from '../../platform/database/connection';
import type { Publisher } from '../../platform/events';
import type { RateLimiter } from '../../platform/security/rate-limiter';
import type { DocumentId } from '../../platform/strapi/uids';

/** Emitted in the transaction of the write, under the article's lock. */
export interface ClaimEvents {
  /** A reader reported a passage as wrong; `key` names the report. */
  'claim.reported': { trx: Trx; key: string };
  /** A moderator decided on a report: the corrections that readers see may have changed. */
  'claim.decided': { articleId: DocumentId };
}

export interface ClaimsDeps {
  strapi: Core.Strapi;
  articles: Articles;
  events: Publisher<ClaimEvents>;
  limiter: RateLimiter;
  stats: Stats;
}
