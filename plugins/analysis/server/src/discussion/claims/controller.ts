import { CLAIM_STATUSES } from '../../../../shared/contracts/claims';
import { QUEUE_SORTS } from '../../../../shared/contracts/moderation';
import { LIMITS } from '../../../../shared/limits';
import { assertNoFaults } from '../../platform/errors';
import { assertKnownQuery, decodeEnvelope, type HttpContext } from '../../platform/http/request';
import { requireAdmin } from '../../platform/strapi/admin-user';
import { decodeChoice, decodeLimit } from '../../platform/http/pagination';
import type { Identity } from '../../audience/identity/api';
import type { Claims } from './api';
import { claimOperations } from './openapi';
import { filterFaults, pickFilters } from './rules';

const idOf = (ctx: HttpContext): string => ctx.params.documentId;

/** REST: a reader's report that a passage of an article is wrong. */
export const claimController = ({ claims, identity }: { claims: Claims; identity: Identity }) => ({
  async create(ctx: HttpContext) {
    assertKnownQuery(ctx.query, claimOperations.create.queryNames);
    const input = decodeEnvelope(ctx.request.body);
    const actor = identity.identify(ctx);
    await claims.report(actor, idOf(ctx), input);
    identity.sendVisitorToken(ctx, actor);
    ctx.status = 201;
    ctx.set('Cache-Control', 'private, no-store');
    ctx.body = { data: { reported: true }, meta: {} };
  },
});

/** Admin routes for moderators; which permission each needs is in `admin-routes.ts`. */
export const claimDeskController = ({ claims }: { claims: Claims }) => {
  const answer = (ctx: HttpContext, data: unknown, meta: object = {}): void => {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = { data, meta };
  };

  return {
    async find(ctx: HttpContext) {
      assertNoFaults(filterFaults(ctx.query));
      const { items, meta } = await claims.list({
        status: decodeChoice(ctx.query.status, CLAIM_STATUSES, 'open', 'status'),
        filters: pickFilters(ctx.query),
        sort: decodeChoice(ctx.query.sort, QUEUE_SORTS, 'oldest', 'sort'),
        limit: decodeLimit(ctx.query.limit, LIMITS.claimsPage),
        cursor: ctx.query.cursor,
      });
      answer(ctx, items, meta);
    },

    async counts(ctx: HttpContext) {
      assertNoFaults(filterFaults(ctx.query));
      answer(ctx, await claims.counts(pickFilters(ctx.query)));
    },

    async decide(ctx: HttpContext) {
      const input = decodeEnvelope(ctx.request.body);
      const moderator = requireAdmin(ctx.state);
      answer(ctx, await claims.decide(moderator, idOf(ctx), input));
    },
  };
};
