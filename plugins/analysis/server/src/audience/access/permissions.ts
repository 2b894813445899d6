import { PERSONAL_DATA } from '../../platform/strapi/admin-user';

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

/** The roles that readers have: not signed in, and signed in. */
export const READER_ROLES = ['public', 'authenticated'] as const;

/** Admin permissions of the moderators' desk, by what they allow. */
export const MODERATION = {
  read: 'plugin::analysis.moderation.read',
  decide: 'plugin::analysis.moderate',
  ban: 'plugin::analysis.moderation.ban',
  settings: 'plugin::analysis.moderation.settings',
  personalData: PERSONAL_DATA,
} as const;

/** Admin permission to look at and empty the cache of public answers. */
export const CACHE = 'plugin::analysis.delivery.cache';

const action = (displayName: string, uid: string, subCategory = 'moderation') => ({
  section: 'plugins',
  pluginName: 'analysis',
  subCategory,
  displayName,
  uid,
});

/** The same as Strapi's roles page lists them. */
export const ADMIN_ACTIONS = [
  action('Read the queue', 'moderation.read'),
  action('Moderate comments', 'moderate'),
  action('Ban authors', 'moderation.ban'),
  action('Change the settings', 'moderation.settings'),
  action('See personal data', 'moderation.personal-data'),
  action('See and empty the cache', 'delivery.cache', 'delivery'),
];

/** Codes of the roles that Strapi makes on an installation's first start, in the order it does. */
export const STRAPI_ROLE = {
  superAdmin: 'strapi-super-admin',
  editor: 'strapi-editor',
  author: 'strapi-author',
} as const;

/** What the role that is made on the first start may do. */
export const MODERATOR_ROLE = {
  name: 'Moderator',
  description: 'Decides on comments',
  actions: [MODERATION.read, MODERATION.decide, MODERATION.ban, MODERATION.personalData],
} as const;
