import type { Core } from '@strapi/strapi';
import { fromStrapi } from './from-strapi';
import { errors } from '@strapi/utils';
import { MODERATION } from '../../../../shared/permissions';

/** The administrator behind an admin request. */
export interface AdminUser {
  id: number;
  name: string;
  /** Whether they may see e-mail addresses and networks. */
  personalData: boolean;
}

interface AdminState {
  auth?: { strategy?: { name?: string } };
  user?: {
    id: number;
    firstname?: string | null;
    lastname?: string | null;
    username?: string | null;
  };
  userAbility?: { can(action: string): boolean };
}

/** The administrator whose session a request's state holds. */
export function adminOf({ user, userAbility }: AdminState): AdminUser | null {
  if (!user) return null;
  const { id, firstname, lastname, username } = user;
  return {
    id,
    name: [firstname, lastname].filter(Boolean).join(' ') || username || '',
    personalData: userAbility?.can(MODERATION.personalData) ?? false,
  };
}

/**
 * The administrator of a request on an admin route, whose policies let nobody else through.
 * @throws UnauthorizedError where a route has no such policy
 */
export function requireAdmin(state: AdminState): AdminUser {
  const admin = adminOf(state);
  if (admin === null) throw new errors.UnauthorizedError();
  return admin;
}

/** The administrator behind the current request, for hooks; null elsewhere. */
export function currentAdmin(strapi: Core.Strapi): AdminUser | null {
  const state = fromStrapi<AdminState | undefined>(strapi.requestContext.get()?.state);
  return state?.auth?.strategy?.name === 'admin' ? adminOf(state) : null;
}
