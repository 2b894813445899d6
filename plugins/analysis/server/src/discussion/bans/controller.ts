import { LIMITS } from '../../../../shared/limits';
import { decodeLimit } from '../../platform/http/pagination';
import type { HttpContext } from '../../platform/http/request';
import type { Bans } from './api';

/** Admin routes on the list of bans; who makes one is in `moderation`, as it sweeps comments. */
export const banController = ({ bans }: { bans: Bans }) => {
  const idOf = (ctx: HttpContext): string => ctx.params.documentId;

  const answer = (ctx: HttpContext, data: unknown, meta: object = {}): void => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data, meta };
  };

  return {
    async find(ctx: HttpContext) {
      const { items, meta } = await bans.list({
        limit: decodeLimit(ctx.query.limit, LIMITS.bansPage),
        cursor: ctx.query.cursor,
      });
      answer(ctx, items, meta);
    },

    async lift(ctx: HttpContext) {
      await bans.lift(idOf(ctx));
      ctx.status = 204;
    },

    async restore(ctx: HttpContext) {
      answer(ctx, await bans.restore(idOf(ctx)));
    },
  };
};
