import { PLUGIN } from './platform/strapi/uids';
import { internalType } from './platform/strapi/internal-type';
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
const publicTypes = {
  article: { schema: articleSchema },
  summary: { schema: summarySchema },
  topic: { schema: topicSchema },
  rating: { schema: ratingSchema },
  comment: { schema: commentSchema },
};

/** Tables that only the stores of their rooms read and write. */
const internalTypes = {
  report: { schema: internalType(reportSchema) },
  event: { schema: internalType(eventSchema), lifecycles: addedToOnly },
  ban: { schema: internalType(banSchema) },
  address: { schema: internalType(addressSchema) },
  notice: { schema: internalType(noticeSchema) },
  claim: { schema: internalType(claimSchema) },
  'claim-event': { schema: internalType(claimEventSchema), lifecycles: addedToOnly },
  job: { schema: internalType(jobSchema) },
  stats: { schema: internalType(statsSchema) },
  source: { schema: internalType(sourceSchema) },
  slug: { schema: internalType(slugSchema) },
  search: { schema: internalType(searchSchema) },
};

export const contentTypes = { ...publicTypes, ...internalTypes };

/** Names of the types that the content manager shows. */
export const PUBLIC_TYPES = Object.keys(publicTypes);

/** Uids of the types that it hides. */
export const INTERNAL_UIDS = Object.keys(internalTypes).map((name) => `${PLUGIN}.${name}`);
