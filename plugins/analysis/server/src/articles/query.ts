import { fault } from '../../../shared/faults';
import { assertNoFaults } from '../common/errors';

const FIELD = 'summaries';

const names = (path: string): boolean => path === FIELD || path.startsWith(`${FIELD}.`);

/**
 * A `populate` without the summaries, which were a relation once and come with their article now;
 * Strapi refuses to populate what is none. Accepted for one version.
 * @param populate in any of Strapi's forms
 */
export function withoutSummaries(populate: unknown): unknown {
  if (typeof populate === 'string') {
    const left = populate.split(',').filter((path) => !names(path.trim()));
    return left.length > 0 ? left.join(',') : undefined;
  }
  if (Array.isArray(populate)) {
    const left = populate.map(withoutSummaries).filter((path) => path !== undefined);
    return left.length > 0 ? left : undefined;
  }
  if (typeof populate !== 'object' || populate === null) return populate;
  const left = Object.entries(populate).flatMap(([key, value]) => {
    if (names(key)) return [];
    // `populate[0]=summaries`, when there are too many for the parser to make a list of.
    if (!/^\d+$/.test(key)) return [[key, value] as const];
    const kept = withoutSummaries(value);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

/** Whether a field is named as a key anywhere in a query; walks without recursion. */
function mentions(query: unknown, isNamed: (key: string) => boolean): boolean {
  const left = [query];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next) && Object.keys(next).some(isNamed)) return true;
    left.push(...(Object.values(next) as unknown[]));
  }
  return false;
}

const sortsBy = (sort: unknown): boolean =>
  typeof sort === 'string'
    ? sort.split(',').some((each) => names(each.trim().split(':')[0] as string))
    : Array.isArray(sort)
      ? sort.some(sortsBy)
      : mentions(sort, names);

/**
 * Refuses a filter or sort by the summaries: databases compare JSON each in their own way, and
 * PostgreSQL answers with an error. `GET /summaries` filters them.
 * @throws ValidationError (400) that names the parameter
 */
export function assertNoSummaryQuery({ filters, sort }: { filters?: unknown; sort?: unknown }) {
  assertNoFaults([
    ...(mentions(filters, names)
      ? [fault(['filters', FIELD], 'not_allowed', 'articles are not filtered by their summaries')]
      : []),
    ...(sortsBy(sort)
      ? [fault(['sort', FIELD], 'not_allowed', 'articles are not sorted by their summaries')]
      : []),
  ]);
}
