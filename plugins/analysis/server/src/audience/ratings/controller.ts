import type { Core } from '@strapi/strapi';
import type { MyRatingView } from '../../../../shared/contracts/ratings';
import { assertKnownQuery, decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { services } from '../../common/services';
import { ratingOperations } from './openapi';

/** REST: the rating of an article, with the caller's own vote. */
export const ratingController = ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = (ctx: HttpContext, data: MyRatingView): void => {
    // It holds the caller's own vote, so no shared cache may keep it.
    ctx.set('Cache-Control', 'private, no-store');
    ctx.body = { data, meta: {} };
  };
  const articleOf = (ctx: HttpContext): string => ctx.params.documentId as string;

  return {
    async find(ctx: HttpContext) {
      assertKnownQuery(ctx.query, ratingOperations.find().queryNames);
      const { identity, ratings } = services(strapi);
      answer(ctx, await ratings.view(articleOf(ctx), identity.identify(ctx)));
    },

    async rate(ctx: HttpContext) {
      assertKnownQuery(ctx.query, ratingOperations.rate().queryNames);
      const { identity, ratings } = services(strapi);
      const data = decodeEnvelope(ctx.request.body);
      const actor = identity.identify(ctx);
      const rating = await ratings.rate(actor, articleOf(ctx), data);
      identity.handOut(ctx, actor);
      answer(ctx, rating);
    },

    async withdraw(ctx: HttpContext) {
      assertKnownQuery(ctx.query, ratingOperations.withdraw().queryNames);
      const { identity, ratings } = services(strapi);
      answer(ctx, await ratings.withdraw(identity.identify(ctx), articleOf(ctx)));
    },
  };
};
