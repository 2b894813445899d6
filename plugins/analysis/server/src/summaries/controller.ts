import { assertMayReadDrafts, createCoreController } from '../common/core-controller';
import { notFound } from '../common/errors';
import { UID } from '../common/uids';
import { publicOnly } from './rules';

/** Strapi's own REST actions on summaries; readers see those of published articles. */
export const summaryController = createCoreController(UID.summary, ({ strapi }) => ({
  async find(ctx) {
    assertMayReadDrafts(ctx.query, ctx.state.auth);
    await this.validateQuery(ctx);
    const query = publicOnly(await this.sanitizeQuery(ctx));
    const { results, pagination } = await strapi.service(UID.summary as never).find(query);
    return this.transformResponse(await this.sanitizeOutput(results, ctx), { pagination });
  },

  async findOne(ctx) {
    assertMayReadDrafts(ctx.query, ctx.state.auth);
    await this.validateQuery(ctx);
    const query = publicOnly(await this.sanitizeQuery(ctx), ctx.params.id);
    const { results } = await strapi.service(UID.summary as never).find(query);
    const [summary] = results as unknown[];
    if (summary === undefined) throw notFound('Summary');
    return this.transformResponse(await this.sanitizeOutput(summary, ctx));
  },
}));
