import type { Core } from '@strapi/strapi';
import { LIMITS } from '../../../../../shared/limits';
import { assertNoFaults } from '../../errors';
import { collectionQueryFaults, type Terms } from './rules';
import { shapeOf, type Attribute, type Shape } from './shape';

const shapes = new WeakMap<object, Shape>();

/** What a content type's public query may name; made once for each model that Strapi has loaded. */
function shapeOfType(strapi: Core.Strapi, uid: string): Shape {
  const attributesOf = (of: string) =>
    (strapi.getModel(of as never) as { attributes: Record<string, Attribute> }).attributes;
  const model = strapi.getModel(uid as never) as object;
  const known = shapes.get(model);
  if (known !== undefined) return known;
  const made = shapeOf(attributesOf(uid), attributesOf);
  shapes.set(model, made);
  return made;
}

/**
 * Refuses what Strapi or a database would fail on, or what costs more than it is worth; see
 * `collectionQueryFaults`. Comes before anything of Strapi's reads the query.
 * @throws ValidationError that names each parameter at fault
 */
export function assertCollectionQuery(
  strapi: Core.Strapi,
  uid: string,
  query: Record<string, unknown>,
  terms: Omit<Terms, 'reach'> & { isToken: boolean }
): void {
  const { isToken, ...rest } = terms;
  const reach = isToken ? LIMITS.collectionQuery.tokenReach : LIMITS.listReach;
  assertNoFaults(collectionQueryFaults(shapeOfType(strapi, uid), query, { ...rest, reach }));
}
