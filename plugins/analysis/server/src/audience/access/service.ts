import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { forbidden } from '../../platform/errors';
import type { Services } from '../../common/services';
import { publicRole, publicStrategy, type PublicRole } from './public-role';
import { ACTION, READER_ACTIONS, READER_ROLES } from './permissions';
import {
  findRoles,
  hasPermission,
  insertPermissions,
  loadGranted,
  saveGranted,
  type RoleRow,
} from './store';

interface Auth {
  strategy?: { name?: string };
}

/** Tells what a caller may: as the router found them out, or else as anyone may. */
async function allowedOf(
  strapi: Core.Strapi,
  role: PublicRole,
  auth: Auth | undefined
): Promise<(action: string) => Promise<boolean>> {
  if (auth?.strategy === undefined) {
    const { actions } = await role.current();
    return async (action) => actions.has(action);
  }
  return async (action) => {
    try {
      await strapi.get('auth').verify(auth, { scope: [action] });
      return true;
    } catch {
      return false;
    }
  };
}

/** See `Services` for the contract. */
export const accessService = ({ strapi }: { strapi: Core.Strapi }): Services['access'] => {
  const role = publicRole(strapi);

  return {
    publicStrategy: publicStrategy(role),

    async assertAllowed(ctx: Context, action: string) {
      const user = ctx.state.user as { role?: { id: number } } | undefined;
      const allowed = user?.role
        ? await hasPermission(strapi, { id: user.role.id }, action)
        : (await role.current()).actions.has(action);
      if (!allowed) throw forbidden('Forbidden');
    },

    async sees({ state }: Context) {
      const may = await allowedOf(strapi, role, state.auth);
      const [ratings, comments] = await Promise.all(
        [ACTION.ratingFind, ACTION.commentFind].map(may)
      );
      return { ratings: ratings === true, comments: comments === true };
    },

    forgetPublic: () => role.forget(),
  };
};

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
  strapi.db.lifecycles.subscribe({
    models: ['plugin::users-permissions.role'],
    async afterCreate(event) {
      const role = (event as unknown as { result: RoleRow }).result;
      if ((READER_ROLES as readonly string[]).includes(role.type)) await grant(strapi, role);
    },
  });
}
