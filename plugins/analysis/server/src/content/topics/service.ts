import type { Services } from '../../common/services';
import { cleanTopic, earlierSlugOf } from './rules';
import { insertTopic, selectTopicIds } from './store';

/** Topics as other rooms need them; see `Services` for the contract. */
export const topicsService = (): Services['topics'] => ({
  async ensure(trx, names) {
    const clean = names.map((name) => cleanTopic({ name }).values);
    const known = await selectTopicIds(
      trx,
      clean.flatMap(({ name, slug }) => [slug, earlierSlugOf(name)])
    );
    const topics = clean.map(({ name, slug }) => {
      const earlier = earlierSlugOf(name);
      return { name, slug: !known.has(slug) && known.has(earlier) ? earlier : slug };
    });
    const slugs = [...new Set(topics.map(({ slug }) => slug))];
    // In one order, so that two who make the same topics wait for each other and do not deadlock.
    const missing = topics
      .filter(({ slug }) => !known.has(slug))
      .sort((left, right) => (left.slug < right.slug ? -1 : 1));
    for (const topic of missing) await insertTopic(trx, topic);
    const ids = missing.length === 0 ? known : await selectTopicIds(trx, slugs);
    return slugs.flatMap((slug) => ids.get(slug) ?? []);
  },
});
