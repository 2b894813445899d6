import type { Trx } from '../../platform/database/connection';
import { cleanTopic, earlierSlugOf } from './rules';
import { insertTopic, selectTopicIds } from './store';

/**
 * The row ids of topics by name, in the order of the names; those that are not there are made, as
 * subjects.
 */
export async function ensureTopics(trx: Trx, names: string[]): Promise<number[]> {
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
}
