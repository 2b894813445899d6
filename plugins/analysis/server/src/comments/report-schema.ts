import { TABLE } from '../common/uids';
import { REPORT_REASONS } from '../../../shared/contracts/comments';

/** A reader's report of a comment: one per reporter, never public. */
export const reportSchema = {
  kind: 'collectionType',
  collectionName: TABLE.report,
  info: {
    singularName: 'report',
    pluralName: 'reports',
    displayName: 'Analysis report',
    description: "A reader's report of a comment",
  },
  options: { draftAndPublish: false },
  attributes: {
    commentId: { type: 'string', required: true },
    articleId: { type: 'string', required: true },
    reporterKey: { type: 'string', required: true, private: true },
    reason: { type: 'enumeration', enum: REPORT_REASONS, required: true, private: true },
    note: { type: 'text', private: true },
    verdict: {
      type: 'enumeration',
      enum: ['open', 'dismissed', 'upheld'],
      default: 'open',
      private: true,
    },
  },
  indexes: [
    {
      name: 'analysis_reports_reporter_uq',
      columns: ['comment_id', 'reporter_key'],
      type: 'unique',
    },
    { name: 'analysis_reports_article_idx', columns: ['article_id'] },
  ],
} as const;
