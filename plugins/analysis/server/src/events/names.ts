import { WEBHOOK_EVENTS } from '../../../shared/vocabulary';

/** What the plugin tells webhooks of, by the names that their settings carry. */
export const EVENTS = WEBHOOK_EVENTS;
