import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/** A reader's report that a passage of an article is wrong, and the correction that came of it. */
export const claimSchema: InternalType = {
  collectionName: TABLE.claim,
  info: { singularName: 'claim', pluralName: 'claims', displayName: 'Analysis claim' },
  attributes: {
    articleId: { type: 'string', required: true },
    reporterKey: { type: 'string', required: true, private: true },
    /** As the article has it. */
    quote: { type: 'text', required: true },
    quoteHash: { type: 'string', required: true, private: true },
    note: { type: 'text', required: true, private: true },
    source: { type: 'text', private: true },
    /** Of the version that had the passage in its title or body; null when a summary had it. */
    contentHash: { type: 'string', private: true },
    /** One of `CLAIM_STATUSES`. */
    state: { type: 'string', required: true, default: 'open' },
    correction: { type: 'text' },
    correctedAt: { type: 'datetime' },
    /** Who decided, and when; null while it is open. */
    actorId: { type: 'integer', private: true },
    actorName: { type: 'string', private: true },
    decidedAt: { type: 'datetime', private: true },
  },
  indexes: [
    {
      name: 'analysis_claims_reporter_uq',
      columns: ['article_id', 'quote_hash', 'reporter_key'],
      type: 'unique',
    },
    { name: 'analysis_claims_queue_idx', columns: ['state', 'created_at', 'id'] },
    { name: 'analysis_claims_article_idx', columns: ['article_id', 'state'] },
  ],
};
