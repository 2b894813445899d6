import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { Context } from 'koa';
import { errors } from '@strapi/utils';
import { createTtlValue, type TtlValue } from '../../platform/cache/ttl-value';
import { findPublicActions } from './store';

/** The role is read again after so long, as another instance may have changed it. */
const TTL_MS = 1_000;

interface Ability {
  can(action: string): boolean;
}

interface Grant {
  actions: ReadonlySet<string>;
  /** Null where Strapi does not make one as expected. */
  ability: Ability | null;
}

/** What makes abilities, of Strapi's own internals. */
interface Engine {
  generateAbility(permissions: readonly { action: string }[]): Promise<Ability>;
}

const engineOf = (strapi: Core.Strapi): Partial<Engine> | undefined =>
  fromStrapi<{ permissions?: { engine?: Partial<Engine> } } | undefined>(strapi.contentAPI)
    ?.permissions?.engine;

/** @returns what is missing of Strapi's internals for the public role to be cached */
export const missingForPublicRole = (strapi: Core.Strapi): string[] =>
  typeof engineOf(strapi)?.generateAbility === 'function'
    ? []
    : ['strapi.contentAPI.permissions.engine.generateAbility'];

/**
 * The content-API actions of the public role. Strapi reads them from the database on every
 * request, which costs more than most answers; here they are cached for a second at most.
 */
export type PublicRole = TtlValue<Grant>;

export const publicRole = (strapi: Core.Strapi, now?: () => number): PublicRole =>
  createTtlValue(
    async () => {
      const actions = await findPublicActions(strapi);
      const ability = await engineOf(strapi)?.generateAbility?.(
        actions.map((action) => ({ action }))
      );
      return { actions: new Set(actions), ability: ability ?? null };
    },
    TTL_MS,
    now
  );

/** What Strapi's router asks of a way to sign in. */
export interface Strategy {
  name: string;
  authenticate(ctx: Context): Promise<Record<string, unknown>>;
  verify(auth: { ability: Ability }, config: { scope?: string | string[] }): void;
}

/**
 * Answers for callers without credentials as users-permissions does, from what is cached. Whoever
 * brings credentials is left to the strategies after this one, as is everyone where
 * Strapi makes no ability as expected.
 */
export const publicStrategy = (role: PublicRole): Strategy => ({
  name: 'analysis-public',

  async authenticate(ctx) {
    if (ctx.request.header.authorization) return { authenticated: false };
    const { actions, ability } = await role.get();
    return actions.size === 0 || ability === null
      ? { authenticated: false }
      : { authenticated: true, credentials: null, ability };
  },

  verify({ ability }, { scope }) {
    if (!scope) throw new errors.UnauthorizedError();
    if (![scope].flat().every((action) => ability.can(action))) throw new errors.ForbiddenError();
  },
});
