import type { HttpContext } from '../../platform/http/request';
import type { ResponseCache } from './api';

/** Admin routes on what the cache of public responses stores. */
export const postCacheController = ({ postCache }: { postCache: ResponseCache }) => {
  const respond = (ctx: HttpContext): void => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data: postCache.view(), meta: {} };
  };

  return {
    async find(ctx: HttpContext) {
      respond(ctx);
    },

    /** For what was changed where nobody could say so, such as in the database itself. */
    async empty(ctx: HttpContext) {
      await postCache.dropAll();
      respond(ctx);
    },
  };
};
