import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';

/**
 * What is wrong with how accounts of readers come to be.
 * @returns a sentence for the log, null when there is nothing to say
 */
export async function registrationWarning(strapi: Core.Strapi): Promise<string | null> {
  if (!strapi.plugins['users-permissions']) return null;
  const store = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
  const { allow_register: open, email_confirmation: confirmed } = fromStrapi<
    Record<string, unknown>
  >((await store.get({})) ?? {});
  return open && !confirmed
    ? 'Anyone can register as many accounts as they like, as addresses are not confirmed: see Users & Permissions, Advanced settings'
    : null;
}
