import type { Core } from '@strapi/strapi';

/**
 * Runs `work` once in an installation's life, and stores that it is done. Work that fails is tried
 * again at the next start.
 * @param key names the work in the store; under another key it runs again
 */
export async function runOnce(
  strapi: Core.Strapi,
  key: string,
  work: () => Promise<void>
): Promise<void> {
  const done = strapi.store({ type: 'plugin', name: 'analysis', key });
  if (await done.get({})) return;
  await work();
  await done.set({ value: true });
}
