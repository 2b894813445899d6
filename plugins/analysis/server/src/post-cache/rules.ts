import type { CachedRoute } from './covered';

/** Longer addresses are nobody's who reads, and would fill the index. */
const MAX_URL = 600;

/** What an address asks for, in the form that all addresses for the same answer share. */
export interface CacheKey {
  /** Path and known parameters, in one order. */
  url: string;
  lang: string | null;
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
 * @returns for an address (path and query, as on the request line) its key; null when nothing
 *   may be kept for it
 */
export function keysOf(routes: readonly CachedRoute[]): (url: string) => CacheKey | null {
  const patterns = routes.map(compile);
  return (url) => {
    if (url.length > MAX_URL) return null;
    const at = url.indexOf('?');
    const path = at < 0 ? url : url.slice(0, at);
    const pattern = patterns.find((each) => each.path.test(path));
    if (pattern === undefined) return null;
    return at < 0 ? { url: path, lang: null } : withQuery(path, url.slice(at + 1), pattern.route);
  };
}

function withQuery(path: string, search: string, route: CachedRoute): CacheKey | null {
  const { query = [], never = [], unknown } = route;
  const kept: [string, string][] = [];
  let lang: string | null = null;
  for (const [name, value] of new URLSearchParams(search)) {
    if (never.includes(name)) return null;
    if (route.lang && name === 'lang') {
      if (lang !== null) return null;
      lang = value;
    } else if (query.includes(name)) {
      // Given twice, it is the route's to say what that means.
      if (kept.some(([known]) => known === name)) return null;
      kept.push([name, value]);
    } else if (unknown === 'refused') {
      return null;
    } else if (name.includes('[')) {
      // Strapi's parser reads brackets as structure: `lang[0]` would be another `lang`.
      return null;
    }
  }
  const rest = new URLSearchParams(kept.sort(([left], [right]) => (left < right ? -1 : 1)));
  const text = rest.toString();
  return { url: text === '' ? path : `${path}?${text}`, lang };
}

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
