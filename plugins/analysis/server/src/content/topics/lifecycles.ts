import type { Core } from '@strapi/strapi';
import { fault } from '../../../../shared/faults';
import { assertNoFaults, ClashError } from '../../platform/errors';
import { refuseMany, type WriteEvent } from '../../platform/strapi/lifecycles';
import { cleanTopic } from './rules';
import { findTopic, findTopicBySlug, type TopicRow } from './store';

async function prepare(
  strapi: Core.Strapi,
  data: Record<string, unknown>,
  before: TopicRow | null
): Promise<void> {
  const { values, faults } = cleanTopic({ ...before, ...data });
  assertNoFaults(faults);
  const holder = await findTopicBySlug(strapi, values.slug);
  if (holder !== null && holder.id !== before?.id) {
    throw new ClashError([fault('slug', 'taken', `${values.slug} is another topic's slug`)]);
  }
  Object.assign(data, values);
}

/**
 * The rules of topics on every write path.
 * @param changed called after a topic was changed or deleted
 */
export const topicHooks = (strapi: Core.Strapi, changed: () => Promise<void>) => ({
  async beforeCreate(event: WriteEvent) {
    await prepare(strapi, event.params.data, null);
  },

  async beforeUpdate(event: WriteEvent) {
    const before = await findTopic(strapi, event.params.where ?? {});
    if (before !== null) {
      await prepare(strapi, event.params.data, before);
    }
  },

  afterUpdate: changed,
  afterDelete: changed,
  afterDeleteMany: changed,

  beforeCreateMany: refuseMany('topics'),
  beforeUpdateMany: refuseMany('topics'),
});
