import { articleView } from './content/articles/editor-view';
import { topicView } from './content/topics/editor-view';
import { ratingView } from './audience/ratings/editor-view';
import { commentView } from './discussion/comments/editor-view';
import type { EditorView } from './platform/strapi/content-manager-config';
import { UID } from './platform/strapi/uids';
import { commentLifecycles } from './discussion/comments/lifecycles';
import type { InternalTypes } from './platform/strapi/internal-type';
import { addedToOnly } from './platform/strapi/lifecycles';
import { articleSchema } from './content/articles/schema';
import { searchSchema } from './delivery/search/schema';
import { slugSchema } from './content/slugs/schema';
import { sourceSchema } from './content/sources/schema';
import { commentSchema } from './discussion/comments/schema';
import { reportSchema } from './discussion/comments/reports-schema';
import { banSchema } from './discussion/bans/schema';
import { eventSchema } from './discussion/moderation/record-schema';
import { addressSchema } from './audience/subscriptions/schema';
import { noticeSchema } from './operations/notifications/schema';
import { claimEventSchema } from './discussion/claims/record-schema';
import { claimSchema } from './discussion/claims/schema';
import { jobSchema } from './platform/jobs/schema';
import { ratingSchema } from './audience/ratings/schema';
import { statsSchema } from './content/stats/schema';
import { summarySchema } from './content/summaries/schema';
import { topicSchema } from './content/topics/schema';

/** What the content manager shows to those who may see it, and GraphQL and REST to readers. */
export const contentTypes = {
  article: { schema: articleSchema },
  summary: { schema: summarySchema },
  topic: { schema: topicSchema },
  rating: { schema: ratingSchema },
  comment: { schema: commentSchema, lifecycles: commentLifecycles },
};

/** How the content manager shows them. */
export const editorViews: Record<string, EditorView> = {
  [UID.article]: articleView,
  [UID.topic]: topicView,
  [UID.rating]: ratingView,
  [UID.comment]: commentView,
};

/** Tables that only services read and write. */
export const internalTypes: InternalTypes = {
  report: { schema: reportSchema },
  event: { schema: eventSchema, lifecycles: addedToOnly },
  ban: { schema: banSchema },
  address: { schema: addressSchema },
  notice: { schema: noticeSchema },
  claim: { schema: claimSchema },
  'claim-event': { schema: claimEventSchema, lifecycles: addedToOnly },
  job: { schema: jobSchema },
  stats: { schema: statsSchema },
  source: { schema: sourceSchema },
  slug: { schema: slugSchema },
  search: { schema: searchSchema },
};
