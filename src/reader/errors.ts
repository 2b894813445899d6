import type { FormFault } from './form-parts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const textAt = (value: unknown, key: string): string => {
  const text = isRecord(value) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
};

const isFault = (value: unknown): value is FormFault =>
  isRecord(value) && Array.isArray(value.path);

/** Name of an error, such as `RateLimitError`; empty when it has none. */
export const nameOf = (error: unknown): string => textAt(error, 'name');

/** Code of an error of Node, such as `ECONNREFUSED`; empty when it has none. */
export const codeOf = (error: unknown): string => textAt(error, 'code');

const detailsOf = (error: unknown): Record<string, unknown> =>
  isRecord(error) && isRecord(error.details) ? error.details : {};

/** The faults of a refusal that names fields; null for any other error. */
export function faultsOf(error: unknown): FormFault[] | null {
  const { errors } = detailsOf(error);
  return nameOf(error) === 'ValidationError' && Array.isArray(errors)
    ? errors.filter(isFault)
    : null;
}

/** Seconds after which a request that was one too many may be sent again; null for other errors. */
export function retryAfterOf(error: unknown): number | null {
  const { retryAfter } = detailsOf(error);
  return nameOf(error) === 'RateLimitError' && typeof retryAfter === 'number' ? retryAfter : null;
}
