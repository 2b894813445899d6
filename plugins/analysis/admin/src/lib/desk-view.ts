import type {
  QueueFilter,
  QueueFilters,
  QueueSort,
  QueueTab,
} from '../../../shared/contracts/moderation';
import { PLUGIN_ID } from '../pluginId';
import { beginningOf } from '../../../shared/text';
import { QUEUE_FILTERS, QUEUE_SORTS, QUEUE_TABS } from '../../../shared/vocabulary';

/** What the desk shows; all of it lives in the page's address. */
export interface DeskView {
  tab: QueueTab;
  sort: QueueSort;
  filters: QueueFilters;
}

/** The server refuses longer values, and a hand-made address should not end in an error page. */
const MAX_FILTER = 200;

/** The value where it is in the list, else the list's first. */
export const oneOf = <T extends string>(list: readonly [T, ...T[]], value: string | null): T =>
  list.find((item) => item === value) ?? list[0];

/** Filters without those that are blank. */
export function cleanFilters(filters: QueueFilters): QueueFilters {
  const filled = QUEUE_FILTERS.flatMap((name) => {
    const value = beginningOf(filters[name]?.trim() ?? '', MAX_FILTER);
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(filled);
}

/** Reads the address; what it does not know or hold becomes the default. */
export function readView(search: URLSearchParams): DeskView {
  const filters = QUEUE_FILTERS.map((name) => [name, search.get(name) ?? ''] as const);
  return {
    tab: oneOf(QUEUE_TABS, search.get('tab')),
    sort: oneOf(QUEUE_SORTS, search.get('sort')),
    filters: cleanFilters(Object.fromEntries(filters)),
  };
}

/** The address of a view, in one order and without defaults, so that equal views are equal texts. */
export function writeView({ tab, sort, filters }: DeskView): URLSearchParams {
  const search = new URLSearchParams();
  if (tab !== QUEUE_TABS[0]) search.set('tab', tab);
  if (sort !== QUEUE_SORTS[0]) search.set('sort', sort);
  for (const [name, value] of Object.entries(cleanFilters(filters))) search.set(name, value);
  return search;
}

/** Where the desk shows a view. */
export function deskAddress(view: DeskView): string {
  const search = writeView(view).toString();
  return `/plugins/${PLUGIN_ID}/moderation${search === '' ? '' : `?${search}`}`;
}

/** Where bans are listed. */
export const BANS_ADDRESS = `/settings/${PLUGIN_ID}/bans`;

/** Names a view; two views with the same key list the same comments. */
export const viewKey = (view: DeskView): string => writeView(view).toString();

/** A filter's chip was closed. */
export function withoutFilter(filters: QueueFilters, name: QueueFilter): QueueFilters {
  const { [name]: _closed, ...others } = filters;
  return others;
}

/**
 * Filters as the server takes them. A date without a time is a day where the moderator is: it
 * begins at that place's midnight, and as the last day it is meant to its end.
 */
export function requestFilters(filters: QueueFilters): QueueFilters {
  const { from, to, ...others } = cleanFilters(filters);
  return {
    ...others,
    ...(from ? { from: instant(from, [0, 0, 0, 0]) } : {}),
    ...(to ? { to: instant(to, [23, 59, 59, 999]) } : {}),
  };
}

function instant(value: string, time: [number, number, number, number]): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (!year || !month || !day) return value;
  const date = new Date(Number(year), Number(month) - 1, Number(day), ...time);
  // The 30th of February goes as it is, for the server to refuse: here it would be moved.
  return date.getDate() === Number(day) ? date.toISOString() : value;
}

/** The query string of a page of the queue. */
export function queueQuery(view: DeskView, limit: number, cursor: string | null): string {
  return new URLSearchParams({
    tab: view.tab,
    sort: view.sort,
    limit: String(limit),
    ...requestFilters(view.filters),
    ...(cursor === null ? {} : { cursor }),
  }).toString();
}

/** The query string of the tabs' counts. */
export const countsQuery = (filters: QueueFilters): string =>
  new URLSearchParams({ ...requestFilters(filters) }).toString();
