import type { Core } from '@strapi/strapi';
import { UID } from '../common/uids';
import { MODERATOR_ROLE } from './permissions';

const MADE = { type: 'plugin', name: 'analysis', key: 'moderator-role' };
const EXPLORER = 'plugin::content-manager.explorer';

/** Attributes that are Strapi's own and carry no permission. */
const STRAPIS = [
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'],
  ...['locale', 'localizations', 'documentId'],
];

/** The last of the roles that Strapi makes on a first start. */
const LAST_OF_STRAPIS = 'strapi-author';

/**
 * Makes the role "Moderator" once, on the first start: with the desk's permissions, and comments
 * in the content manager to read and change. One that an administrator deletes stays deleted.
 * Strapi makes its own roles after this plugin's bootstrap, and only when there are none yet: then
 * ours waits for the last of them.
 */
export async function ensureModeratorRole(strapi: Core.Strapi): Promise<void> {
  if (await strapi.service('admin::role').exists()) return makeModeratorRole(strapi);
  strapi.db.lifecycles.subscribe({
    models: ['admin::role'],
    async afterCreate(event) {
      const { code } = (event as unknown as { result: { code: string } }).result;
      if (code === LAST_OF_STRAPIS) await makeModeratorRole(strapi);
    },
  });
}

async function makeModeratorRole(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store(MADE);
  if (await store.get({})) return;
  const roles = strapi.service('admin::role');
  if (!(await roles.findOne({ name: MODERATOR_ROLE.name }))) {
    const role = await roles.create({
      name: MODERATOR_ROLE.name,
      description: MODERATOR_ROLE.description,
    });
    const attributes: Record<string, { visible?: boolean }> = strapi.contentType(
      UID.comment as never
    ).attributes;
    const fields = Object.keys(attributes).filter(
      (name) => !STRAPIS.includes(name) && attributes[name]?.visible !== false
    );
    await roles.assignPermissions(role.id, [
      ...MODERATOR_ROLE.actions.map((action) => ({ action, subject: null })),
      ...['read', 'update'].map((verb) => ({
        action: `${EXPLORER}.${verb}`,
        subject: UID.comment,
        properties: { fields },
      })),
    ]);
  }
  await store.set({ value: true });
}
