import type { Core } from '@strapi/strapi';
import { READER_ACTIONS } from '../../../../shared/permissions';
import { subscribeHooks, type LifecycleEvent } from '../../platform/strapi/lifecycles';
import { READER_ROLES } from './roles';
import { findRoles, insertPermissions, loadGranted, saveGranted, type RoleRow } from './store';

async function grant(strapi: Core.Strapi, role: RoleRow): Promise<void> {
  const granted = await loadGranted(strapi);
  const before = granted[role.type] ?? [];
  const missing = READER_ACTIONS.filter((action) => !before.includes(action));
  if (missing.length === 0) return;
  await insertPermissions(strapi, role, missing);
  await saveGranted(strapi, { ...granted, [role.type]: [...before, ...missing] });
}

/**
 * Gives readers their permissions once per action, and remembers it, so that an administrator's
 * later revocation stays. On a first start the roles may be made after this plugin's bootstrap:
 * then they are met as they appear.
 */
export async function grantReaderPermissions(strapi: Core.Strapi): Promise<void> {
  if (!strapi.plugin('users-permissions')) return;
  for (const role of await findRoles(strapi, READER_ROLES)) await grant(strapi, role);
  subscribeHooks(strapi, ['plugin::users-permissions.role'], {
    async afterCreate({ result: role }: LifecycleEvent<RoleRow>) {
      if (READER_ROLES.some((type) => type === role.type)) await grant(strapi, role);
    },
  });
}
