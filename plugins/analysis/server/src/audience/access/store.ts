import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';

const PERMISSION_UID = 'plugin::users-permissions.permission';
const ROLE_UID = 'plugin::users-permissions.role';
const GRANTED = { type: 'plugin', name: 'analysis', key: 'granted-actions' };

export interface RoleRow {
  id: number;
  type: string;
}

export const findRoles = (strapi: Core.Strapi, types: readonly string[]): Promise<RoleRow[]> =>
  fromStrapi(strapi.db.query(ROLE_UID).findMany({ where: { type: { $in: types } } }));

/** Whether a role has the permission for an action. */
export async function hasPermission(
  strapi: Core.Strapi,
  role: { type: string } | { id: number },
  action: string
): Promise<boolean> {
  return (await strapi.db.query(PERMISSION_UID).count({ where: { action, role } })) > 0;
}

/** The actions that anyone may call who brings no credentials. */
export async function findPublicActions(strapi: Core.Strapi): Promise<string[]> {
  const rows = fromStrapi<{ action: string }[]>(
    await strapi.db
      .query(PERMISSION_UID)
      .findMany({ where: { role: { type: 'public' } }, select: ['action'] })
  );
  return rows.map(({ action }) => action);
}

export async function insertPermissions(
  strapi: Core.Strapi,
  role: RoleRow,
  actions: readonly string[]
): Promise<void> {
  for (const action of actions) {
    const granted = await hasPermission(strapi, { id: role.id }, action);
    if (!granted) await strapi.db.query(PERMISSION_UID).create({ data: { action, role: role.id } });
  }
}

/** Which actions each role was given at some earlier start, by role type. */
export const loadGranted = async (strapi: Core.Strapi): Promise<Record<string, string[]>> =>
  fromStrapi<Record<string, string[]> | null>(await strapi.store(GRANTED).get({})) ?? {};

export const saveGranted = (
  strapi: Core.Strapi,
  granted: Record<string, string[]>
): Promise<void> => strapi.store(GRANTED).set({ value: granted });
