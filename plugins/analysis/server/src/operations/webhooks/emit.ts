import type { Core } from '@strapi/strapi';
import type { WEBHOOK_EVENTS } from '../../../../shared/vocabulary';
import { afterCommit } from '../../platform/database/after-commit';

type EventName = (typeof WEBHOOK_EVENTS)[number];

/** Emits an event for each payload on Strapi's event hub, on which its webhooks listen. */
export async function emitAfterCommit(
  strapi: Core.Strapi,
  name: EventName,
  payloads: object[]
): Promise<void> {
  if (payloads.length === 0) return;
  await afterCommit(strapi, async () => {
    for (const payload of payloads) await strapi.eventHub.emit(name, payload);
  });
}
