import type { ClaimStatus } from '../../../shared/contracts/claims';
import type { QueueSort } from '../../../shared/contracts/moderation';
import { CLAIM_STATUSES, QUEUE_SORTS } from '../../../shared/vocabulary';
import { PLUGIN_ID } from '../pluginId';
import { beginningOf } from '../../../shared/text';
import { oneOf } from './desk-view';

/** Filters of reported claims, which the page's address calls as the desk's. */
export interface ClaimFilters {
  article?: string;
  q?: string;
}

/** Which reported claims are shown; all of it lives in the page's address. */
export interface ClaimsView {
  status: ClaimStatus;
  sort: QueueSort;
  filters: ClaimFilters;
}

/** The tab of the desk behind which the claims are. */
export const CLAIMS_TAB = 'claims';

const MAX_FILTER = 200;

/** Filters without those that are blank. */
export function cleanClaimFilters({ article, q }: ClaimFilters): ClaimFilters {
  const given: Record<string, string | undefined> = { article, q };
  const filled = Object.entries(given).flatMap(([name, value]) => {
    const text = beginningOf(value?.trim() ?? '', MAX_FILTER);
    return text ? [[name, text] as const] : [];
  });
  return Object.fromEntries(filled);
}

/** Whether an address asks for claims rather than comments. */
export const isClaims = (search: URLSearchParams): boolean => search.get('tab') === CLAIMS_TAB;

/** Reads the address; what it does not know or hold becomes the default. */
export const readClaims = (search: URLSearchParams): ClaimsView => ({
  status: oneOf(CLAIM_STATUSES, search.get('status')),
  sort: oneOf(QUEUE_SORTS, search.get('sort')),
  filters: cleanClaimFilters({
    article: search.get('article') ?? '',
    q: search.get('q') ?? '',
  }),
});

/** The address of a view, in one order and without defaults, so that equal views are equal texts. */
export function writeClaims({ status, sort, filters }: ClaimsView): URLSearchParams {
  const search = new URLSearchParams({ tab: CLAIMS_TAB });
  if (status !== CLAIM_STATUSES[0]) search.set('status', status);
  if (sort !== QUEUE_SORTS[0]) search.set('sort', sort);
  const { article, q } = cleanClaimFilters(filters);
  if (article) search.set('article', article);
  if (q) search.set('q', q);
  return search;
}

/** Where the desk shows claims. */
export const claimsAddress = (view: ClaimsView): string =>
  `/plugins/${PLUGIN_ID}/moderation?${writeClaims(view)}`;

/** Names a view; two views with the same key list the same claims. */
export const claimsKey = (view: ClaimsView): string => writeClaims(view).toString();

/** The query string of a page of claims. */
export const claimsQuery = (view: ClaimsView, limit: number, cursor: string | null): string =>
  new URLSearchParams({
    status: view.status,
    sort: view.sort,
    limit: String(limit),
    ...cleanClaimFilters(view.filters),
    ...(cursor === null ? {} : { cursor }),
  }).toString();

/** The query string of the counts of claims. */
export const claimCountsQuery = (filters: ClaimFilters): string =>
  new URLSearchParams({ ...cleanClaimFilters(filters) }).toString();
