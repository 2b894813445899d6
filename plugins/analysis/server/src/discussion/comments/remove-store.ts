import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { Trx } from '../../platform/database/connection';
import { TABLE, type DocumentId } from '../../platform/strapi/uids';

/**
 * Leaves an empty place: the text, everything about its author, and what readers noted about it
 * go.
 */
export const eraseComment = async (
  trx: Trx,
  documentId: DocumentId,
  to: { status: CommentStatus; deletedAt: Date }
): Promise<void> => {
  await trx(TABLE.report).where({ comment_id: documentId }).delete();
  await trx(TABLE.comment).where({ document_id: documentId }).update({
    state: to.status,
    content: '',
    content_hash: null,
    cleared_hash: null,
    author_name: null,
    author_email: null,
    author_url: null,
    held_reasons: null,
    held_phases: null,
    fingerprint: null,
    author_key: null,
    user_id: null,
    edit_token_hash: null,
    ip_hash: null,
    user_agent: null,
    address_id: null,
    reason: null,
    report_count: 0,
    deleted_at: to.deletedAt,
    updated_at: to.deletedAt,
  });
};

export const deleteComment = async (trx: Trx, documentId: DocumentId): Promise<void> => {
  await trx(TABLE.report).where({ comment_id: documentId }).delete();
  await trx(TABLE.comment).where({ document_id: documentId }).delete();
};

export const deleteComments = async (trx: Trx, articleId: DocumentId): Promise<void> => {
  await trx(TABLE.report).where({ article_id: articleId }).delete();
  await trx(TABLE.comment).where({ article_id: articleId }).delete();
};

export const hasReplies = async (trx: Trx, documentId: DocumentId): Promise<boolean> =>
  (await trx(TABLE.comment).where({ parent_id: documentId }).first('id')) !== undefined;
