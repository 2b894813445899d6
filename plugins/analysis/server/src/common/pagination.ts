import { fault } from '../../../shared/faults';
import { assertNoFaults } from './errors';

/** What PostgreSQL's ids reach to; it would answer a comparison beyond with an error of its own. */
const MAX_ID = 2 ** 31 - 1;

/** The place of a row in a list ordered by creation time, then id. */
export interface Keyset {
  createdAt: Date;
  id: number;
}

/** A keyset as an opaque cursor. */
export const encodeCursor = ({ createdAt, id }: Keyset): string =>
  Buffer.from(`${createdAt.getTime()}.${id}`).toString('base64url');

/**
 * Reads a cursor that `encodeCursor` made.
 * @throws ValidationError at `cursor` when it is none
 */
export function decodeCursor(value: unknown): Keyset | null {
  if (value === undefined || value === null || value === '') return null;
  const [, time, id] =
    typeof value === 'string' && value.length <= 64
      ? (/^(\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(value, 'base64url').toString('latin1')) ?? [])
      : [];
  if (time === undefined || id === undefined || Number(id) > MAX_ID) {
    assertNoFaults([fault('cursor', 'wrong_type', 'must be a cursor from an earlier answer')]);
  }
  return { createdAt: new Date(Number(time)), id: Number(id) };
}

/**
 * Cuts a page out of rows that were read with one more than its limit.
 * @returns the page, and the cursor of the next one; null on the last
 */
export function cutPage<Row extends Keyset>(
  rows: Row[],
  limit: number
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last ? encodeCursor(last) : null };
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
  const text = String(value);
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
  if (!choices.includes(value as T)) {
    assertNoFaults([fault(path, 'invalid_choice', `must be one of: ${choices.join(', ')}`)]);
  }
  return value as T;
}
