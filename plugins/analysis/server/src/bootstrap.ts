import type { Core } from '@strapi/strapi';
import { ensureModeratorRole } from './access/moderator-role';
import { ADMIN_ACTIONS } from './access/permissions';
import { grantReaderPermissions } from './access/service';
import { scheduleHousekeeping } from './housekeeping/service';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(ADMIN_ACTIONS);
  await grantReaderPermissions(strapi);
  await ensureModeratorRole(strapi);
  scheduleHousekeeping(strapi);
}
