import { assertMayReadDrafts, createCoreController } from '../common/core-controller';
import { ignoreRelation } from '../common/former-relation';
import type { HttpContext } from '../common/http';
import { assertFilterDates } from '../common/filter-dates';
import { UID } from '../common/uids';

const ignoreSummaries = (ctx: HttpContext): void => ignoreRelation(ctx, 'summaries');

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
