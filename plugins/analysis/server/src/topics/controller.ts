import { createCoreController } from '../common/core-controller';
import { assertFilterDates } from '../common/filter-dates';
import { UID } from '../common/uids';

/** Strapi's own REST actions on topics. */
export const topicController = createCoreController(UID.topic, ({ strapi }) => ({
  async find(ctx) {
    assertFilterDates(strapi, UID.topic, ctx.query.filters);
    return super.find(ctx);
  },
}));
