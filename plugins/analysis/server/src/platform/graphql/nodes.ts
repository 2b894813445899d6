import type { CommentPage } from '../../../../shared/contracts/comments';
import type { PostCard } from '../../../../shared/contracts/posts';
import { visibleCard, type VisibleParts } from '../../../../shared/visible-parts';

/** A page of comments for GraphQL (`AnalysisCommentPage`), which has no `meta`. */
export const pageNode = ({ items, meta }: CommentPage) => ({
  items,
  total: meta.total,
  nextCursor: meta.nextCursor,
  open: meta.open,
  notify: meta.notify,
});

/** An entry of a list of posts for GraphQL (`AnalysisPostCard`), without what is not readable. */
export const cardNode = (card: PostCard, access: VisibleParts) => {
  const { rating, ...rest } = visibleCard(card, access);
  return { ...rest, rating: rating && { ...rating, articleId: rest.documentId } };
};
