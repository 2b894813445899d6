import type { Core } from '@strapi/strapi';
import { modelOf } from '../../platform/strapi/content-types';
import { contentTypes } from '@strapi/utils';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { subscribeHooks, type LifecycleEvent } from '../../platform/strapi/lifecycles';
import { runOnce } from '../../platform/strapi/run-once';
import { UID } from '../../platform/strapi/uids';
import { restrictEditorRoles } from './restrict-editor-roles';
import { MODERATOR_ROLE, STRAPI_ROLE } from './roles';

const EXPLORER = 'plugin::content-manager.explorer';

/** Strapi's service of the admin's roles. */
interface Roles {
  exists(): Promise<boolean>;
  findOne(where: { name: string }): Promise<object | null>;
  create(role: { name: string; description: string }): Promise<{ id: number }>;
  assignPermissions(id: number, permissions: object[]): Promise<unknown>;
}

const rolesOf = (strapi: Core.Strapi) => fromStrapi<Roles>(strapi.service('admin::role'));

/**
 * Sets up admin roles, once in an installation's life: the role "Moderator" has the desk's
 * permissions, and comments in the content manager to read and change; Strapi's Editor
 * and Author have neither. A role that an administrator deletes stays deleted. Strapi makes its
 * own roles after this plugin's bootstrap, and only when there are none yet: then ours waits for
 * the last of them.
 */
export async function prepareAdminRoles(strapi: Core.Strapi): Promise<void> {
  if (await rolesOf(strapi).exists()) return makeModeratorRole(strapi);
  restrictEditorRoles(strapi);
  subscribeHooks(strapi, ['admin::role'], {
    async afterCreate({ result: { code } }: LifecycleEvent<{ code: string }>) {
      // The last of them.
      if (code === STRAPI_ROLE.author) await makeModeratorRole(strapi);
    },
  });
}

const makeModeratorRole = (strapi: Core.Strapi): Promise<void> =>
  runOnce(strapi, 'moderator-role', async () => {
    const roles = rolesOf(strapi);
    if (await roles.findOne({ name: MODERATOR_ROLE.name })) return;
    const role = await roles.create({
      name: MODERATOR_ROLE.name,
      description: MODERATOR_ROLE.description,
    });
    const fields = contentTypes.getVisibleAttributes(fromStrapi(modelOf(strapi, UID.comment)));
    await roles.assignPermissions(role.id, [
      ...MODERATOR_ROLE.actions.map((action) => ({ action, subject: null })),
      ...['read', 'update'].map((verb) => ({
        action: `${EXPLORER}.${verb}`,
        subject: UID.comment,
        properties: { fields },
      })),
    ]);
  });
