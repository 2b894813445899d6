import { factories, type Core } from '@strapi/strapi';
import type { HttpContext } from './http';
import { forbidden } from './errors';

/** What Strapi's core controllers bring, as far as the plugin calls it. */
export interface CoreController {
  find(ctx: HttpContext): Promise<unknown>;
  findOne(ctx: HttpContext): Promise<unknown>;
  create(ctx: HttpContext): Promise<unknown>;
  update(ctx: HttpContext): Promise<unknown>;
  delete(ctx: HttpContext): Promise<unknown>;
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

const isToken = (auth: unknown): boolean =>
  (auth as AuthState | undefined)?.strategy?.name === 'content-api-token';

interface DraftQuery {
  status?: unknown;
  publicationFilter?: unknown;
  hasPublishedVersion?: unknown;
}

/**
 * Strapi answers `?status=draft` to anyone who may read, and tells by the other two which
 * articles have a draft that differs; here readers get what is published and nothing else.
 * @throws ForbiddenError
 */
export function assertMayReadDrafts(
  { status, publicationFilter, hasPublishedVersion }: DraftQuery,
  auth: unknown
): void {
  const asks =
    (status !== undefined && status !== 'published') ||
    publicationFilter !== undefined ||
    hasPublishedVersion !== undefined;
  if (asks && !isToken(auth)) throw forbidden('Drafts are for API tokens');
}
