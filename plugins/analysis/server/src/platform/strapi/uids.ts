/** Namespace of the plugin's content types and configuration. */
export const PLUGIN = 'plugin::analysis';

/** Content-type uids, once. Nothing else in the plugin spells one out. */
export const UID = {
  article: 'plugin::analysis.article',
  summary: 'plugin::analysis.summary',
  topic: 'plugin::analysis.topic',
  rating: 'plugin::analysis.rating',
  comment: 'plugin::analysis.comment',
  report: 'plugin::analysis.report',
  event: 'plugin::analysis.event',
  ban: 'plugin::analysis.ban',
  address: 'plugin::analysis.address',
  notice: 'plugin::analysis.notice',
  claim: 'plugin::analysis.claim',
  claimEvent: 'plugin::analysis.claim-event',
  job: 'plugin::analysis.job',
  stats: 'plugin::analysis.stats',
  source: 'plugin::analysis.source',
  slug: 'plugin::analysis.slug',
  search: 'plugin::analysis.search',
} as const;

const OWN: ReadonlySet<string> = new Set(Object.values(UID));

/** Whether a content type is the plugin's. */
export const isOwnType = (uid: string): boolean => OWN.has(uid);

/** Database table of each content type. */
export const TABLE = {
  article: 'analysis_articles',
  summary: 'analysis_summaries',
  topic: 'analysis_topics',
  rating: 'analysis_ratings',
  comment: 'analysis_comments',
  report: 'analysis_reports',
  event: 'analysis_events',
  ban: 'analysis_bans',
  address: 'analysis_addresses',
  notice: 'analysis_notices',
  claim: 'analysis_claims',
  claimEvent: 'analysis_claim_events',
  job: 'analysis_jobs',
  stats: 'analysis_stats',
  source: 'analysis_sources',
  slug: 'analysis_slugs',
  search: 'analysis_searches',
} as const;

/** A document's key: the same for its draft and its published row, and through every publish. */
export type DocumentId = string;
