import { fault } from '../../../../shared/faults';
import { assertNoFaults, refusalOf } from '../errors';

/** What PostgreSQL's integers reach to; it would answer a comparison beyond with an error. */
const MAX_INTEGER = 2 ** 31 - 1;

/** The place of a row in a list ordered by creation time, then id. */
export interface Keyset {
  createdAt: Date;
  id: number;
}

/** The same in a list ordered by a count before the time. */
export interface CountedKeyset extends Keyset {
  count: number;
}

const encode = (numbers: number[]): string => Buffer.from(numbers.join('.')).toString('base64url');

/** A keyset as an opaque cursor. */
export const encodeCursor = ({ createdAt, id }: Keyset): string =>
  encode([createdAt.getTime(), id]);

export const encodeCountedCursor = ({ createdAt, id, count }: CountedKeyset): string =>
  encode([createdAt.getTime(), id, count]);

/** The numbers in a cursor; of other ones, or another amount of them, it is none of ours. */
function decode(value: unknown, amount: number): number[] | null {
  if (value === undefined || value === null || value === '') return null;
  const text =
    typeof value === 'string' && value.length <= 64
      ? Buffer.from(value, 'base64url').toString('latin1')
      : '';
  const numbers = /^\d{1,15}(\.\d{1,15})+$/.test(text) ? text.split('.').map(Number) : [];
  if (numbers.length !== amount || numbers.slice(1).some((each) => each > MAX_INTEGER)) {
    assertNoFaults([fault('cursor', 'wrong_type', 'must be a cursor from an earlier answer')]);
  }
  return numbers;
}

/**
 * Reads a cursor that `encodeCursor` made.
 * @throws ValidationError at `cursor` when it is none
 */
export function decodeCursor(value: unknown): Keyset | null {
  const [time, id] = decode(value, 2) ?? [];
  return time === undefined || id === undefined ? null : { createdAt: new Date(time), id };
}

/** The same of one that `encodeCountedCursor` made. */
export function decodeCountedCursor(value: unknown): CountedKeyset | null {
  const [time, id, count] = decode(value, 3) ?? [];
  return time === undefined || id === undefined || count === undefined
    ? null
    : { createdAt: new Date(time), id, count };
}

/**
 * Cuts a page out of rows that were read with one more than its limit.
 * @param cursorOf the cursor of the list's order
 * @returns the page, and the cursor of the next one; null on the last
 */
export function cutPage<Row extends Keyset>(
  rows: Row[],
  limit: number,
  cursorOf: (last: Row) => string = encodeCursor
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}

/** A place in a list that is counted from its beginning, as an opaque cursor. */
export const encodeOffset = (offset: number): string =>
  Buffer.from(`o${offset}`).toString('base64url');

/**
 * Reads a cursor that `encodeOffset` made.
 * @param reach places that the list has at most
 * @returns 0 without one
 * @throws ValidationError at `cursor` when it is none
 */
export function decodeOffset(value: unknown, reach: number): number {
  if (value === undefined || value === null || value === '') return 0;
  const [, digits] =
    typeof value === 'string' && value.length <= 16
      ? (/^o(\d{1,6})$/.exec(Buffer.from(value, 'base64url').toString('latin1')) ?? [])
      : [];
  if (digits === undefined || Number(digits) >= reach) {
    assertNoFaults([fault('cursor', 'wrong_type', 'must be a cursor from an earlier answer')]);
  }
  return Number(digits);
}

/**
 * Reads a `limit` parameter.
 * @throws ValidationError at `path` when it is not a whole number from 1 to `max`
 */
export function decodeLimit(
  value: unknown,
  bounds: { default: number; max: number },
  path = 'limit'
): number {
  if (value === undefined || value === null || value === '') return bounds.default;
  // An object may not become a string: one of a body or of variables can have a `toString` of its own.
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > bounds.max) {
    assertNoFaults([
      fault(path, 'out_of_range', `must be a whole number from 1 to ${bounds.max}`, {
        limit: bounds.max,
      }),
    ]);
  }
  return limit;
}

/**
 * Reads a parameter that must be one of a list.
 * @throws ValidationError at `path`
 */
export function decodeChoice<T extends string>(
  value: unknown,
  choices: readonly T[],
  fallback: T,
  path: string
): T {
  if (value === undefined || value === null || value === '') return fallback;
  const choice = choices.find((each) => each === value);
  if (choice === undefined) {
    throw refusalOf([fault(path, 'invalid_choice', `must be one of: ${choices.join(', ')}`)]);
  }
  return choice;
}
