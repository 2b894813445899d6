import type { MyRatingView } from '../../../../shared/contracts/ratings';
import { assertKnownQuery, decodeEnvelope, type HttpContext } from '../../platform/http/request';
import type { Identity } from '../identity/api';
import type { Ratings } from './api';
import { ratingOperations } from './openapi';

/** REST: the rating of an article, with the caller's own vote. */
interface Rooms {
  identity: Identity;
  ratings: Ratings;
}

export const ratingController = ({ identity, ratings }: Rooms) => {
  const answer = (ctx: HttpContext, data: MyRatingView): void => {
    // It contains the caller's own vote: a shared cache must not store it.
    ctx.set('Cache-Control', 'private, no-store');
    ctx.body = { data, meta: {} };
  };
  const articleOf = (ctx: HttpContext): string => ctx.params.documentId;

  return {
    async find(ctx: HttpContext) {
      assertKnownQuery(ctx.query, ratingOperations.find.queryNames);
      answer(ctx, await ratings.view(articleOf(ctx), identity.identify(ctx)));
    },

    async rate(ctx: HttpContext) {
      assertKnownQuery(ctx.query, ratingOperations.rate.queryNames);
      const data = decodeEnvelope(ctx.request.body);
      const actor = identity.identify(ctx);
      const rating = await ratings.rate(actor, articleOf(ctx), data);
      identity.sendVisitorToken(ctx, actor);
      answer(ctx, rating);
    },

    async withdraw(ctx: HttpContext) {
      assertKnownQuery(ctx.query, ratingOperations.withdraw.queryNames);
      answer(ctx, await ratings.withdraw(identity.identify(ctx), articleOf(ctx)));
    },
  };
};
