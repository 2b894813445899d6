import type { Core } from '@strapi/strapi';
import type { Services } from '../common/services';
import { cleanTopic } from './rules';
import { createTopic, findTopicBySlug } from './store';

/** Topics as other rooms need them; see `Services` for the contract. */
export const topicsService = ({ strapi }: { strapi: Core.Strapi }): Services['topics'] => ({
  async ensure(names) {
    const ids: number[] = [];
    for (const name of names) {
      const { values } = cleanTopic({ name });
      const found = await findTopicBySlug(strapi, values.slug);
      ids.push(found?.id ?? (await createTopic(strapi, name)).id);
    }
    return [...new Set(ids)];
  },
});
