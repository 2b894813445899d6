import type { Core } from '@strapi/strapi';

interface AdminUser {
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

/** The name of the administrator behind the current request; null elsewhere. */
export function reviewerName(strapi: Core.Strapi): string | null {
  const state = strapi.requestContext.get()?.state as
    { auth?: { strategy?: { name?: string } }; user?: AdminUser } | undefined;
  if (state?.auth?.strategy?.name !== 'admin' || !state.user) return null;
  const { firstname, lastname, username } = state.user;
  return [firstname, lastname].filter(Boolean).join(' ') || username || null;
}
