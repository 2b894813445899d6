import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

const COUNTER = { type: 'integer', default: 0, required: true } as const;

/** One row per article: every number a page shows, moved in the transaction of the row it counts. */
export const statsSchema: InternalType = {
  collectionName: TABLE.stats,
  info: { singularName: 'stats', pluralName: 'all-stats', displayName: 'Analysis stats' },
  attributes: {
    articleId: { type: 'string', required: true },
    ratingSum: COUNTER,
    ratingCount: COUNTER,
    rating1: COUNTER,
    rating2: COUNTER,
    rating3: COUNTER,
    rating4: COUNTER,
    rating5: COUNTER,
    ratingAverage: { type: 'float', default: 0 },
    ratingScore: { type: 'float', default: 0 },
    commentsPending: COUNTER,
    commentsApproved: COUNTER,
    commentsRejected: COUNTER,
    commentsSpam: COUNTER,
    commentsTrash: COUNTER,
    commentsVisible: COUNTER,
    ingestedHash: { type: 'string' },
    revision: COUNTER,
  },
  indexes: [
    { name: 'analysis_stats_article_uq', columns: ['article_id'], type: 'unique' },
    { name: 'analysis_stats_score_idx', columns: ['rating_score'] },
    { name: 'analysis_stats_average_idx', columns: ['rating_average', 'rating_count'] },
    { name: 'analysis_stats_votes_idx', columns: ['rating_count'] },
    { name: 'analysis_stats_comments_idx', columns: ['comments_visible'] },
  ],
};
