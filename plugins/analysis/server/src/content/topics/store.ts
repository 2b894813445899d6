import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { rowBase, type Trx } from '../../platform/database/connection';
import { TABLE, UID } from '../../platform/strapi/uids';

export interface TopicRow {
  id: number;
  name: string;
  slug: string;
}

export const findTopic = (
  strapi: Core.Strapi,
  where: Record<string, unknown>
): Promise<TopicRow | null> => fromStrapi(strapi.db.query(UID.topic).findOne({ where }));

export const findTopicBySlug = (strapi: Core.Strapi, slug: string): Promise<TopicRow | null> =>
  findTopic(strapi, { slug });

/** The row ids of topics by slug, of those that are there. */
export async function selectTopicIds(trx: Trx, slugs: string[]): Promise<Map<string, number>> {
  // Locked, so that one that another request just made is seen on MySQL too.
  const rows: { id: number; slug: string }[] = await trx(TABLE.topic)
    .whereIn('slug', slugs)
    .forShare()
    .select('id', 'slug');
  return new Map(rows.map(({ id, slug }) => [slug, id]));
}

/** Makes a topic as a subject, unless another request has made it meanwhile. */
export async function insertTopic(trx: Trx, topic: { name: string; slug: string }): Promise<void> {
  await trx(TABLE.topic)
    .insert({ ...rowBase(new Date()), ...topic, kind: 'subject' })
    .onConflict('slug')
    .ignore();
}
