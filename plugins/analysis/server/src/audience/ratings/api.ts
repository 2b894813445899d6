import type { MyRatingView } from '../../../../shared/contracts/ratings';
import { onConnection, type Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { Actor } from '../identity/api';
import type { RatingsDeps } from './deps';
import { ratingHooks } from './lifecycles';
import { rate } from './rate';
import { countByValue, deleteVotes, selectValues, selectVote } from './store';
import { withdrawVote } from './withdraw-vote';

export type { RatingEvents } from './deps';

/**
 * One vote a voter and article, counted in the vote's own transaction. Voters of one article wait
 * for each other on its stats row, always locked first, so that two requests of one voter make
 * one vote and nobody meets a deadlock.
 */
export function createRatings(deps: RatingsDeps) {
  const { articles, stats, strapi } = deps;
  return {
    /** An article's rating. @param actor null leaves `mine` null, for answers that are shared */
    async view(articleId: DocumentId, actor: Actor | null): Promise<MyRatingView> {
      await articles.assertPublished(articleId);
      const vote =
        actor === null
          ? null
          : await onConnection(strapi, (knex) => selectVote(knex, articleId, actor.keys));
      return { ...(await stats.rating(articleId)), mine: vote?.value ?? null };
    },

    /** The actor's own votes on many articles, in one query. */
    mine: (actor: Actor, articleIds: DocumentId[]): Promise<Map<DocumentId, number>> =>
      onConnection(strapi, (knex) => selectValues(knex, articleIds, actor.keys)),

    /** Gives or changes a vote. @param data as `rateInput` */
    rate: rate(deps),

    /** Takes a vote back. */
    withdraw: withdrawVote(deps),

    /** An article's votes by value, as its rows say. */
    tally: (trx: Trx, articleId: DocumentId): Promise<{ value: number; count: number }[]> =>
      countByValue(trx, articleId),

    removeAll: (trx: Trx, articleId: DocumentId): Promise<number> => deleteVotes(trx, articleId),

    /** Hooks of the content type. */
    hooks: ratingHooks(deps),
  };
}

export type Ratings = ReturnType<typeof createRatings>;
