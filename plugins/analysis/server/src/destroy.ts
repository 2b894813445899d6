import type { Core } from '@strapi/strapi';
import { settleBackground } from './platform/database/after-commit';
import { services } from './common/services';

export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  services(strapi).search.close();
  await settleBackground();
  await services(strapi).postCache.close();
  await services(strapi).limits.close();
}
