import type { Core } from '@strapi/strapi';
import { isRecord } from '../../../../shared/is-record';
import { fromStrapi } from './from-strapi';
import { attributesOf } from './content-types';
import { fault, type Fault } from '../../../../shared/faults';
import { assertNoFaults } from '../errors';
import { isOwnType } from './uids';

/** Attribute types whose value is an object or a list; every other holds one plain value. */
const COMPOUND: ReadonlySet<string> = new Set(['relation', 'media', 'json', 'component']);

const isPlain = (value: unknown): boolean =>
  value === null || typeof value !== 'object' || value instanceof Date;

/** Whether a NUL stands in a text anywhere in a value; walks without recursion. */
function holdsNul(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string' && next.includes('\0')) return true;
    if (typeof next === 'object' && next !== null) {
      const parts: unknown[] = Object.values(next);
      left.push(...parts);
    }
  }
  return false;
}

/**
 * Faults of attributes that hold one plain value and were given an object or a list, and of any
 * that hold a NUL, which PostgreSQL answers with an error of its own.
 * @param attributes of the content type
 * @param data what is to be written
 */
export const shapeFaults = (
  attributes: Record<string, { type: string }>,
  data: Record<string, unknown>
): Fault[] =>
  Object.entries(attributes).flatMap(([name, { type }]) => {
    if (!COMPOUND.has(type) && !isPlain(data[name])) {
      return [fault(name, 'wrong_type', `${name} must be of type ${type}`)];
    }
    return holdsNul(data[name])
      ? [fault(name, 'control_character', `${name} must hold no control characters`)]
      : [];
  });

/**
 * Strapi's validator, which runs before the hooks, calls methods of the values it is given: an
 * object in a string's place can end in a TypeError, and so in a 500.
 * @param rules the faults that a room's own rules find in the data, told at the same time
 */
export function refuseWrongShapes(
  strapi: Core.Strapi,
  rules: Record<string, (data: Record<string, unknown>) => Fault[]>
): void {
  strapi.documents.use((context, next) => {
    const { uid, params } = context;
    const { data } = fromStrapi<{ data?: unknown }>(params);
    if (isOwnType(uid) && isRecord(data)) {
      const faults = shapeFaults(attributesOf(strapi, uid), data);
      const found = new Set(faults.map(({ path }) => String(path[0])));
      if (faults.length > 0) {
        const others = rules[uid]?.(data) ?? [];
        assertNoFaults([...faults, ...others.filter(({ path }) => !found.has(String(path[0])))]);
      }
    }
    return next();
  });
}
