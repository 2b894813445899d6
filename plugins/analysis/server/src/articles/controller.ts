import { assertMayReadDrafts, createCoreController } from '../common/core-controller';
import { UID } from '../common/uids';

/** Strapi's own REST actions on articles; readers see what is published. */
export const articleController = createCoreController(UID.article, () => ({
  async find(ctx) {
    assertMayReadDrafts(ctx.query, ctx.state.auth);
    return super.find(ctx);
  },

  async findOne(ctx) {
    assertMayReadDrafts(ctx.query, ctx.state.auth);
    return super.findOne(ctx);
  },
}));
