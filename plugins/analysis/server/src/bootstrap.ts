import type { Core } from '@strapi/strapi';
import { ensureModeratorRole } from './access/moderator-role';
import { ADMIN_ACTIONS } from './access/permissions';
import { grantReaderPermissions } from './access/service';
import { EVENTS } from './events/names';
import { scheduleHousekeeping } from './housekeeping/service';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(ADMIN_ACTIONS);
  await grantReaderPermissions(strapi);
  await ensureModeratorRole(strapi);
  scheduleHousekeeping(strapi);
  const webhooks = strapi.get('webhookStore') as {
    addAllowedEvent(key: string, name: string): void;
  };
  for (const name of EVENTS) webhooks.addAllowedEvent(name, name);
}
