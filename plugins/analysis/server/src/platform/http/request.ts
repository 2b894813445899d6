import type { Core } from '@strapi/strapi';
import { isRecord } from '../../../../shared/is-record';
import type { Context, Next } from 'koa';
import { fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { declaredCharset, isKnownCharset, isUtf8 } from '../text/charset';
import { urlFault } from './request-url';
import {
  assertNoFaults,
  detailsOf,
  isConflict,
  isForbidden,
  refusalOf,
  retryAfterOf,
} from '../errors';
import { fromStrapi } from '../strapi/from-strapi';
import { sizeBeyond } from './value-size';

/**
 * The parts of Koa's context that controllers use; Strapi adds `state.user` and `params`, of which
 * a controller reads those in its own routes' paths.
 */
export type HttpContext = Context & {
  params: Record<'documentId' | 'slug' | 'page', string>;
  query: Record<string, unknown>;
  request: Context['request'] & { body?: unknown };
};

/**
 * The `data` of a body, which holds nothing beside it.
 * @throws ValidationError that names every field at fault
 */
export function decodeEnvelope(body: unknown): unknown {
  if (!isRecord(body)) {
    throw refusalOf([fault([], 'wrong_type', 'the body must be a JSON object with a data object')]);
  }
  const { data, ...others } = body;
  assertNoFaults([
    ...Object.keys(others).map((key) => fault(key, 'unknown_field', `${key} is not a known field`)),
    ...(data === undefined ? [fault('data', 'required', 'data is required')] : []),
  ]);
  return data;
}

/** Refuses query parameters that the route does not know, naming each. */
export function assertKnownQuery(query: Record<string, unknown>, known: readonly string[]): void {
  assertNoFaults(
    Object.keys(query)
      .filter((key) => !known.includes(key))
      .map((key) => fault(key, 'unknown_field', `${key} is not a known parameter`))
  );
}

const hasBody = (ctx: Context): boolean =>
  ctx.request.length !== undefined ? ctx.request.length > 0 : 'transfer-encoding' in ctx.headers;

/** Answers in Strapi's envelope; thrown, such an error would be logged as the server's own. */
export function refuse(
  ctx: Context,
  status: number,
  name: string,
  message: string,
  details = {}
): void {
  ctx.status = status;
  ctx.body = { data: null, error: { status, name, message, details } };
}

const NDJSON = 'application/x-ndjson';
const UNSUPPORTED = 'UnsupportedMediaTypeError';

/**
 * Koa middleware, to run before Strapi's: refuses files anywhere below the plugin's routes. Strapi
 * would write them into the temporary folder first, and leave them there.
 */
export function refuseFiles(strapi: Core.Strapi): (ctx: Context, next: Next) => Promise<void> {
  const below = `${strapi.config.get<string>('api.rest.prefix', '/api')}/analysis/`;
  return async (ctx, next) => {
    if (ctx.path.startsWith(below) && ctx.is('multipart/*')) {
      refuse(ctx, 415, UNSUPPORTED, 'files are not taken here');
    } else {
      await next();
    }
  };
}

/**
 * Whether a request's body is of a type that is taken here, in an encoding that is read as
 * declared; answers 415 where it is not.
 */
function isTaken(ctx: Context, types: readonly string[]): boolean {
  const kept = fromStrapi<string | undefined>(ctx.state.contentType);
  if (kept !== undefined) ctx.req.headers['content-type'] = kept;
  if (types.length === 0 || !hasBody(ctx)) return true;
  // What Strapi's parser leaves alone is read as it comes.
  const isRaw = kept !== undefined || Boolean(ctx.is(NDJSON));
  const encoding = ctx.get('content-encoding').toLowerCase();
  if (isRaw && encoding !== '' && encoding !== 'identity') {
    refuse(ctx, 415, UNSUPPORTED, 'a compressed body of this type is not read here');
    return false;
  }
  const charset = declaredCharset(ctx.get('content-type'));
  const readable = isUtf8(charset) || (kept !== undefined && isKnownCharset(charset as string));
  if (readable && ctx.is([...types])) return true;
  const message = readable
    ? `Content-Type must be ${types.join(' or ')}`
    : `the charset ${charset} is not read here; send UTF-8`;
  refuse(ctx, 415, UNSUPPORTED, message);
  return false;
}

/** @throws ValidationError for an address that is not well-formed */
function assertWellFormedUrl(ctx: Context): void {
  const code = urlFault(ctx.request.url);
  if (code === null) return;
  const message = code === 'ill_formed' ? 'is not well-formed' : 'holds a control character';
  assertNoFaults([fault([], code, `the address ${message}`)]);
}

/**
 * A body of a megabyte may hold as many fields as take a tenth of a second to be told as unknown.
 * @throws ValidationError
 */
function assertBodySize(body: unknown): void {
  if (typeof body !== 'object' || sizeBeyond(body, LIMITS.bodySize) === null) return;
  const { values, depth } = LIMITS.bodySize;
  const message = `the body must hold at most ${values} values, ${depth} levels deep`;
  assertNoFaults([fault([], 'out_of_range', message, { limit: values })]);
}

/** Tells when to try again, where an error says so; it answers 429 by itself. */
export function sayRetryAfter(ctx: Context, error: unknown): void {
  const seconds = retryAfterOf(error);
  if (seconds !== null) ctx.set('Retry-After', String(seconds));
}

/**
 * What every route does first: refuses an address that is not well-formed, a body of another type
 * than those given, and query parameters that are not known. A clash is 409 for API clients (the admin keeps the ValidationError), and
 * a refusal says why, which Strapi's router would replace by "Forbidden". One middleware for all of
 * it, as Strapi validates each of each route at every start.
 * @param takes types of bodies, as `ctx.is` knows them; none given, the body is not looked at
 * @param query names of parameters; without it, the controller decides
 */
export const guard =
  ({ takes = [], query }: { takes?: readonly string[]; query?: readonly string[] }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    assertWellFormedUrl(ctx);
    try {
      if (!isTaken(ctx, takes)) return;
      if (query !== undefined) assertKnownQuery(ctx.query, query);
      assertBodySize((ctx as HttpContext).request.body);
      await next();
    } catch (error) {
      sayRetryAfter(ctx, error);
      if (isForbidden(error)) {
        return refuse(ctx, 403, error.name, error.message, detailsOf(error));
      }
      if (!isConflict(error)) throw error;
      const { clash: _clash, edited: _edited, ...rest } = detailsOf(error);
      refuse(ctx, 409, 'ConflictError', error.message, rest);
    }
  };
