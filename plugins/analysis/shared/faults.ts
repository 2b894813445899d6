import type { z } from 'zod';

/** What went wrong with a field, in a form that a program can branch on and translate. */
export const FAULT_CODES = [
  'required',
  'wrong_type',
  'unknown_field',
  'too_short',
  'too_long',
  'out_of_range',
  'control_character',
  'ill_formed',
  'invalid_url',
  'private_url',
  'invalid_email',
  'invalid_language',
  'invalid_date',
  'invalid_slug',
  'invalid_choice',
  'in_future',
  'same_as_body',
  'taken',
  'not_found',
  'too_deep',
  'edit_expired',
  'not_allowed',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** One fault of one field. `path` is relative to the request's `data`, as in Strapi's own errors. */
export type Fault = {
  path: (string | number)[];
  name: 'ValidationError';
  message: string;
  code: FaultCode;
  /** The numbers that the message speaks of, such as `{ limit: 200 }`, for translations. */
  params?: Record<string, string | number>;
};

/** Builds a fault; `path` may be given as a single key. */
export function fault(
  path: string | number | (string | number)[],
  code: FaultCode,
  message: string,
  params?: Record<string, string | number>
): Fault {
  const whole = Array.isArray(path) ? path : [path];
  return { path: whole, name: 'ValidationError', message, code, ...(params ? { params } : {}) };
}

/** What a field schema hands to zod so that the code survives until `faultsFromZod`. */
export interface FaultParams extends Record<string, unknown> {
  fault: FaultCode;
  numbers?: Record<string, string | number>;
}

/** A path of zod's, whose type lets symbols be keys. */
export const pathOf = (path: readonly PropertyKey[]): (string | number)[] =>
  path.map((key) => (typeof key === 'symbol' ? String(key) : key));

/**
 * Turns a zod error into faults, one for each field that is wrong or unknown.
 * @param error what `safeParse` returned
 * @param prefix put before every path, for a schema that describes part of a body
 */
export function faultsFromZod(
  error: Pick<z.ZodError, 'issues'>,
  prefix: (string | number)[] = []
): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    const path = [...prefix, ...pathOf(issue.path)];
    const at = path.length > 0 ? path.join('.') : 'data';
    switch (issue.code) {
      case 'custom': {
        const params = issue.params as FaultParams | undefined;
        return [fault(path, params?.fault ?? 'wrong_type', issue.message, params?.numbers)];
      }
      case 'unrecognized_keys':
        return issue.keys.map((key) =>
          fault([...path, key], 'unknown_field', `${[...path, key].join('.')} is not a known field`)
        );
      case 'invalid_type':
        return issue.input === undefined && issue.message.includes('undefined')
          ? [fault(path, 'required', `${at} is required`)]
          : [fault(path, 'wrong_type', `${at} must be of type ${issue.expected}`)];
      case 'invalid_value':
        return [fault(path, 'invalid_choice', `${at} must be one of: ${issue.values.join(', ')}`)];
      case 'invalid_union': {
        // The last member of a union is the field's real form; those before it stand for "empty".
        return faultsFromZod({ issues: issue.errors.at(-1) ?? [] }, path);
      }
      case 'too_small':
        return [
          fault(path, 'out_of_range', `${at} must be at least ${issue.minimum}`, {
            limit: Number(issue.minimum),
          }),
        ];
      case 'too_big':
        return [
          fault(path, 'out_of_range', `${at} must be at most ${issue.maximum}`, {
            limit: Number(issue.maximum),
          }),
        ];
      default:
        return [fault(path, 'wrong_type', `${at}: ${issue.message}`)];
    }
  });
}
