import { QUEUE_SORTS, QUEUE_TABS } from '../../../../shared/contracts/moderation';
import { LIMITS } from '../../../../shared/limits';
import type { AdminUser } from '../../platform/strapi/admin-user';
import { assertNoFaults } from '../../platform/errors';
import { decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { requireAdmin } from '../../platform/strapi/admin-user';
import { decodeChoice, decodeLimit } from '../../platform/http/pagination';
import type { Stats } from '../../content/stats/api';
import type { Moderation } from './api';
import { decodeIds, filterFaults, pickFilters } from './rules';

interface Rooms {
  moderation: Moderation;
  stats: Stats;
}

/** Admin routes for moderators; which permission each needs is in `admin-routes.ts`. */
export const moderationController = ({ moderation, stats }: Rooms) => {
  const idOf = (ctx: HttpContext): string => ctx.params.documentId;

  const answer = (ctx: HttpContext, data: unknown, meta: object = {}): void => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data, meta };
  };

  /** The filters of a request's query, checked. */
  const filtersOf = (ctx: HttpContext, { personalData }: AdminUser) => {
    assertNoFaults(filterFaults(ctx.query, personalData));
    return pickFilters(ctx.query);
  };
  const who = (ctx: HttpContext): AdminUser => requireAdmin(ctx.state);

  return {
    async queue(ctx: HttpContext) {
      const moderator = who(ctx);
      const { items, meta } = await moderation.queue(moderator, {
        tab: decodeChoice(ctx.query.tab, QUEUE_TABS, 'pending', 'tab'),
        sort: decodeChoice(ctx.query.sort, QUEUE_SORTS, 'oldest', 'sort'),
        limit: decodeLimit(ctx.query.limit, LIMITS.queuePage),
        cursor: ctx.query.cursor,
        filters: filtersOf(ctx, moderator),
      });
      answer(ctx, items, meta);
    },

    async counts(ctx: HttpContext) {
      const filters = filtersOf(ctx, who(ctx));
      const { counts, capped } = await moderation.counts(filters);
      answer(ctx, counts, { capped });
    },

    async summary(ctx: HttpContext) {
      answer(ctx, await moderation.summary());
    },

    async articles(ctx: HttpContext) {
      answer(ctx, await stats.commentCounts(decodeIds(ctx.query.ids)));
    },

    async detail(ctx: HttpContext) {
      answer(ctx, await moderation.detail(who(ctx), idOf(ctx)));
    },

    async decide(ctx: HttpContext) {
      const input = decodeEnvelope(ctx.request.body);
      answer(ctx, await moderation.decide(who(ctx), idOf(ctx), input));
    },

    async bulk(ctx: HttpContext) {
      const input = decodeEnvelope(ctx.request.body);
      const moderator = who(ctx);
      const filters = (input as { matching?: { filters?: object } } | null)?.matching?.filters;
      assertNoFaults(filterFaults({ ...filters }, moderator.personalData));
      answer(ctx, await moderation.decideBulk(moderator, input));
    },

    async undo(ctx: HttpContext) {
      const input = decodeEnvelope(ctx.request.body);
      answer(ctx, await moderation.undo(who(ctx), input));
    },

    async reply(ctx: HttpContext) {
      const input = decodeEnvelope(ctx.request.body);
      const card = await moderation.reply(who(ctx), idOf(ctx), input);
      ctx.status = 201;
      answer(ctx, card);
    },

    async reports(ctx: HttpContext) {
      const input = decodeEnvelope(ctx.request.body);
      answer(ctx, await moderation.closeReports(who(ctx), idOf(ctx), input));
    },

    async ban(ctx: HttpContext) {
      const input = decodeEnvelope(ctx.request.body);
      const { ban, swept } = await moderation.banAuthor(who(ctx), input);
      ctx.status = 201;
      answer(ctx, ban, { swept });
    },
  };
};
