import type { Core } from '@strapi/strapi';
import { fault, type Fault } from '../../../shared/faults';
import { parseIsoDate } from '../../../shared/values';
import { assertNoFaults } from './errors';

/** What Strapi would read as a date by itself; anything else it refuses. */
const LOOKS_LIKE_DATE = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (isObject(value)) for (const each of Object.values(value)) yield* textsIn(each);
}

function* faultsIn(filters: unknown, dates: ReadonlySet<string>): Generator<Fault> {
  if (!isObject(filters)) return;
  for (const [name, value] of Object.entries(filters)) {
    if (!dates.has(name)) yield* faultsIn(value, dates);
    else if ([...textsIn(value)].some((text) => LOOKS_LIKE_DATE.test(text) && !parseIsoDate(text)))
      yield fault(['filters', name], 'invalid_date', `${name} must be an ISO 8601 date and time`);
  }
}

/**
 * Refuses days, hours and offsets that are none in Strapi's own filters, which move some of them.
 * @param filters as the query was parsed; its depth is bounded by the parser
 * @throws ValidationError at each field of a date
 */
export function assertFilterDates(strapi: Core.Strapi, uid: string, filters: unknown): void {
  const { attributes } = strapi.getModel(uid as never) as {
    attributes: Record<string, { type: string }>;
  };
  const dates = Object.keys(attributes).filter((name) => attributes[name]?.type === 'datetime');
  assertNoFaults([...faultsIn(filters, new Set(dates))]);
}
