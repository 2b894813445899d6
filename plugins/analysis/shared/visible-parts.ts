import type { PostCard, PostView } from './contracts/posts';

/** What a caller may read of what stands around posts. */
export interface VisibleParts {
  ratings: boolean;
  comments: boolean;
}

/** An entry of a list, without what its caller may not read. */
export const visibleCard = <Card extends PostCard>(
  card: Card,
  { ratings, comments }: VisibleParts
): Card => ({
  ...card,
  rating: ratings ? card.rating : null,
  commentCount: comments ? card.commentCount : null,
});

/** A post without what its caller may not read, in its structured data too. */
export function visiblePost(post: PostView, { ratings, comments }: VisibleParts): PostView {
  const { aggregateRating, commentCount, ...jsonLd } = post.jsonLd;
  return {
    ...post,
    rating: ratings ? post.rating : null,
    comments: comments ? post.comments : null,
    jsonLd: {
      ...jsonLd,
      ...(ratings && aggregateRating !== undefined ? { aggregateRating } : {}),
      ...(comments ? { commentCount } : {}),
    },
  };
}
