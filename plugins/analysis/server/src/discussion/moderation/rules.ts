import { QUEUE_FILTERS, type QueueFilters } from '../../../../shared/contracts/moderation';
import { fault, type Fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { parseIsoDate } from '../../../../shared/values';
import { assertNoFaults } from '../../platform/errors';
import { isDocumentId } from '../../platform/security/hash';
import { pickTexts, textFaults } from '../../platform/http/text-filters';
import type { DocumentId } from '../../platform/strapi/uids';

/** Filters by masked values: their matches would reveal these to who may not see them. */
const PERSONAL_FILTERS = ['email', 'network'] as const;

/** Faults of filters: each a short text, dates readable, none that probes what is masked. */
export function filterFaults(filters: Record<string, unknown>, personalData: boolean): Fault[] {
  const faults = QUEUE_FILTERS.flatMap((name) => {
    const wrong = textFaults(name, filters[name], 200);
    if (wrong.length > 0 || filters[name] === undefined) return wrong;
    const date = name === 'from' || name === 'to';
    return date && parseIsoDate(filters[name] as string) === null
      ? [fault(name, 'invalid_date', `${name} must be an ISO 8601 date`)]
      : [];
  });
  const probes = personalData ? [] : PERSONAL_FILTERS.filter((name) => filters[name]);
  return [
    ...faults,
    ...probes.map((name) =>
      fault(name, 'not_allowed', `${name} is for those who may see personal data`)
    ),
  ];
}

/** The filters that are set, as text. */
export const pickFilters = (query: Record<string, unknown>): QueueFilters =>
  pickTexts(query, QUEUE_FILTERS);

/**
 * Reads the articles that a list asks about, by comma.
 * @throws ValidationError at `ids`
 */
export function decodeIds(value: unknown): DocumentId[] {
  const ids = typeof value === 'string' ? [...new Set(value.split(',').filter(Boolean))] : [];
  const { max } = LIMITS.list;
  if (ids.length === 0 || ids.length > max || !ids.every(isDocumentId)) {
    assertNoFaults([
      fault('ids', 'wrong_type', `ids must be 1 to ${max} document ids, with commas between them`),
    ]);
  }
  return ids;
}
