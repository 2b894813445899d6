import { urlFault } from '../../platform/http/request-url';
import type { CachedRoute } from './cacheable-routes';

/** Longer addresses are nobody's who reads, and would fill the index. */
const MAX_URL = 600;

/** What an address asks for, in the form that all addresses for the same answer share. */
export interface CacheKey {
  /** Path and known parameters, in one order. */
  url: string;
  lang: string | null;
}

/** An address as the application reads it. */
export interface Address {
  /** As on the request line. */
  url: string;
  path: string;
  /** By the application's own parser: any other one would read some addresses in another way. */
  query: Readonly<Record<string, unknown>>;
}

interface Pattern {
  path: RegExp;
  route: CachedRoute;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `:name` is one segment of unreserved characters: what needs escaping is no slug or id of ours. */
const compile = (route: CachedRoute): Pattern => ({
  path: new RegExp(
    `^${route.path
      .split('/')
      .map((segment) => (segment.startsWith(':') ? '[\\w.~-]+' : escaped(segment)))
      .join('/')}$`
  ),
  route,
});

/**
 * Makes the function that finds the key of a request.
 * @param routes with their prefixes
 * @returns for an address its key; null when nothing may be kept for it
 */
export function keysOf(routes: readonly CachedRoute[]): (address: Address) => CacheKey | null {
  const patterns = routes.map(compile);
  return ({ url, path, query }) => {
    const pattern = patterns.find((each) => each.path.test(path));
    if (pattern === undefined || urlFault(url) !== null) return null;
    const key = withQuery(path, query, pattern.route);
    // However long what is passed over: it would be a way past the cache.
    return key !== null && canonicalUrl(key).length <= MAX_URL ? key : null;
  };
}

function withQuery(path: string, query: Address['query'], route: CachedRoute): CacheKey | null {
  const { query: known = [], never = [], unknown } = route;
  const kept: [string, string][] = [];
  let lang: string | null = null;
  for (const [name, value] of Object.entries(query)) {
    if (never.includes(name)) return null;
    const isLang = route.lang === true && name === 'lang';
    if (!isLang && !known.includes(name)) {
      if (unknown === 'refused') return null;
      continue;
    }
    // Given twice, with brackets or without a value, it is the route's to say what that means.
    if (typeof value !== 'string') return null;
    if (isLang) lang = value;
    else kept.push([name, value]);
  }
  return {
    url: addressOf(
      path,
      kept.sort(([left], [right]) => (left < right ? -1 : 1))
    ),
    lang,
  };
}

function addressOf(path: string, parameters: [string, string][]): string {
  const text = new URLSearchParams(parameters).toString();
  return text === '' ? path : `${path}?${text}`;
}

/**
 * The address that an answer is made from, for whoever asks by another one: it holds what the key
 * holds and nothing else, so that nothing else can get into an answer that is kept.
 */
export const canonicalUrl = ({ url, lang }: CacheKey): string =>
  lang === null ? url : `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ lang })}`;

/** What may vary; an answer that varies by anything else is not kept. */
const VARIES_BY = new Set(['origin', 'accept-language', 'accept-encoding']);

const list = (value: string): string[] =>
  value
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/**
 * Whether a finished answer may be kept and shown to others: a success that says it is public,
 * names what it was made of, sets no cookie, and varies by nothing that the key does not hold.
 * @param headers names in lower case
 * @param chosen whether the responder says which language it chose for a request
 */
export function isKeepable(
  status: number,
  headers: Readonly<Record<string, string | string[] | number | undefined>>,
  chosen: boolean
): boolean {
  if (status !== 200 || headers['set-cookie'] !== undefined) return false;
  const control = list(String(headers['cache-control'] ?? '').toLowerCase());
  if (!control.includes('public') || control.includes('no-store')) return false;
  if (headers.etag === undefined || headers['cache-tag'] === undefined) return false;
  const vary = list(String(headers.vary ?? '').toLowerCase());
  if (vary.includes('accept-language') !== chosen) return false;
  return vary.every((each) => VARIES_BY.has(each));
}

/** Tags of an answer, from its `Cache-Tag` header. */
export const tagsIn = (header: string): string[] => list(header);

/** `vary` with one more name, once. */
export function withVary(vary: string, name: string): string {
  const names = list(vary);
  return names.some((each) => each.toLowerCase() === name.toLowerCase())
    ? names.join(', ')
    : [...names, name].join(', ');
}
