import Koa from 'koa';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import qs from 'qs';
import type { CacheableRoute } from './cacheable-routes';
import { canonicalUrl, keysOf } from './cache-key';

const POST: CacheableRoute = { path: '/api/posts/:slug', lang: true, unknown: 'refused' };
const RANKINGS: CacheableRoute = {
  path: '/api/rankings',
  query: ['by', 'days'],
  unknown: 'refused',
};
const PAGE: CacheableRoute = {
  path: '/posts/:slug',
  query: ['sort'],
  lang: true,
  never: ['cursor'],
  unknown: 'ignored',
};

const keyOfAddress = keysOf([POST, RANKINGS, PAGE]);

/** A request line as Strapi reads it: Koa's path, and the query by `qs` with Strapi's settings. */
function keyOf(url: string) {
  const req = Object.assign(new IncomingMessage(new Socket()), { url, method: 'GET' });
  const { path, querystring } = new Koa().createContext(req, new ServerResponse(req));
  const settings = { strictNullHandling: true, arrayLimit: 100, depth: 20 };
  return keyOfAddress({ url, path, query: qs.parse(querystring, settings) });
}

describe('key of an address', () => {
  test.each([
    ['/api/posts/a-b', { url: '/api/posts/a-b', lang: null }],
    ['/api/posts/a-b?lang=fr', { url: '/api/posts/a-b', lang: 'fr' }],
    ['/api/posts/a-b?', { url: '/api/posts/a-b', lang: null }],
    ['/api/rankings?days=7&by=votes', { url: '/api/rankings?by=votes&days=7', lang: null }],
    ['/api/rankings?by=votes&days=7', { url: '/api/rankings?by=votes&days=7', lang: null }],
    ['/api/rankings?by=a%26days%3D7', { url: '/api/rankings?by=a%26days%3D7', lang: null }],
    ['/posts/a?utm_source=x&sort=old', { url: '/posts/a?sort=old', lang: null }],
    ['/posts/a?utm_source=x&utm_medium=y', { url: '/posts/a', lang: null }],
    [`/posts/a?x=${'y'.repeat(10_000)}`, { url: '/posts/a', lang: null }],
    // What one parser takes for a parameter, another does not: the application's own counts.
    ['/posts/a??sort=old', { url: '/posts/a', lang: null }],
    ['/posts/a?x#&sort=old', { url: '/posts/a', lang: null }],
    ['/api/rankings?by=votes#&days=7', { url: '/api/rankings?by=votes', lang: null }],
    ['/posts/a?x[0]=1', { url: '/posts/a', lang: null }],
    ['/posts/a?sort=%F0%9F%98%80+%2B', { url: '/posts/a?sort=%F0%9F%98%80+%2B', lang: null }],
  ])('%s', (url, expected) => expect(keyOf(url)).toEqual(expected));

  test.each([
    ['another path', '/api/articles'],
    ['a longer path', '/api/posts/a/b'],
    ['a path that is escaped', '/api/posts/%61'],
    ['a path in another case', '/API/posts/a'],
    ['an unknown parameter that the route refuses', '/api/posts/a?utm_source=x'],
    ['a parameter that is there twice', '/api/rankings?by=votes&by=score'],
    ['two languages', '/posts/a?lang=fr&lang=en'],
    ['broken percent-encoding', '/posts/a?sort=%FF'],
    ['broken percent-encoding in what is ignored', '/posts/a?x=%'],
    ['broken percent-encoding behind a fragment', '/posts/a#%'],
    ['a NUL', '/posts/a?sort=%00'],
    ['a parameter without a value', '/posts/a?sort'],
    ['a structured parameter', '/posts/a?lang[0]=fr'],
    ['an escaped structured parameter', '/posts/a?lang%5B0%5D=fr'],
    ['a page by cursor', '/posts/a?cursor=x'],
    ['a very long address', `/posts/a?sort=${'y'.repeat(1_000)}`],
    ['a very long language', `/posts/a?lang=${'y'.repeat(1_000)}`],
  ])('none for %s', (_what, url) => expect(keyOf(url)).toBeNull());
});

test.each([
  [{ url: '/posts/a', lang: null }, '/posts/a'],
  [{ url: '/posts/a', lang: 'fr' }, '/posts/a?lang=fr'],
  [{ url: '/posts/a?sort=old', lang: 'a&b' }, '/posts/a?sort=old&lang=a%26b'],
])('canonical address of %j', (key, expected) => {
  expect(canonicalUrl(key)).toBe(expected);
  expect(keyOf(canonicalUrl(key))).toEqual(key);
});
