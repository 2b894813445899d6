import type { Core } from '@strapi/strapi';
import { fromStrapi } from '../strapi/from-strapi';
import { sayRetryAfter, type HttpContext } from '../http/request';

/** What Strapi's GraphQL plugin hands to a resolver. */
export interface GraphqlContext {
  koaContext: HttpContext;
  state: { auth?: unknown };
}

export type Resolver = (
  parent: never,
  args: never,
  context: GraphqlContext,
  info: unknown
) => unknown;

export type FieldMiddleware = (
  next: (parent: unknown, args: unknown, context: GraphqlContext, info: unknown) => unknown,
  parent: unknown,
  args: Record<string, unknown>,
  context: GraphqlContext,
  info: unknown
) => unknown;

/** A room's share of the schema. */
export interface GraphqlPart {
  /** SDL; merged with what Strapi makes of the content types. */
  typeDefs: string;
  resolvers: Record<string, Record<string, Resolver>>;
  /** Which permission a field needs, and what runs before it, by `Type.field`. */
  resolversConfig: Record<string, FieldGuard>;
}

interface FieldGuard {
  auth?: { scope: string[] } | false;
  middlewares?: FieldMiddleware[];
}

/** A query or mutation whose refusal for too many attempts says in a header when to try again. */
const answering =
  (resolve: Resolver): Resolver =>
  async (...args) => {
    try {
      return await resolve(...args);
    } catch (error) {
      sayRetryAfter(args[2].koaContext, error);
      throw error;
    }
  };

const ROOTS = ['Query', 'Mutation'];

/**
 * Puts the rooms' parts together.
 * @throws Error when two say who may use the same field, as one would go unheard
 */
export function joined(parts: readonly Partial<GraphqlPart>[]): GraphqlPart {
  const resolvers: GraphqlPart['resolvers'] = {};
  const guarded = parts.flatMap((part) => Object.keys(part.resolversConfig ?? {}));
  const twice = guarded.find((field, at) => guarded.indexOf(field) !== at);
  if (twice !== undefined) throw new Error(`${twice} is guarded by two parts`);
  for (const [type, fields] of parts.flatMap((part) => Object.entries(part.resolvers ?? {}))) {
    const own = Object.entries(fields).map(([name, resolve]): [string, Resolver] => [
      name,
      ROOTS.includes(type) ? answering(resolve) : resolve,
    ]);
    resolvers[type] = { ...resolvers[type], ...Object.fromEntries(own) };
  }
  return {
    typeDefs: parts.map((part) => part.typeDefs ?? '').join('\n'),
    resolvers,
    resolversConfig: Object.fromEntries(
      parts.flatMap((part) => Object.entries(part.resolversConfig ?? {}))
    ),
  };
}

/** `{ auth: { scope } }` of one content-API action. */
export const needs = (action: string): { auth: { scope: string[] } } => ({
  auth: { scope: [action] },
});

interface ShadowField {
  disable(): ShadowField;
  disableInput(): ShadowField;
  disableFilters(): ShadowField;
}

export interface ShadowType {
  disable(): ShadowType;
  disableQueries(): ShadowType;
  disableMutations(): ShadowType;
  field(name: string): ShadowField;
}

/** Strapi's GraphQL extension service; null where the GraphQL plugin is not installed. */
export function graphqlExtension(
  strapi: Core.Strapi
): { shadowCRUD(uid: string): ShadowType; use(part: object): void } | null {
  const plugin = strapi.plugins.graphql;
  return plugin ? fromStrapi(plugin.service('extension')) : null;
}

/** A value that is made once for each request, such as a loader that gathers keys. */
export function perRequest<T>(
  make: (context: GraphqlContext) => T
): (context: GraphqlContext) => T {
  const made = new WeakMap<object, T>();
  return (context) => {
    const found = made.get(context);
    if (found !== undefined) return found;
    const value = make(context);
    made.set(context, value);
    return value;
  };
}

/** Drops arguments given as null, which stand for "not given". */
export const withoutNulls = (value: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
