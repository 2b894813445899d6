import { factories, type Core } from '@strapi/strapi';
import type { HttpContext } from './http';
import { forbidden } from './errors';

/** What Strapi's core controllers bring, as far as the plugin calls it. */
export interface CoreController {
  find(ctx: HttpContext): Promise<unknown>;
  findOne(ctx: HttpContext): Promise<unknown>;
  validateQuery(ctx: HttpContext): Promise<void>;
  sanitizeQuery(ctx: HttpContext): Promise<Record<string, unknown>>;
  sanitizeOutput(value: unknown, ctx: HttpContext): Promise<unknown>;
  transformResponse(value: unknown, meta?: Record<string, unknown>): unknown;
}

/** Typed access to Strapi's factory for uids that no generated type knows. */
export const createCoreController = (
  uid: string,
  extend: (deps: {
    strapi: Core.Strapi;
  }) => ThisType<CoreController> & Record<string, (ctx: HttpContext) => Promise<unknown>>
): unknown => factories.createCoreController(uid as never, extend as never);

export const createCoreService = (uid: string): unknown =>
  factories.createCoreService(uid as never);

interface AuthState {
  strategy?: { name?: string };
}

/** True when the caller may read drafts: `status=draft` is for API tokens only. */
export const isToken = (auth: unknown): boolean =>
  (auth as AuthState | undefined)?.strategy?.name === 'api-token';

/**
 * Strapi answers `?status=draft` to anyone who may read; here readers get what is published.
 * @throws ForbiddenError
 */
export function assertMayReadStatus(status: unknown, auth: unknown): void {
  if (status === 'draft' && !isToken(auth)) throw forbidden('Drafts are for API tokens');
}
