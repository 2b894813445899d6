import { defined } from '../../../../shared/defined';
import { fault } from '../../../../shared/faults';
import { assertNoFaults } from '../../platform/errors';
import { namesField } from '../../platform/strapi/former-relation';

const FIELD = 'summaries';

const names = (path: string): boolean => namesField(path, FIELD);

/** Whether a field is named as a key anywhere in a query; walks without recursion. */
function mentions(query: unknown, isNamed: (key: string) => boolean): boolean {
  const left: unknown[] = [query];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next) && Object.keys(next).some(isNamed)) return true;
    const parts: unknown[] = Object.values(next);
    left.push(...parts);
  }
  return false;
}

const sortsBy = (sort: unknown): boolean =>
  typeof sort === 'string'
    ? sort.split(',').some((each) => names(defined(each.trim().split(':')[0])))
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
