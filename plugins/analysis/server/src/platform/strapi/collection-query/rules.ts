import { defined } from '../../../../../shared/defined';
import { fault, type Fault } from '../../../../../shared/faults';
import { LIMITS } from '../../../../../shared/limits';
import { filterFaults, type Prefix } from './filters';
import type { Fields, Shape } from './shape';
import { isRecord } from '../../../../../shared/is-record';
import { booleanFaults, readInteger, textFaults, type Path } from './values';

const MAX = LIMITS.collectionQuery;

/** How a query is written, over REST or GraphQL, and how far its caller may page. */
export interface Terms {
  prefix: Prefix;
  /** Rows that may come before a page. */
  reach: number;
  /** Parameters that the host has added to the route. */
  extra?: readonly string[];
}

/** The texts of a parameter that takes `a,b`, a list of those, or (past the parser's limit) a map. */
function* textsOf(value: unknown, path: Path): Generator<[Path, unknown]> {
  if (typeof value === 'string') for (const each of value.split(',')) yield [path, each.trim()];
  else if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) {
      if (typeof each === 'string') yield* textsOf(each, [...path, at]);
      else yield [[...path, at], each];
    }
  } else yield [path, value];
}

const tooMany = (path: Path, max: number): Fault =>
  fault(path, 'out_of_range', `${path.join('.')} must name at most ${max}`, { limit: max });

function fieldsFaults({ selectable }: Fields, value: unknown, path: Path): Fault[] {
  const names = [...textsOf(value, path)];
  if (names.length > MAX.fields) return [tooMany(path, MAX.fields)];
  return names.flatMap(([at, name]) =>
    name === '*' || (typeof name === 'string' && selectable.has(name))
      ? []
      : [fault(at, 'unknown_field', `${at.join('.')} names no public field`)]
  );
}

const ORDER = /^(?:asc|desc)$/i;

/** `title:asc` as `[title, asc]`. */
const keyOf = (text: string): [string, unknown] => {
  const [name = '', order = 'asc', ...rest] = text.split(':').map((part) => part.trim());
  return [name, rest.length > 0 ? null : order];
};

function* sortKeys(value: unknown, path: Path): Generator<[Path, string, unknown] | [Path]> {
  for (const [at, each] of textsOf(value, path)) {
    if (each === '') continue;
    if (typeof each === 'string') yield [at, ...keyOf(each)];
    else if (isRecord(each)) {
      for (const [name, order] of Object.entries(each)) yield [[...at, name], name, order];
    } else yield [at];
  }
}

function sortFaults({ kinds }: Fields, value: unknown, path: Path): Fault[] {
  const keys = [...sortKeys(value, path)];
  if (keys.length > MAX.sort) return [tooMany(path, MAX.sort)];
  return keys.flatMap(([at, name, order]) => {
    if (name === undefined || !kinds.has(name)) {
      return [fault(at, 'not_allowed', `${at.join('.')} names no field that can be sorted by`)];
    }
    if (typeof order === 'string' && ORDER.test(order)) return [];
    return [fault(at, 'invalid_choice', `${at.join('.')} must be asc or desc`)];
  });
}

const YES: ReadonlySet<unknown> = new Set([true, 'true', '1', 't', '*']);
const NO: ReadonlySet<unknown> = new Set([false, 'false', '0', 'f']);

/** What is asked of one relation: true, or its `fields` and `sort`; nothing deeper. */
function relationFaults(target: Fields, value: unknown, path: Path): Fault[] {
  if (YES.has(value) || NO.has(value)) return [];
  if (!isRecord(value)) return [fault(path, 'wrong_type', `${path.join('.')} must be true`)];
  return Object.entries(value).flatMap(([key, each]) => {
    const at = [...path, key];
    if (key === 'fields') return fieldsFaults(target, each, at);
    if (key === 'sort') return sortFaults(target, each, at);
    return [fault(at, 'not_allowed', `${at.join('.')} is not allowed below a relation`)];
  });
}

function populateFaults({ relations }: Shape, value: unknown, path: Path): Fault[] {
  if (value === '*') return [];
  const unknown = (at: Path) =>
    fault(at, 'not_allowed', `${at.join('.')} names no relation that can be populated`);
  if (isRecord(value)) {
    const entries = Object.entries(value);
    if (entries.length > MAX.populate) return [tooMany(path, MAX.populate)];
    return entries.flatMap(([name, each]) => {
      const target = relations.get(name);
      const at = [...path, name];
      return target === undefined ? [unknown(at)] : relationFaults(target, each, at);
    });
  }
  const names = [...textsOf(value, path)];
  if (names.length > MAX.populate) return [tooMany(path, MAX.populate)];
  return names.flatMap(([at, name]) =>
    typeof name === 'string' && relations.has(name) ? [] : [unknown(at)]
  );
}

const PAGED = ['page', 'pageSize'];
const OFFSET = ['start', 'limit'];

/** Strapi takes the numbers in `pagination` and beside it; it refuses pages mixed with places. */
function paginationFaults(query: Record<string, unknown>, reach: number): Fault[] {
  const inside = query.pagination;
  if (inside !== undefined && !isRecord(inside)) {
    return [fault(['pagination'], 'wrong_type', 'pagination must be an object')];
  }
  const faults: Fault[] = [];
  const read: Record<string, number | null> = {};
  const integer = (path: Path, value: unknown, bounds: { min: number; max: number }) => {
    const found = readInteger(path, value, bounds);
    read[defined(path.at(-1))] = found.value;
    faults.push(...found.faults);
  };
  const at = (path: Path, key: string, value: unknown) => {
    if (key === 'page') integer(path, value, { min: 1, max: reach });
    else if (key === 'start') integer(path, value, { min: 0, max: reach });
    else integer(path, value, { min: 1, max: LIMITS.list.max });
  };
  for (const key of [...PAGED, ...OFFSET]) if (key in query) at([key], key, query[key]);
  for (const [key, value] of Object.entries(inside ?? {})) {
    const path = ['pagination', key];
    if (key === 'withCount') faults.push(...booleanFaults(path, value));
    else if (PAGED.includes(key) || OFFSET.includes(key)) at(path, key, value);
    else faults.push(fault(path, 'unknown_field', `${path.join('.')} is not a known parameter`));
  }
  if (PAGED.some((key) => key in read) && OFFSET.some((key) => key in read)) {
    const message = 'pagination takes page and pageSize, or start and limit, not both';
    faults.push(fault(['pagination'], 'not_allowed', message));
  }
  const { page, pageSize = LIMITS.list.default } = read;
  if (faults.length === 0 && page != null && (page - 1) * (pageSize as number) > reach) {
    const message = `pagination.page must not begin beyond row ${reach}`;
    faults.push(fault(['pagination', 'page'], 'out_of_range', message, { limit: reach }));
  }
  return faults;
}

const LOCALE = 35;

type Reader = (shape: Shape, value: unknown, terms: Terms) => Fault[];

const READERS: Record<string, Reader> = {
  filters: (shape, value, { prefix }) => filterFaults(shape, value, prefix),
  fields: (shape, value) => fieldsFaults(shape, value, ['fields']),
  sort: (shape, value) => sortFaults(shape, value, ['sort']),
  populate: (shape, value) => populateFaults(shape, value, ['populate']),
  _q: (_shape, value) => textFaults(['_q'], value, LIMITS.searchQuery.max),
  status: (_shape, value) =>
    value === 'draft' || value === 'published'
      ? []
      : [fault(['status'], 'invalid_choice', 'status must be one of: draft, published')],
  locale: (_shape, value) => textFaults(['locale'], value, LOCALE),
  // Strapi names what it takes of these two.
  publicationFilter: (_shape, value) => textFaults(['publicationFilter'], value, LOCALE),
  ordering: (_shape, value) => textFaults(['ordering'], value, LOCALE),
  hasPublishedVersion: (_shape, value) => booleanFaults(['hasPublishedVersion'], value),
  count: (_shape, value) => booleanFaults(['count'], value),
};
const COUNTED: ReadonlySet<string> = new Set(['pagination', ...PAGED, ...OFFSET]);

/**
 * Every fault of a query of a collection, by Strapi's grammar, before Strapi reads it: names that
 * are public, operators and values that every database takes, in bounded number, depth and length.
 * The same for REST and GraphQL.
 */
export function collectionQueryFaults(
  shape: Shape,
  query: Record<string, unknown>,
  terms: Terms
): Fault[] {
  const faults = Object.entries(query).flatMap(([key, value]) => {
    if (COUNTED.has(key) || terms.extra?.includes(key)) return [];
    const read = Object.hasOwn(READERS, key) ? READERS[key] : undefined;
    return read === undefined
      ? [fault([key], 'unknown_field', `${key} is not a known parameter`)]
      : read(shape, value, terms);
  });
  return [...faults, ...paginationFaults(query, terms.reach)];
}
