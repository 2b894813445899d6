import type { Core } from '@strapi/strapi';
import { rateInput, type MyRatingView } from '../../../../shared/contracts/ratings';
import { inTransaction, onConnection } from '../../platform/database/connection';
import { decode } from '../../platform/errors';
import { services, type Services } from '../../common/services';
import type { DocumentId } from '../../platform/strapi/uids';
import { makeBallot } from './vote-batch';
import { deleteVote, deleteVotes, selectValues, selectVote } from './store';

/**
 * One vote a voter and article, counted in the vote's own transaction; see `Services`.
 * Voters of one article wait for each other on its stats row, always locked first, so that two
 * requests of one voter make one vote and nobody meets a deadlock.
 */
export const ratingsService = ({ strapi }: { strapi: Core.Strapi }): Services['ratings'] => {
  const ballot = makeBallot(strapi);

  /** The rating after a vote, told to those who listen. */
  const settled = async (articleId: DocumentId, mine: number | null, moved: boolean) => {
    const { events, stats } = services(strapi);
    const rating = await stats.rating(articleId);
    if (moved) await events.ratings([articleId], () => rating);
    return { ...rating, mine };
  };

  const viewOf = async (articleId: DocumentId, mine: number | null): Promise<MyRatingView> => ({
    ...(await services(strapi).stats.rating(articleId)),
    mine,
  });

  return {
    async removeAll(trx, articleId) {
      await deleteVotes(trx, articleId);
    },

    async view(articleId, actor) {
      await services(strapi).articles.assertPublished(articleId);
      const vote =
        actor === null
          ? null
          : await onConnection(strapi, (knex) => selectVote(knex, articleId, actor.keys));
      return viewOf(articleId, vote?.value ?? null);
    },

    mine: (actor, articleIds) =>
      onConnection(strapi, (knex) => selectValues(knex, articleIds, actor.keys)),

    async rate(actor, articleId, data) {
      const { value } = decode(rateInput(), data);
      return ballot.add({ actor, articleId, value });
    },

    withdraw: (actor, articleId) =>
      inTransaction(strapi, async (trx) => {
        const { articles, stats } = services(strapi);
        await articles.lockPublished(trx, articleId);
        const before = await selectVote(trx, articleId, actor.keys);
        if (before !== null) {
          await deleteVote(trx, before.id);
          await stats.moveVotes(trx, [{ articleId, from: before.value, to: null }]);
        }
        return settled(articleId, null, before !== null);
      }),
  };
};
