import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/** What was decided about a comment, by whom and why: only ever added to. */
export const eventSchema: InternalType = {
  collectionName: TABLE.event,
  info: { singularName: 'event', pluralName: 'events', displayName: 'Analysis moderation event' },
  attributes: {
    /** One of `EVENT_KINDS`. */
    kind: { type: 'string', required: true },
    commentId: { type: 'string', required: true },
    articleId: { type: 'string', required: true },
    /** The administrator; null for the author or the plugin itself. */
    actorId: { type: 'integer' },
    actorName: { type: 'string' },
    /** Each one of `COMMENT_STATUSES`. */
    fromStatus: { type: 'string' },
    toStatus: { type: 'string' },
    reason: { type: 'string' },
    contentHash: { type: 'string' },
    /** Decisions that were made, and are undone, together. */
    batch: { type: 'string' },
  },
  indexes: [
    { name: 'analysis_events_comment_idx', columns: ['comment_id', 'id'] },
    { name: 'analysis_events_time_idx', columns: ['created_at'] },
    { name: 'analysis_events_batch_idx', columns: ['batch'] },
    { name: 'analysis_events_article_idx', columns: ['article_id'] },
  ],
};
