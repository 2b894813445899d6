import type { Core } from '@strapi/strapi';
import { services } from './common/services';

export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await services(strapi).limits.close();
}
