import type { Core } from '@strapi/strapi';
import { articleController } from './content/articles/controller';
import { discussionController } from './content/articles/discussion-controller';
import { publicationController } from './content/articles/publication-controller';
import { banController } from './discussion/bans/controller';
import { claimController, claimDeskController } from './discussion/claims/controller';
import { commentController } from './discussion/comments/controller';
import { postController, previewController, rankingController } from './delivery/posts/controller';
import { embedController } from './delivery/posts/embed-controller';
import { ingestController } from './pipeline/ingest/controller';
import { pasteController } from './pipeline/ingest/paste-controller';
import { moderationController } from './discussion/moderation/controller';
import { noticeController } from './audience/subscriptions/controller';
import { docsController, openapiController } from './delivery/api-docs/controller';
import { postCacheController } from './delivery/response-cache/controller';
import { privacyController } from './operations/privacy/controller';
import { roomsOf, type Rooms } from './registry';
import { ratingController } from './audience/ratings/controller';
import { relatedController, searchController } from './delivery/search/controller';
import { summaryController } from './content/summaries/controller';
import {
  feedController,
  oembedController,
  sitemapController,
} from './delivery/syndication/controller';
import { commentTokenController, triageController } from './discussion/triage/controller';
import { topicController } from './content/topics/controller';

type Wired = Rooms & { strapi: Core.Strapi };

/** A controller that is made of the rooms it names. */
const of =
  <Controller>(create: (rooms: Wired) => Controller) =>
  ({ strapi }: { strapi: Core.Strapi }): Controller =>
    create({ ...roomsOf(strapi), strapi });

/** Controllers by the names that permissions carry (`plugin::analysis.<name>.<action>`). */
export const controllers = {
  article: articleController,
  discussion: of(discussionController),
  publication: of(publicationController),
  summary: summaryController,
  topic: topicController,
  rating: of(ratingController),
  comment: of(commentController),
  claim: of(claimController),
  'claim-desk': of(claimDeskController),
  moderation: of(moderationController),
  ban: of(banController),
  privacy: of(privacyController),
  'post-cache': of(postCacheController),
  notice: of(noticeController),
  triage: of(triageController),
  'comment-token': of(commentTokenController),
  ingest: of(ingestController),
  paste: of(pasteController),
  post: of(postController),
  ranking: of(rankingController),
  preview: of(previewController),
  embed: of(embedController),
  openapi: of(openapiController),
  docs: of(docsController),
  search: of(searchController),
  related: of(relatedController),
  feed: of(feedController),
  sitemap: of(sitemapController),
  oembed: of(oembedController),
};
