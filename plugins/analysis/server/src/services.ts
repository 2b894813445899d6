import type { Core } from '@strapi/strapi';
import { createCoreService } from './platform/strapi/core-controller';
import { UID } from './platform/strapi/uids';
import { roomsOf, type Rooms } from './registry';

type Deps = { strapi: Core.Strapi };

/**
 * What `strapi.plugin('analysis').service(name)` answers hosts, scripts and tests: the rooms, and
 * Strapi's own services of the types that have Strapi's own REST actions.
 */
const ROOMS: readonly (keyof Rooms)[] = [
  ...(['stats', 'slugs', 'sources', 'topics', 'summaries', 'articles'] as const),
  ...(['access', 'identity', 'limits', 'subscriptions', 'ratings'] as const),
  ...(['bans', 'triage', 'comments', 'claims', 'moderation'] as const),
  ...(['posts', 'previews', 'search', 'syndication', 'postCache', 'openapi'] as const),
  'ingest',
  ...(['events', 'notifications', 'privacy', 'housekeeping'] as const),
];

export const services = {
  article: createCoreService(UID.article),
  summary: createCoreService(UID.summary),
  topic: createCoreService(UID.topic),
  ...Object.fromEntries(ROOMS.map((name) => [name, ({ strapi }: Deps) => roomsOf(strapi)[name]])),
};
