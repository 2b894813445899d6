import { rateInput, type MyRatingView } from '../../../../shared/contracts/ratings';
import { decode } from '../../platform/errors';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Actor } from '../identity/api';
import type { RatingsDeps } from './deps';
import { createVoteBatch } from './vote-batch';

/**
 * Gives or changes an actor's vote on an article.
 * @param data as `rateInput`
 * @returns the article's rating after it
 * @throws ValidationError; NotFoundError unless published; RateLimitError
 */
export function rate(deps: RatingsDeps) {
  const batch = createVoteBatch(deps);
  return async (actor: Actor, articleId: DocumentId, data: unknown): Promise<MyRatingView> => {
    const { value } = decode(rateInput, data);
    return batch.add({ actor, articleId, value });
  };
}
