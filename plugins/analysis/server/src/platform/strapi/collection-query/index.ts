import type { Core } from '@strapi/strapi';
import { LIMITS } from '../../../../../shared/limits';
import { assertNoFaults } from '../../errors';
import { collectionQueryFaults, type Terms } from './rules';
import { attributesOf, modelOf } from '../content-types';
import { shapeOf, type Shape } from './shape';

const shapes = new WeakMap<object, Shape>();

/** What a content type's public query may name; made once for each model that Strapi has loaded. */
function shapeOfType(strapi: Core.Strapi, uid: string): Shape {
  const model = modelOf(strapi, uid);
  const known = shapes.get(model);
  if (known !== undefined) return known;
  const made = shapeOf(model.attributes, (of) => attributesOf(strapi, of));
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
