import type { InternalType } from '../../platform/strapi/internal-type';
import { TABLE } from '../../platform/strapi/uids';

/** A reader's report of a comment: one per reporter, never public. */
export const reportSchema: InternalType = {
  collectionName: TABLE.report,
  info: { singularName: 'report', pluralName: 'reports', displayName: 'Analysis report' },
  attributes: {
    commentId: { type: 'string', required: true },
    articleId: { type: 'string', required: true },
    reporterKey: { type: 'string', required: true, private: true },
    /** Keyed hash of the network it came from; forgotten like that of a comment. */
    network: { type: 'string', private: true },
    /** Whether a signed-in reader made it. */
    byAccount: { type: 'boolean', default: false, private: true },
    /** One of `REPORT_REASONS`. */
    reason: { type: 'string', required: true, private: true },
    note: { type: 'text', private: true },
    /** `open`, `dismissed` or `upheld`. */
    verdict: { type: 'string', default: 'open', private: true },
  },
  indexes: [
    {
      name: 'analysis_reports_reporter_uq',
      columns: ['comment_id', 'reporter_key'],
      type: 'unique',
    },
    { name: 'analysis_reports_article_idx', columns: ['article_id'] },
  ],
};
