import { assertMayReadDrafts, createCoreController } from '../common/core-controller';
import type { HttpContext } from '../common/http';
import { assertFilterDates } from '../common/filter-dates';
import { UID } from '../common/uids';
import { withoutSummaries } from './query';

/** Takes out of a request's `populate` what is no relation any more. */
function ignoreSummaries(ctx: HttpContext): void {
  const { populate } = ctx.query;
  if (populate === undefined) return;
  const left = withoutSummaries(populate);
  const query: Record<string, unknown> = { ...ctx.query, populate: left };
  if (left === undefined) delete query.populate;
  ctx.query = query as typeof ctx.query;
}

/** Strapi's own REST actions on articles; readers see what is published. */
export const articleController = createCoreController(UID.article, ({ strapi }) => ({
  async find(ctx) {
    assertMayReadDrafts(ctx.query, ctx.state.auth);
    ignoreSummaries(ctx);
    assertFilterDates(strapi, UID.article, ctx.query.filters);
    return super.find(ctx);
  },

  async findOne(ctx) {
    assertMayReadDrafts(ctx.query, ctx.state.auth);
    ignoreSummaries(ctx);
    return super.findOne(ctx);
  },

  async create(ctx) {
    ignoreSummaries(ctx);
    return super.create(ctx);
  },

  async update(ctx) {
    ignoreSummaries(ctx);
    return super.update(ctx);
  },

  async delete(ctx) {
    ignoreSummaries(ctx);
    return super.delete(ctx);
  },
}));
