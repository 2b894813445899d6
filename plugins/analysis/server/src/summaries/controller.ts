import { assertMayReadDrafts, createCoreController } from '../common/core-controller';
import { ignoreRelation } from '../common/former-relation';
import { assertFilterDates } from '../common/filter-dates';
import { UID } from '../common/uids';
import { refuseSummaryWrite } from './refusal';

/** Strapi's own REST reads of summaries; readers see those of published articles. */
export const summaryController = createCoreController(UID.summary, ({ strapi }) => ({
  async find(ctx) {
    assertMayReadDrafts(ctx.query, ctx.state.auth);
    ignoreRelation(ctx, 'article');
    assertFilterDates(strapi, UID.summary, ctx.query.filters);
    return super.find(ctx);
  },

  async findOne(ctx) {
    assertMayReadDrafts(ctx.query, ctx.state.auth);
    ignoreRelation(ctx, 'article');
    return super.findOne(ctx);
  },

  // The hooks refuse writes as well, but Strapi checks a body's fields before it comes to them.
  create: async () => refuseSummaryWrite(),
  update: async () => refuseSummaryWrite(),
  delete: async () => refuseSummaryWrite(),
}));
