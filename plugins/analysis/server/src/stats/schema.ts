import { TABLE } from '../common/uids';

/** A new object each time: Strapi writes the column's name into it. */
const counter = () => ({ type: 'integer', default: 0, required: true }) as const;

/** One row per article: every number a page shows, moved in the transaction of the row it counts. */
export const statsSchema = {
  kind: 'collectionType',
  collectionName: TABLE.stats,
  info: { singularName: 'stats', pluralName: 'all-stats', displayName: 'Analysis stats' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    articleId: { type: 'string', required: true },
    ratingSum: counter(),
    ratingCount: counter(),
    rating1: counter(),
    rating2: counter(),
    rating3: counter(),
    rating4: counter(),
    rating5: counter(),
    ratingAverage: { type: 'float', default: 0 },
    ratingScore: { type: 'float', default: 0 },
    commentsPending: counter(),
    commentsApproved: counter(),
    commentsRejected: counter(),
    commentsSpam: counter(),
    commentsTrash: counter(),
    commentsVisible: counter(),
    ingestedHash: { type: 'string' },
    revision: counter(),
  },
  indexes: [
    { name: 'analysis_stats_article_uq', columns: ['article_id'], type: 'unique' },
    { name: 'analysis_stats_score_idx', columns: ['rating_score'] },
    { name: 'analysis_stats_average_idx', columns: ['rating_average', 'rating_count'] },
    { name: 'analysis_stats_votes_idx', columns: ['rating_count'] },
    { name: 'analysis_stats_comments_idx', columns: ['comments_visible'] },
  ],
} as const;
