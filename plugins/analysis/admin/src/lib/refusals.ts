/** A fault as the server sends it: see `shared/faults.ts`. Strapi's own ones have no code. */
export interface SentFault {
  path: (string | number)[];
  message: string;
  code?: string;
  params?: Record<string, string | number>;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isFault = (value: unknown): value is SentFault =>
  isRecord(value) && Array.isArray(value.path) && typeof value.message === 'string';

/** The part of a value at a path of keys; undefined when it has none. */
const partOf = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), value);

const textAt = (error: unknown, key: 'name' | 'message'): string | null => {
  const text = partOf(error, key);
  return typeof text === 'string' && text !== '' ? text : null;
};

/** Name of an error, such as `ForbiddenError`; null when it has none. */
export const nameOf = (error: unknown): string | null => textAt(error, 'name');

/** Message of an error; null when it has none, as when no connection came about. */
export const messageOf = (error: unknown): string | null => textAt(error, 'message');

/** The `details` of an answer that Strapi's fetch client rejected with; undefined without one. */
export const detailsOf = (error: unknown): unknown =>
  partOf(error, 'response', 'data', 'error', 'details');

/** The faults of fields that such an answer names; none for what failed otherwise. */
export function faultsOf(error: unknown): SentFault[] {
  const faults = partOf(detailsOf(error), 'errors');
  return Array.isArray(faults) ? faults.filter(isFault) : [];
}
