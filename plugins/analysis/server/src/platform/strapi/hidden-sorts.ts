import type { Core } from '@strapi/strapi';
import { attributesOf } from './content-types';
import { PLUGIN } from './uids';
import { subscribeHooks } from './lifecycles';

/** What anyone may order a list by of the administrators who wrote its rows. */
const OF_ADMINISTRATORS = new Set(['id', 'documentId', 'firstname', 'lastname', 'username']);
const CREATORS = new Set(['createdBy', 'updatedBy']);

/**
 * An order without what would tell of attributes that nobody may see.
 * @param order as the query layer takes it: a name, an object by name, or a list of them
 * @returns undefined where nothing is left
 */
export function allowedOrder(order: unknown, hidden: ReadonlySet<string>): unknown {
  if (Array.isArray(order)) {
    const kept = order
      .map((each) => allowedOrder(each, hidden))
      .filter((each) => each !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof order === 'string') {
    const [name = '', ...deeper] = order.split(/[.:]/);
    const far = CREATORS.has(name) && !deeper.every((part) => OF_ADMINISTRATORS.has(part));
    return hidden.has(name) || far ? undefined : order;
  }
  if (typeof order !== 'object' || order === null) return order;
  const kept = Object.entries(order).flatMap(
    ([name, value]: [string, unknown]): [string, unknown][] => {
      if (hidden.has(name)) return [];
      if (!CREATORS.has(name) || typeof value !== 'object' || value === null)
        return [[name, value]];
      const parts: [string, unknown][] = Object.entries(value);
      const inside = parts.filter(([part]) => OF_ADMINISTRATORS.has(part));
      return inside.length > 0 ? [[name, Object.fromEntries(inside)]] : [];
    }
  );
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

interface Ordered {
  params: { orderBy?: unknown };
}

/**
 * Keeps lists of the admin from being ordered by what they hide, which tells it letter by letter to
 * who writes rows of their own between others. Strapi means to: but a sort of which nothing is left
 * falls back to the one that was asked for (`createSanitizeQuery` of 5.54). Belongs to `bootstrap`.
 */
export function guardSorts(strapi: Core.Strapi, names: readonly string[]): void {
  for (const name of names) {
    const uid = `${PLUGIN}.${name}`;
    const hidden = new Set(
      Object.entries(attributesOf(strapi, uid))
        .filter(([, { visible }]) => visible === false)
        .map(([attribute]) => attribute)
    );
    const guard = ({ params }: Ordered): void => {
      if (params.orderBy !== undefined) params.orderBy = allowedOrder(params.orderBy, hidden);
    };
    subscribeHooks(strapi, [uid], { beforeFindMany: guard, beforeFindOne: guard });
  }
}
