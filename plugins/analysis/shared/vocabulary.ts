/**
 * Lists of words that the contracts are made of. They stand apart from the contracts' schemas so
 * that the admin and the embeds can use them without bringing zod into the browser.
 */

export const COMMENT_STATUSES = ['pending', 'approved', 'rejected', 'spam', 'trash'] as const;

/** Why a reader reports a comment. */
export const REPORT_REASONS = ['spam', 'abuse', 'off-topic', 'personal-data', 'other'] as const;

/** Orders that a discussion is read in; `discussed` is by replies, then newest first. */
export const COMMENT_SORTS = ['newest', 'oldest', 'discussed'] as const;

/** `reported` cuts across the statuses: comments with reports that nobody has looked at. */
export const QUEUE_TABS = ['pending', 'reported', 'spam', 'approved', 'rejected', 'trash'] as const;

export const QUEUE_SORTS = ['oldest', 'newest'] as const;

/** Filters that combine; all of them live in the desk's address. Dates are ISO 8601. */
export const QUEUE_FILTERS = [
  'article',
  'author',
  'email',
  'network',
  'language',
  'from',
  'to',
  'q',
  'reason',
] as const;

/** The services outside that can be asked about comments. */
export const EXTERNAL_KINDS = ['none', 'http', 'akismet'] as const;

export const BAN_KINDS = ['author', 'email', 'domain', 'network'] as const;

/** Of a report that a claim in an article is wrong. */
export const CLAIM_STATUSES = ['open', 'upheld', 'dismissed'] as const;

/** What the plugin tells webhooks of, beside Strapi's own events. */
export const WEBHOOK_EVENTS = [
  'analysis.comment.created',
  'analysis.comment.approved',
  'analysis.comment.rejected',
  'analysis.comment.reported',
  'analysis.rating.changed',
  'analysis.post.ingested',
] as const;
