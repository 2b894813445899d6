import { canonicalUrl, sourceHash } from './rules';

describe('canonicalUrl', () => {
  test.each([
    ['host in lower case', 'https://EXAMPLE.com/A', 'https://example.com/A'],
    ['fragment', 'https://example.com/a#top', 'https://example.com/a'],
    [
      'tracking parameters',
      'https://example.com/a?utm_source=x&id=7&fbclid=y',
      'https://example.com/a?id=7',
    ],
    ['order of parameters', 'https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2'],
    ['default port', 'https://example.com:443/a', 'https://example.com/a'],
    ['trailing slash', 'https://example.com/a/', 'https://example.com/a'],
    ['dot segments', 'https://example.com/b/../a', 'https://example.com/a'],
    ['www stays', 'https://www.example.com/a', 'https://www.example.com/a'],
    ['a path in capitals stays', 'https://example.com/A/B', 'https://example.com/A/B'],
  ])('%s', (_what, link, expected) => {
    expect(canonicalUrl(link)).toBe(expected);
  });
});

describe('sourceHash', () => {
  test('is the same for two links to one story', () => {
    expect(sourceHash({ url: 'https://Example.com/a?utm_medium=mail' })).toBe(
      sourceHash({ url: 'https://example.com/a#x' })
    );
  });

  test('does not depend on case or composition of a title, but on its language', () => {
    const key = sourceHash({ title: 'Caf\u00e9 News', language: 'en' });
    expect(sourceHash({ title: ' cafe\u0301 NEWS ', language: 'en' })).toBe(key);
    expect(sourceHash({ title: 'Caf\u00e9 News', language: 'fr' })).not.toBe(key);
  });
});
