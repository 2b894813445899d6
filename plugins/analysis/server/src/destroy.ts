import type { Core } from '@strapi/strapi';
import { settleBackground } from './platform/database/after-commit';
import { roomsOf } from './registry';

export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const { limits, postCache, search } = roomsOf(strapi);
  search.close();
  await settleBackground();
  await postCache.close();
  await limits.close();
}
