import { urlFault } from '../../platform/http/request-url';
import type { CacheableRoute } from './cacheable-routes';

/** Longer addresses are nobody's who reads, and would fill the index. */
const MAX_URL = 600;

/** What an address asks for, in the form that all addresses of the same response share. */
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
  route: CacheableRoute;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `:name` is one segment of unreserved characters: what needs escaping is no slug or id of ours. */
const compile = (route: CacheableRoute): Pattern => ({
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
 * @returns for an address its key; null when nothing may be cached for it
 */
export function keysOf(routes: readonly CacheableRoute[]): (address: Address) => CacheKey | null {
  const patterns = routes.map(compile);
  return ({ url, path, query }) => {
    const pattern = patterns.find((each) => each.path.test(path));
    if (pattern === undefined || urlFault(url) !== null) return null;
    const key = withQuery(path, query, pattern.route);
    // However long what is passed over: it would be a way past the cache.
    return key !== null && canonicalUrl(key).length <= MAX_URL ? key : null;
  };
}

function withQuery(path: string, query: Address['query'], route: CacheableRoute): CacheKey | null {
  const { query: known = [], never = [], unknown } = route;
  const parameters: [string, string][] = [];
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
    else parameters.push([name, value]);
  }
  return {
    url: addressOf(
      path,
      parameters.sort(([left], [right]) => (left < right ? -1 : 1))
    ),
    lang,
  };
}

function addressOf(path: string, parameters: [string, string][]): string {
  const text = new URLSearchParams(parameters).toString();
  return text === '' ? path : `${path}?${text}`;
}

/**
 * The address that a response is made from, for whoever asks by another one: it holds what the key
 * holds and nothing else, so that nothing else gets into a cached response.
 */
export const canonicalUrl = ({ url, lang }: CacheKey): string =>
  lang === null
    ? url
    : `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ lang }).toString()}`;
