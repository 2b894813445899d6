import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/**
 * What was decided about a claim, by whom and in which words: only ever added to. Apart from the
 * record of comments, whose readers (the desk's history, undo, policy replay, the week's numbers)
 * take every entry for a comment's.
 */
export const claimEventSchema: InternalType = {
  collectionName: TABLE.claimEvent,
  info: {
    singularName: 'claim-event',
    pluralName: 'claim-events',
    displayName: 'Analysis claim event',
  },
  attributes: {
    claimId: { type: 'string', required: true },
    articleId: { type: 'string', required: true },
    actorId: { type: 'integer' },
    actorName: { type: 'string' },
    /** Each one of `CLAIM_STATUSES`. */
    fromStatus: { type: 'string' },
    toStatus: { type: 'string' },
    correction: { type: 'text' },
  },
  indexes: [
    { name: 'analysis_claim_events_claim_idx', columns: ['claim_id', 'id'] },
    { name: 'analysis_claim_events_article_idx', columns: ['article_id'] },
  ],
};
