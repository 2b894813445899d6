import { accessService } from './audience/access/service';
import { articlesService } from './content/articles/service';
import { claimsService } from './discussion/claims/service';
import { commentsService } from './discussion/comments/service';
import { createCoreService } from './platform/strapi/core-controller';
import { identityService } from './audience/identity/identify';
import { limitsService } from './platform/security/rate-limiter';
import { previewsService } from './delivery/posts/previews';
import { postsService } from './delivery/posts/service';
import { eventsService } from './operations/webhooks/service';
import { housekeepingService } from './operations/housekeeping/service';
import { ingestService } from './pipeline/ingest/service';
import { bansService } from './discussion/bans/service';
import { moderationService } from './discussion/moderation/service';
import { noticesService } from './operations/notifications/service';
import { openapiService } from './delivery/api-docs/api';
import { postCacheService } from './delivery/response-cache/service';
import { privacyService } from './operations/privacy/service';
import { ratingsService } from './audience/ratings/service';
import { slugService } from './content/slugs/service';
import { sourceService } from './content/sources/service';
import { topicsService } from './content/topics/service';
import { triageService } from './discussion/triage/service';
import { UID } from './platform/strapi/uids';
import { statsService } from './content/stats/service';
import { searchService } from './delivery/search/service';
import { summariesService } from './content/summaries/api';
import { syndicationService } from './delivery/syndication/api';

/** The rooms' services, under the names of `Services` in `common/services.ts`. */
export const serverServices = {
  article: createCoreService(UID.article),
  summary: createCoreService(UID.summary),
  topic: createCoreService(UID.topic),
  identity: identityService,
  limits: limitsService,
  access: accessService,
  articles: articlesService,
  summaries: summariesService,
  topics: topicsService,
  slugs: slugService,
  sources: sourceService,
  stats: statsService,
  ratings: ratingsService,
  comments: commentsService,
  claims: claimsService,
  moderation: moderationService,
  bans: bansService,
  triage: triageService,
  events: eventsService,
  notices: noticesService,
  privacy: privacyService,
  housekeeping: housekeepingService,
  posts: postsService,
  postCache: postCacheService,
  previews: previewsService,
  search: searchService,
  syndication: syndicationService,
  ingest: ingestService,
  openapi: openapiService,
};
