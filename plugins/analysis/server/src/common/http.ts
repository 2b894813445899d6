import type { Context, Next } from 'koa';
import type { z } from 'zod';
import { fault, faultsFromZod } from '../../../shared/faults';
import { assertNoFaults, isConflict } from './errors';

/** The parts of Koa's context that controllers use; Strapi adds `state.user` and `params`. */
export type HttpContext = Context & {
  params: Record<string, string>;
  query: Record<string, unknown>;
  request: Context['request'] & { body?: unknown };
};

/**
 * Decodes the `data` of a body by a contract's schema.
 * @returns the value that the schema makes
 * @throws ValidationError that names every field at fault
 */
export function decodeData<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown
): z.output<Schema> {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    assertNoFaults([fault([], 'wrong_type', 'the body must be a JSON object with a data object')]);
  }
  const { data, ...others } = body as Record<string, unknown>;
  const unknown = Object.keys(others).map((key) =>
    fault(key, 'unknown_field', `${key} is not a known field`)
  );
  if (data === undefined) {
    assertNoFaults([...unknown, fault('data', 'required', 'data is required')]);
  }
  const parsed = schema.safeParse(data);
  assertNoFaults([...unknown, ...(parsed.success ? [] : faultsFromZod(parsed.error))]);
  return parsed.data as z.output<Schema>;
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

/** Route middleware: 415 for a body of another type than those given. */
export const accepts =
  (...types: string[]) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (hasBody(ctx) && !ctx.is(types)) {
      ctx.throw(415, `Content-Type must be ${types.join(' or ')}`);
    }
    await next();
  };

/** Route middleware: a clash is 409 for API clients (the admin keeps the ValidationError). */
export async function conflictsAs409(ctx: Context, next: Next): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (!isConflict(error)) throw error;
    const { message, details } = error as Error & { details?: Record<string, unknown> };
    const { clash: _clash, edited: _edited, ...rest } = details ?? {};
    ctx.status = 409;
    ctx.body = {
      data: null,
      error: { status: 409, name: 'ConflictError', message, details: rest },
    };
  }
}

/**
 * Route middleware: an address that holds a NUL or broken percent-encoding names nothing here,
 * and PostgreSQL would answer a NUL with an error of its own.
 */
export async function wellFormedUrl(ctx: Context, next: Next): Promise<void> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(ctx.request.url.replace(/\+/g, ' '));
  } catch {
    return assertNoFaults([fault([], 'ill_formed', 'the address is not well-formed')]);
  }
  if (decoded.includes('\0')) {
    assertNoFaults([fault([], 'control_character', 'the address holds a control character')]);
  }
  await next();
}
