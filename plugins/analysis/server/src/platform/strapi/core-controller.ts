import { factories, type Core, type UID } from '@strapi/strapi';
import { assertCollectionQuery } from './collection-query';
import { forbidden } from '../errors';
import { ignoreRelation } from './former-relation';
import type { HttpContext } from '../http/request';
import { fromStrapi } from './from-strapi';

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

type Actions = Record<string, (ctx: HttpContext) => Promise<unknown>>;

/** Typed access to Strapi's factory for uids that no generated type knows. */
const createCoreController = (
  uid: string,
  extend: (deps: { strapi: Core.Strapi }) => ThisType<CoreController> & Actions
): unknown => factories.createCoreController(fromStrapi<UID.ContentType>(uid), fromStrapi(extend));

export const createCoreService = (uid: string): unknown =>
  factories.createCoreService(fromStrapi<UID.ContentType>(uid));

interface AuthState {
  strategy?: { name?: string };
}

/** Whether a caller has shown an API token. */
export const isToken = (auth: unknown): boolean =>
  fromStrapi<AuthState | undefined>(auth)?.strategy?.name === 'content-api-token';

/** The router's route, whose query plugins may extend. */
interface RouteState {
  route?: { request?: { query?: object } };
}

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

/**
 * Strapi's own REST actions on a collection. Each reads its query first: readers see what is
 * published, and nobody's query costs more than it is worth.
 * @param options.former a relation of earlier versions, of which a populate is ignored
 * @param options.writes what stands in for Strapi's actions that write
 */
export const createCollectionController = (
  uid: string,
  { former, writes = {} }: { former?: string; writes?: Partial<Actions> } = {}
): unknown =>
  createCoreController(uid, ({ strapi }) => {
    const read = (ctx: HttpContext): void => {
      assertMayReadDrafts(ctx.query, ctx.state.auth);
      if (former !== undefined) ignoreRelation(ctx, former);
      assertCollectionQuery(strapi, uid, ctx.query, {
        prefix: '$',
        isToken: isToken(ctx.state.auth),
        extra: Object.keys(fromStrapi<RouteState>(ctx.state).route?.request?.query ?? {}),
      });
    };
    /* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access -- `super` is any where Strapi sets an object's prototype */
    return {
      async find(ctx) {
        read(ctx);
        return super.find(ctx);
      },
      async findOne(ctx) {
        read(ctx);
        return super.findOne(ctx);
      },
      async create(ctx) {
        read(ctx);
        return super.create(ctx);
      },
      async update(ctx) {
        read(ctx);
        return super.update(ctx);
      },
      async delete(ctx) {
        read(ctx);
        return super.delete(ctx);
      },
      ...writes,
    };
  });
