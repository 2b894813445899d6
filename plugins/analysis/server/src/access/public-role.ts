import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { errors } from '@strapi/utils';
import { findPublicActions } from './store';

/** What anyone may do is read again after so long, as another instance may have changed it. */
const KEEP_MS = 1_000;

interface Ability {
  can(action: string): boolean;
}

interface Kept {
  actions: ReadonlySet<string>;
  ability: Ability;
  until: number;
}

/**
 * The content-API actions of the public role. Strapi reads them from the database on every
 * request, which costs more than most answers; here they are kept, for a second at most.
 */
export class PublicRole {
  private kept: Kept | null = null;
  private reading: Promise<Kept> | null = null;

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly now: () => number = Date.now
  ) {}

  /** Drops what is kept, also what is being read at this moment. */
  forget(): void {
    this.kept = null;
    this.reading = null;
  }

  async current(): Promise<Kept> {
    if (this.kept !== null && this.now() < this.kept.until) return this.kept;
    return (this.reading ??= this.read());
  }

  private read(): Promise<Kept> {
    const until = this.now() + KEEP_MS;
    const reading: Promise<Kept> = (async () => {
      const actions = await findPublicActions(this.strapi);
      const ability = (await this.strapi.contentAPI.permissions.engine.generateAbility(
        actions.map((action) => ({ action }))
      )) as unknown as Ability;
      return { actions: new Set(actions), ability, until };
    })();
    const settle = (kept: Kept | null): void => {
      // A change meanwhile has begun another reading, or none.
      if (this.reading !== reading) return;
      this.kept = kept;
      this.reading = null;
    };
    reading.then(settle, () => settle(null));
    return reading;
  }
}

/** What Strapi's router asks of a way to sign in. */
export interface Strategy {
  name: string;
  authenticate(ctx: Context): Promise<Record<string, unknown>>;
  verify(auth: { ability: Ability }, config: { scope?: string | string[] }): void;
}

/**
 * Answers for callers without credentials as users-permissions does, from what is kept. Whoever
 * brings credentials is left to the strategies after this one.
 */
export const publicStrategy = (role: PublicRole): Strategy => ({
  name: 'analysis-public',

  async authenticate(ctx) {
    if (ctx.request.header.authorization) return { authenticated: false };
    const { actions, ability } = await role.current();
    return actions.size === 0
      ? { authenticated: false }
      : { authenticated: true, credentials: null, ability };
  },

  verify({ ability }, { scope }) {
    if (!scope) throw new errors.UnauthorizedError();
    if (![scope].flat().every((action) => ability.can(action))) throw new errors.ForbiddenError();
  },
});
