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
  ratingFind: 'plugin::analysis.rating.find',
  ratingRate: 'plugin::analysis.rating.rate',
  ratingWithdraw: 'plugin::analysis.rating.withdraw',
  commentFind: 'plugin::analysis.comment.find',
  commentCreate: 'plugin::analysis.comment.create',
  commentUpdate: 'plugin::analysis.comment.update',
  commentDelete: 'plugin::analysis.comment.delete',
  commentReport: 'plugin::analysis.comment.report',
  ingestPut: 'plugin::analysis.ingest.put',
  ingestBatch: 'plugin::analysis.ingest.batch',
} as const;
export type Action = (typeof ACTION)[keyof typeof ACTION];

/** What readers may do out of the box: read, rate, comment, report. Writing posts needs a token. */
export const READER_ACTIONS: readonly Action[] = Object.values(ACTION).filter(
  (action) => action !== ACTION.ingestPut && action !== ACTION.ingestBatch
);

/** The roles that readers have: not signed in, and signed in. */
export const READER_ROLES = ['public', 'authenticated'] as const;

/** Admin permission to decide on comments. */
export const MODERATE_ACTION = {
  section: 'plugins',
  displayName: 'Moderate comments',
  uid: 'moderate',
  pluginName: 'analysis',
} as const;
export const MODERATE_PERMISSION = 'plugin::analysis.moderate';
