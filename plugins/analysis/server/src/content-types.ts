import { articleSchema } from './articles/schema';
import { slugSchema } from './slugs/schema';
import { sourceSchema } from './sources/schema';
import { commentSchema } from './comments/schema';
import { reportSchema } from './comments/report-schema';
import { ratingSchema } from './ratings/schema';
import { statsSchema } from './stats/schema';
import { summarySchema } from './summaries/schema';
import { topicSchema } from './topics/schema';

export const contentTypes = {
  article: { schema: articleSchema },
  summary: { schema: summarySchema },
  topic: { schema: topicSchema },
  rating: { schema: ratingSchema },
  comment: { schema: commentSchema },
  report: { schema: reportSchema },
  stats: { schema: statsSchema },
  source: { schema: sourceSchema },
  slug: { schema: slugSchema },
};
