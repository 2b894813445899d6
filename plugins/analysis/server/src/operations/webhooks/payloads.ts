import type { IngestResult } from '../../../../shared/contracts/ingest';
import type { RatingView } from '../../../../shared/contracts/ratings';
import type { CommentSnapshot } from '../../discussion/comments/api';
import type { DocumentId } from '../../platform/strapi/uids';

/**
 * What a webhook hears of a comment, field by field: no address, no network, no key.
 * @param by the moderator who decided, null for the comment's author or the plugin itself
 */
export const commentPayload = (comment: CommentSnapshot, by: string | null) => ({
  comment: {
    documentId: comment.documentId,
    parent: comment.parentId,
    status: comment.status,
    visible: comment.visible,
    content: comment.content,
    author: { name: comment.authorName, moderator: comment.moderator },
    language: comment.language,
    createdAt: comment.createdAt.toISOString(),
    reports: comment.reports,
  },
  article: comment.article,
  by,
});

/** What a webhook hears of an article's rating. */
export const ratingPayload = (documentId: DocumentId, rating: RatingView) => ({
  article: { documentId },
  rating,
});

/** What a webhook hears of a post that a generator delivered. */
export const postPayload = ({ outcome, documentId, slug, title }: IngestResult) => ({
  outcome,
  article: { documentId, slug, title },
});
