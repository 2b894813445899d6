import { accessService } from './access/service';
import { articlesService } from './articles/service';
import { commentsService } from './comments/service';
import { createCoreService } from './common/core-controller';
import { identityService } from './common/identity';
import { postsService } from './delivery/service';
import { ingestService } from './ingest/service';
import { moderationService } from './moderation/service';
import { ratingsService } from './ratings/service';
import { slugService } from './slugs/service';
import { sourceService } from './sources/service';
import { topicsService } from './topics/service';
import { UID } from './common/uids';
import { statsService } from './stats/service';
import { summariesService } from './summaries/service';

/** The rooms' services, under the names of `Services` in `common/services.ts`. */
export const serverServices = {
  article: createCoreService(UID.article),
  summary: createCoreService(UID.summary),
  topic: createCoreService(UID.topic),
  identity: identityService,
  access: accessService,
  articles: articlesService,
  summaries: summariesService,
  topics: topicsService,
  slugs: slugService,
  sources: sourceService,
  stats: statsService,
  ratings: ratingsService,
  comments: commentsService,
  moderation: moderationService,
  posts: postsService,
  ingest: ingestService,
};
