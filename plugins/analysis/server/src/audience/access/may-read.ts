import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { ACTION } from '../../../../shared/permissions';
import { forbidden } from '../../platform/errors';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { PublicRole } from './public-role';
import { hasPermission } from './store';

interface Auth {
  strategy?: { name?: string };
}

/** Strapi's service of authentication. */
interface Verifier {
  verify(auth: Auth, config: { scope: string[] }): Promise<void>;
}

/** Checks actions of a caller: as the router authenticated them, or else as the public role. */
async function allowedOf(
  strapi: Core.Strapi,
  role: PublicRole,
  auth: Auth | undefined
): Promise<(action: string) => Promise<boolean>> {
  if (auth?.strategy === undefined) {
    const { actions } = await role.get();
    return async (action) => actions.has(action);
  }
  const verifier = fromStrapi<Verifier>(strapi.get('auth'));
  return async (action) => {
    try {
      await verifier.verify(auth, { scope: [action] });
      return true;
    } catch {
      return false;
    }
  };
}

/**
 * For pages that Strapi's router does not guard, such as the reader's.
 * @throws ForbiddenError unless the caller's role has the content-API action
 */
export const assertAllowed =
  (strapi: Core.Strapi, role: PublicRole) =>
  async (ctx: Context, action: string): Promise<void> => {
    const user = fromStrapi<{ role?: { id: number } } | undefined>(ctx.state.user);
    const allowed = user?.role
      ? await hasPermission(strapi, { id: user.role.id }, action)
      : (await role.get()).actions.has(action);
    if (!allowed) throw forbidden('Forbidden');
  };

/** What a caller may read of what stands around posts: `rating.find`, `comment.find`. */
export const visibleParts =
  (strapi: Core.Strapi, role: PublicRole) =>
  async ({ state }: Context): Promise<{ ratings: boolean; comments: boolean }> => {
    const may = await allowedOf(strapi, role, fromStrapi<Auth | undefined>(state.auth));
    const [ratings, comments] = await Promise.all([ACTION.ratingFind, ACTION.commentFind].map(may));
    return { ratings: ratings === true, comments: comments === true };
  };
