/** Permissions by name: one list for the server and the admin. */

/** Content-API actions, named as users-permissions names them: plugin, controller, action. */
export const ACTION = {
  articleFind: 'plugin::analysis.article.find',
  articleFindOne: 'plugin::analysis.article.findOne',
  summaryFind: 'plugin::analysis.summary.find',
  summaryFindOne: 'plugin::analysis.summary.findOne',
  topicFind: 'plugin::analysis.topic.find',
  topicFindOne: 'plugin::analysis.topic.findOne',
  postFindOne: 'plugin::analysis.post.findOne',
  rankingFind: 'plugin::analysis.ranking.find',
  searchFind: 'plugin::analysis.search.find',
  relatedFind: 'plugin::analysis.related.find',
  feedFind: 'plugin::analysis.feed.find',
  sitemapFind: 'plugin::analysis.sitemap.find',
  oembedFind: 'plugin::analysis.oembed.find',
  ratingFind: 'plugin::analysis.rating.find',
  ratingRate: 'plugin::analysis.rating.rate',
  ratingWithdraw: 'plugin::analysis.rating.withdraw',
  commentFind: 'plugin::analysis.comment.find',
  commentCreate: 'plugin::analysis.comment.create',
  commentUpdate: 'plugin::analysis.comment.update',
  commentDelete: 'plugin::analysis.comment.delete',
  commentReport: 'plugin::analysis.comment.report',
  claimCreate: 'plugin::analysis.claim.create',
  embedFind: 'plugin::analysis.embed.find',
  openapiFind: 'plugin::analysis.openapi.find',
  docsFind: 'plugin::analysis.docs.find',
  ingestPut: 'plugin::analysis.ingest.put',
  ingestBatch: 'plugin::analysis.ingest.batch',
} as const;
export type Action = (typeof ACTION)[keyof typeof ACTION];

/** What readers may do out of the box: read, rate, comment, report. Writing posts needs a token. */
export const READER_ACTIONS: readonly Action[] = Object.values(ACTION).filter(
  (action) => action !== ACTION.ingestPut && action !== ACTION.ingestBatch
);

/** Admin permissions of the moderators' desk, by what they allow. */
export const MODERATION = {
  read: 'plugin::analysis.moderation.read',
  decide: 'plugin::analysis.moderate',
  ban: 'plugin::analysis.moderation.ban',
  settings: 'plugin::analysis.moderation.settings',
  personalData: 'plugin::analysis.moderation.personal-data',
} as const;

/** Admin permission to look at and empty the cache of public answers. */
export const CACHE = 'plugin::analysis.delivery.cache';
