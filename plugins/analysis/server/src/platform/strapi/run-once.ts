import type { Core } from '@strapi/strapi';

/**
 * Does work that an installation needs once in its life, and writes down that it is done. Work
 * that fails is tried again at the next start.
 * @param key names the work; never changed, or it is done again
 */
export async function onceInALife(
  strapi: Core.Strapi,
  key: string,
  work: () => Promise<void>
): Promise<void> {
  const done = strapi.store({ type: 'plugin', name: 'analysis', key });
  if (await done.get({})) return;
  await work();
  await done.set({ value: true });
}
