import type { Core } from '@strapi/strapi';
import { ensureModeratorRole } from './access/moderator-role';
import { ADMIN_ACTIONS } from './access/permissions';
import { grantReaderPermissions } from './access/service';
import { countThreadsOnce } from './comments/threads';
import { allowEvents } from './events/service';
import { scheduleHousekeeping } from './housekeeping/service';
import { scheduleNotices } from './notices/schedule';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(ADMIN_ACTIONS);
  await grantReaderPermissions(strapi);
  await ensureModeratorRole(strapi);
  await countThreadsOnce(strapi);
  allowEvents(strapi);
  scheduleHousekeeping(strapi);
  scheduleNotices(strapi);
}
