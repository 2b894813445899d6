import type { Core } from '@strapi/strapi';
import { UID } from '../common/uids';

export interface TopicRow {
  id: number;
  name: string;
  slug: string;
}

export const findTopic = (
  strapi: Core.Strapi,
  where: Record<string, unknown>
): Promise<TopicRow | null> =>
  strapi.db.query(UID.topic).findOne({ where }) as Promise<TopicRow | null>;

export const findTopicBySlug = (strapi: Core.Strapi, slug: string): Promise<TopicRow | null> =>
  findTopic(strapi, { slug });

export const createTopic = (strapi: Core.Strapi, name: string): Promise<TopicRow> =>
  strapi
    .documents(UID.topic as never)
    .create({ data: { name } as never }) as Promise<unknown> as Promise<TopicRow>;
