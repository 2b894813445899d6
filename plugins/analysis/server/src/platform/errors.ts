import { errors } from '@strapi/utils';
import type { z } from 'zod';
import { faultsFromZod, type Fault } from '../../../shared/faults';
import { LIMITS } from '../../../shared/limits';
import { isRecord } from '../../../shared/is-record';
import { excerptOf } from '../../../shared/text';

const { ApplicationError, ForbiddenError, NotFoundError, RateLimitError, ValidationError } = errors;

/** One sentence that names every field at fault, for clients that show only the message. */
const summarise = (faults: Fault[]): string =>
  faults
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ');

/** Longest key and message of a fault; both may hold what the caller sent. */
const MAX_KEY = 100;
const MAX_MESSAGE = 500;

/** The faults that an answer tells, so that many wrong fields are not answered at length. */
const told = (faults: readonly Fault[]): Fault[] =>
  faults.slice(0, LIMITS.faults).map((each) => ({
    ...each,
    path: each.path.map((key) => (typeof key === 'string' ? excerptOf(key, MAX_KEY) : key)),
    message: excerptOf(each.message, MAX_MESSAGE),
  }));

/**
 * Throws one ValidationError (400) that holds the faults, the first fifty of them; does nothing
 * when there are none.
 */
export function assertNoFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw refusalOf(faults);
}

/** One ValidationError (400) that holds the faults, the first fifty of them. */
export function refusalOf(faults: readonly Fault[]): Error {
  const errors = told(faults);
  return new ValidationError(summarise(errors), { errors });
}

/**
 * Reads a caller's data by a contract's schema. Services do it themselves, so that no adapter can
 * forget to.
 * @returns the value that the schema makes
 * @throws ValidationError that names every field at fault
 */
export function decode<Schema extends z.ZodType>(schema: Schema, data: unknown): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw refusalOf(faultsFromZod(parsed.error));
  return parsed.data;
}

/**
 * A value that another document already holds. A ValidationError for the admin, which marks the
 * field by that name; the content API answers it with 409 (see `http.ts`).
 */
export class ClashError extends ValidationError<string, { errors: Fault[]; clash: true }> {
  constructor(readonly faults: Fault[]) {
    super(summarise(faults), { errors: faults, clash: true });
  }
}

/** What the caller would change has been changed since by a person; answered with 409. */
export class EditedError extends ApplicationError {
  constructor(message: string, details: Record<string, unknown>) {
    super(message, { ...details, edited: true });
  }
}

const isError = (thrown: unknown): thrown is Error =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown;

/** What was thrown, as an error. By shape, too: a library's may be of another realm. */
export const errorOf = (thrown: unknown): Error =>
  isError(thrown) ? thrown : new Error(String(thrown));

/** What an error of Strapi's says beside its message. */
export const detailsOf = (error: Error): Record<string, unknown> =>
  'details' in error && isRecord(error.details) ? error.details : {};

/** Matched by shape, not class: a second copy of the module must not turn a 409 into a 500. */
export function isConflict(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { clash, edited } = detailsOf(error);
  return clash === true || edited === true;
}

/** Matched by name for the same reason. */
export const isForbidden = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'ForbiddenError';

export const isNotFound = (error: unknown): boolean =>
  error instanceof Error && error.name === 'NotFoundError';

export const notFound = (what: string): Error => new NotFoundError(`${what} not found`);

/** @param faults what is not allowed, for programs that branch on its code */
export const forbidden = (why: string, faults: readonly Fault[] = []): Error =>
  new ForbiddenError(why, faults.length > 0 ? { errors: faults } : {});

/**
 * Answered with 429 and `Retry-After` (see `http.ts`, `graphql.ts`, the reader).
 * @param retryAfter seconds until it is worth another try
 */
export const tooMany = (why: string, retryAfter: number): Error =>
  new RateLimitError(why, { retryAfter });

/** Seconds after which a refusal as `tooMany` makes it may be tried again; null for other errors. */
export function retryAfterOf(error: unknown): number | null {
  if (!(error instanceof Error) || error.name !== 'RateLimitError') return null;
  const { retryAfter } = detailsOf(error);
  return typeof retryAfter === 'number' ? retryAfter : null;
}
