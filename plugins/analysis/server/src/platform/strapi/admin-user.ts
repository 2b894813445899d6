import type { Core } from '@strapi/strapi';
import type { Moderator } from '../../audience/identity/actor';

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

export const PERSONAL_DATA = 'plugin::analysis.moderation.personal-data';

/** The administrator whose session a request's state holds. */
export function moderatorOf({ user, userAbility }: AdminState): Moderator | null {
  if (!user) return null;
  const { id, firstname, lastname, username } = user;
  return {
    id,
    name: [firstname, lastname].filter(Boolean).join(' ') || username || '',
    personalData: userAbility?.can(PERSONAL_DATA) ?? false,
  };
}

/** The administrator behind the current request, for hooks; null elsewhere. */
export function currentModerator(strapi: Core.Strapi): Moderator | null {
  const state = strapi.requestContext.get()?.state as AdminState | undefined;
  return state?.auth?.strategy?.name === 'admin' ? moderatorOf(state) : null;
}
