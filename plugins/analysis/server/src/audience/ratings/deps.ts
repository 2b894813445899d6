import type { Core } from '@strapi/strapi';
import type { RatingView } from '../../../../shared/contracts/ratings';
import type { Articles } from '../../content/articles/api';
import type { Stats } from '../../content/stats/api';
import type { Publisher } from '../../platform/events';
import type { RateLimiter } from '../../platform/security/rate-limiter';
import type { DocumentId } from '../../platform/strapi/uids';

/** Emitted in the transaction of the votes, under their articles' locks. */
export interface RatingEvents {
  /** Votes were given, changed or withdrawn. `ratingOf` gives an article's rating after it. */
  'rating.changed': {
    articleIds: DocumentId[];
    ratingOf: (articleId: DocumentId) => RatingView;
  };
}

export interface RatingsDeps {
  strapi: Core.Strapi;
  articles: Articles;
  events: Publisher<RatingEvents>;
  limiter: RateLimiter;
  stats: Stats;
}
