import type { CommentStatus } from '../../../../shared/contracts/comments';
import { QUEUE_FILTERS, type QueueFilters } from '../../../../shared/contracts/moderation';
import { fault, type Fault } from '../../../../shared/faults';
import { LIMITS } from '../../../../shared/limits';
import { parseIsoDate } from '../../../../shared/values';
import { assertNoFaults } from '../../platform/errors';
import { isDocumentId } from '../../platform/security/hash';
import { pickTexts, textFaults } from '../../platform/http/text-filters';
import type { DocumentId } from '../../platform/strapi/uids';

/** What the moderator had on the screen. */
export interface Seen {
  contentHash?: string | null | undefined;
  from?: CommentStatus | null | undefined;
}

interface Decidable {
  status: CommentStatus;
  contentHash: string | null;
  deleted: boolean;
}

/** Why a decision is not carried out: erased, another text by now, or decided by someone else. */
export type Refusal = 'erased' | 'changed' | 'decided';

/** Compares a comment with what the moderator saw; null when the decision stands. */
export function refusalOf(comment: Decidable, to: CommentStatus, seen: Seen): Refusal | null {
  if (comment.deleted) return 'erased';
  if (seen.contentHash && seen.contentHash !== comment.contentHash) return 'changed';
  // Two who decide the same do not disagree.
  if (seen.from && seen.from !== comment.status && comment.status !== to) return 'decided';
  return null;
}

/** Whether a decision can be undone: nobody has decided again, and the text is the same. */
export const isUndoable = (
  comment: Decidable,
  event: { to: CommentStatus; contentHash: string | null }
): boolean =>
  !comment.deleted &&
  comment.status === event.to &&
  (event.contentHash === null || comment.contentHash === event.contentHash);

/** Filters that would tell what is masked, to one who may not see it. */
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
