import { fault, type Fault, type FaultCode } from '../../../../../shared/faults';
import { LIMITS } from '../../../../../shared/limits';
import { isWellFormed } from '../../../../../shared/text';
import { parseIsoDate } from '../../../../../shared/values';
import type { Kind } from './shape';

export type Path = (string | number)[];

const MAX_INTEGER = 2 ** 31 - 1;
const MAX_BIGINTEGER = 2n ** 63n - 1n;
const BOOLEANS: ReadonlySet<unknown> = new Set([true, false, 'true', 'false', 't', 'f', '1', '0']);

const isText = (value: unknown): value is string => typeof value === 'string';

/** The message of a text that is not taken; null for one that is. */
function textProblem(value: unknown, max: number): [FaultCode, string] | null {
  if (!isText(value)) return ['wrong_type', 'must be a text'];
  if (value.length > max) return ['too_long', `must be at most ${max} characters`];
  if (value.includes('\0')) return ['control_character', 'holds a control character'];
  return isWellFormed(value) ? null : ['ill_formed', 'is not well-formed Unicode'];
}

/** A fault of a text that is too long, ill-formed or none; nothing for one that is fine. */
export function textFaults(path: Path, value: unknown, max: number): Fault[] {
  const problem = textProblem(value, max);
  return problem === null ? [] : [fault(path, problem[0], `${path.join('.')} ${problem[1]}`)];
}

const isInteger = (value: unknown, max: number): boolean =>
  (isText(value) ? /^-?\d{1,10}$/.test(value) : Number.isInteger(value)) &&
  Math.abs(Number(value)) <= max;

const isBigInteger = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (!isText(value) || !/^-?\d{1,19}$/.test(value)) return false;
  const number = BigInt(value);
  return number <= MAX_BIGINTEGER && number >= -MAX_BIGINTEGER;
};

const isNumber = (value: unknown): boolean =>
  isText(value)
    ? value.length <= 40 && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value) && isFinite(Number(value))
    : typeof value === 'number' && isFinite(value);

/** A year of four digits that is none of those before the calendar's first. */
const isDate = (value: unknown): boolean => {
  const date = value instanceof Date ? value : isText(value) ? parseIsoDate(value) : null;
  return date !== null && date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999;
};

const TYPED: Record<Exclude<Kind, 'text'>, [(value: unknown) => boolean, FaultCode, string]> = {
  integer: [(value) => isInteger(value, MAX_INTEGER), 'wrong_type', 'must be a whole number'],
  biginteger: [isBigInteger, 'wrong_type', 'must be a whole number'],
  number: [isNumber, 'wrong_type', 'must be a number'],
  boolean: [(value) => BOOLEANS.has(value), 'wrong_type', 'must be true or false'],
  date: [isDate, 'invalid_date', 'must be an ISO 8601 date and time'],
};

/** A fault of a value that a column of a kind cannot be compared with; nothing for one it can. */
export function valueFaults(kind: Kind, path: Path, value: unknown): Fault[] {
  if (kind === 'text') return textFaults(path, value, LIMITS.collectionQuery.value);
  const [fits, code, message] = TYPED[kind];
  return fits(value) ? [] : [fault(path, code, `${path.join('.')} ${message}`)];
}

/** A fault of what is neither true nor false. */
export const booleanFaults = (path: Path, value: unknown): Fault[] =>
  valueFaults('boolean', path, value);

/**
 * Reads a whole number within bounds.
 * @returns the number; null with a fault where it is none
 */
export function readInteger(
  path: Path,
  value: unknown,
  { min, max }: { min: number; max: number }
): { value: number | null; faults: Fault[] } {
  const number = isInteger(value, MAX_INTEGER) ? Number(value) : NaN;
  if (number >= min && number <= max) return { value: number, faults: [] };
  const message = `${path.join('.')} must be a whole number from ${min} to ${max}`;
  return { value: null, faults: [fault(path, 'out_of_range', message, { limit: max })] };
}
