import type { Core } from '@strapi/strapi';
import { assertKnownQuery, type HttpContext } from '../../platform/http/request';
import { services } from '../../common/services';

/** Admin routes on what the cache of public answers holds. */
export const postCacheController = ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = (ctx: HttpContext): void => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: services(strapi).postCache.view(), meta: {} };
  };

  return {
    async find(ctx: HttpContext) {
      assertKnownQuery(ctx.query, []);
      answer(ctx);
    },

    /** For what was changed where nobody could say so, such as in the database itself. */
    async empty(ctx: HttpContext) {
      assertKnownQuery(ctx.query, []);
      await services(strapi).postCache.changedAll();
      answer(ctx);
    },
  };
};
