import type { Core } from '@strapi/strapi';
import { MODERATE_ACTION } from './access/permissions';
import { grantReaderPermissions } from './access/service';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany([MODERATE_ACTION]);
  await grantReaderPermissions(strapi);
}
