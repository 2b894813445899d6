import type { HttpContext } from '../http/request';

/** Whether a path of a query names a field, or something below it. */
export const namesField = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`);

/**
 * A `populate` without a field that was a relation in earlier versions; Strapi refuses to populate
 * what is none. Accepted for one version.
 * @param populate in any of Strapi's forms
 */
export function withoutRelation(populate: unknown, field: string): unknown {
  if (typeof populate === 'string') {
    const left = populate.split(',').filter((path) => !namesField(path.trim(), field));
    return left.length > 0 ? left.join(',') : undefined;
  }
  if (Array.isArray(populate)) {
    const left = populate
      .map((each) => withoutRelation(each, field))
      .filter((path) => path !== undefined);
    return left.length > 0 ? left : undefined;
  }
  if (typeof populate !== 'object' || populate === null) return populate;
  const left = Object.entries(populate).flatMap(([key, value]) => {
    if (namesField(key, field)) return [];
    // `populate[0]=summaries`, when there are too many for the parser to make a list of.
    if (!/^\d+$/.test(key)) return [[key, value] as const];
    const kept = withoutRelation(value, field);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

/** Takes such a field out of a request's `populate`. */
export function ignoreRelation(ctx: HttpContext, field: string): void {
  const { populate } = ctx.query;
  if (populate === undefined) return;
  const left = withoutRelation(populate, field);
  const query: Record<string, unknown> = { ...ctx.query, populate: left };
  if (left === undefined) delete query.populate;
  ctx.query = query as typeof ctx.query;
}
