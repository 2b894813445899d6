import { TABLE } from '../../platform/strapi/uids';
import { COMMENT_STATUSES } from '../../../../shared/contracts/comments';
import { withView } from '../../platform/strapi/content-manager-config';
import { commentView } from './editor-view';

/**
 * `articleId`, `parentId` and `rootId` are indexed keys, not relations (see ratings).
 * `visible` is true exactly while the comment and all its ancestors are approved, so that
 * a public read needs no walk up the thread. `replyCount` moves in the transaction that moves
 * `visible`, so that neither a count nor an order by it reads the threads.
 */
export const commentSchema = withView(
  {
    kind: 'collectionType',
    collectionName: TABLE.comment,
    info: {
      singularName: 'comment',
      pluralName: 'comments',
      displayName: 'Analysis comment',
      description: 'A comment in the moderated discussion of an article',
    },
    options: { draftAndPublish: false },
    attributes: {
      // Not `status`: the content manager writes its own draft or published over that.
      state: { type: 'enumeration', enum: COMMENT_STATUSES, default: 'pending', required: true },
      content: { type: 'text' },
      articleId: { type: 'string', required: true },
      /** BCP 47, detected in the text when it was sent. */
      language: { type: 'string', private: true },
      authorName: { type: 'string' },
      // Who they are is shown at the desk alone, to those who may see personal data.
      authorEmail: { type: 'string', private: true, visible: false },
      authorUrl: { type: 'text' },
      userId: { type: 'string', private: true, visible: false },
      /** Written by a moderator, and shown with a badge. */
      moderator: { type: 'boolean', default: false },
      reason: { type: 'string', private: true },
      /** Why triage held it or marked it as spam; the phases once more, for filters. */
      heldReasons: { type: 'json', private: true, visible: false },
      heldPhases: { type: 'text', private: true, visible: false },
      /** SimHash of the text, to find near-duplicates by. */
      fingerprint: { type: 'string', private: true, visible: false },
      parentId: { type: 'string' },
      rootId: { type: 'string', visible: false },
      depth: { type: 'integer', default: 0, required: true },
      visible: { type: 'boolean', default: false, private: true, visible: false },
      /** Of a root: visible comments below it, at any depth; of others 0. */
      replyCount: { type: 'integer', default: 0, private: true, visible: false },
      reportCount: { type: 'integer', default: 0, required: true, private: true },
      contentHash: { type: 'string', private: true, visible: false },
      /** Of the text that a moderator approved although it was reported; null once it is edited. */
      clearedHash: { type: 'string', private: true, visible: false },
      ipHash: { type: 'string', private: true, visible: false },
      userAgent: { type: 'text', private: true, visible: false },
      authorKey: { type: 'string', private: true, visible: false },
      editTokenHash: { type: 'string', private: true, visible: false },
      /** Where its author gets mail about approval and replies; null without a subscription. */
      addressId: { type: 'string', private: true, visible: false },
      editedAt: { type: 'datetime' },
      deletedAt: { type: 'datetime' },
    },
    indexes: [
      { name: 'analysis_comments_document_uq', columns: ['document_id'], type: 'unique' },
      {
        name: 'analysis_comments_roots_idx',
        columns: ['article_id', 'visible', 'depth', 'created_at', 'id'],
      },
      {
        name: 'analysis_comments_discussed_idx',
        columns: ['article_id', 'visible', 'depth', 'reply_count', 'created_at', 'id'],
      },
      { name: 'analysis_comments_thread_idx', columns: ['root_id', 'visible', 'created_at', 'id'] },
      { name: 'analysis_comments_parent_idx', columns: ['parent_id'] },
      { name: 'analysis_comments_queue_idx', columns: ['state', 'created_at', 'id'] },
      {
        name: 'analysis_comments_article_queue_idx',
        columns: ['article_id', 'state', 'created_at', 'id'],
      },
      { name: 'analysis_comments_reported_idx', columns: ['report_count', 'created_at', 'id'] },
      { name: 'analysis_comments_email_idx', columns: ['author_email', 'state'] },
      { name: 'analysis_comments_author_idx', columns: ['author_key', 'created_at'] },
      { name: 'analysis_comments_network_idx', columns: ['ip_hash', 'created_at'] },
    ],
  } as const,
  commentView
);
