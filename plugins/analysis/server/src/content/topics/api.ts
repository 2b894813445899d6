import type { Core } from '@strapi/strapi';
import type { Publisher } from '../../platform/events';
import { ensureTopics } from './ensure-topics';
import { topicHooks } from './lifecycles';

export interface TopicEvents {
  /** A topic was renamed or deleted: it is shown with any number of posts. */
  'topic.changed': object;
}

/** What posts are about. */
export function createTopics(strapi: Core.Strapi, deps: { events: Publisher<TopicEvents> }) {
  return {
    /** The row ids of topics by name; those that are not there are made, as subjects. */
    ensure: ensureTopics,

    /** Hooks of the content type. */
    hooks: topicHooks(strapi, () => deps.events.emit('topic.changed', {})),
  };
}

export type Topics = ReturnType<typeof createTopics>;
