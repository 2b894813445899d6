import { WEBHOOK_EVENTS } from '../../../../shared/vocabulary';

/** What Strapi's webhooks can be told of; each is emitted once what it speaks of is committed. */
export const EVENTS = WEBHOOK_EVENTS;

export type EventName = (typeof EVENTS)[number];
