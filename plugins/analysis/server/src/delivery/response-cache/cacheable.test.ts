import { isCacheable, withVary } from './cacheable';

describe('what may be cached', () => {
  const headers = {
    'cache-control': 'public, max-age=60',
    etag: 'W/"x"',
    'cache-tag': 'list',
    vary: 'Origin, Accept-Language',
  };
  test.each([
    ['a public response', 200, headers, true, true],
    ['one in no language', 200, { ...headers, vary: 'Origin' }, false, true],
    ['one that varies by language, but says not how', 200, headers, false, false],
    ['a redirect', 301, headers, true, false],
    ['an error', 404, headers, true, false],
    ['a response for one person', 200, { ...headers, 'cache-control': 'private' }, true, false],
    ['one not to be stored', 200, { ...headers, 'cache-control': 'public, no-store' }, true, false],
    ['one with a cookie', 200, { ...headers, 'set-cookie': ['a=b'] }, true, false],
    ['one without a tag of its bytes', 200, { ...headers, etag: undefined }, true, false],
    ['one that nothing would drop', 200, { ...headers, 'cache-tag': undefined }, true, false],
    [
      'one that varies by cookie',
      200,
      { ...headers, vary: 'Accept-Language, Cookie' },
      true,
      false,
    ],
    ['one that varies by anything', 200, { ...headers, vary: 'Accept-Language, *' }, true, false],
  ])('%s', (_what, status, given, hasVaryBy, expected) =>
    expect(isCacheable(status, given, hasVaryBy)).toBe(expected)
  );
});

test.each([
  ['', 'Accept-Encoding'],
  ['Origin', 'Origin, Accept-Encoding'],
  ['Origin,accept-encoding', 'Origin, accept-encoding'],
])('vary %s', (vary, expected) => expect(withVary(vary, 'Accept-Encoding')).toBe(expected));
