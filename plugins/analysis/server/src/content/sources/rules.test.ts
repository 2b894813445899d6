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
    ['a home page', 'https://example.com/', 'https://example.com'],
    ['a query of a home page', 'https://example.com?b=1', 'https://example.com/?b=1'],
    ['a hash route', 'https://example.com/#/story/1', 'https://example.com/#/story/1'],
    [
      'a hash route below a path',
      'https://example.com/app/#!story/1',
      'https://example.com/app#!story/1',
    ],
    ['a hash route to nowhere', 'https://example.com/a#/', 'https://example.com/a'],
    [
      'what tracks in a hash route',
      'https://example.com/#/1?utm_source=x&b=1',
      'https://example.com/#/1?b=1',
    ],
    ['a text fragment', 'https://example.com/a#:~:text=b', 'https://example.com/a'],
    [
      'escapes that are not needed',
      'https://example.com/%7Ea?%62=%c3%a9',
      'https://example.com/~a?b=%C3%A9',
    ],
    ['letters and their escapes', 'https://example.com/é', 'https://example.com/%C3%A9'],
    ['blanks in a query', 'https://example.com/a?q=b+c', 'https://example.com/a?q=b%20c'],
    ['an empty value', 'https://example.com/a?b=&&c', 'https://example.com/a?b&c'],
    [
      'parameters of one name keep their order',
      'https://example.com/?b=2&a=1&b=1',
      'https://example.com/?a=1&b=2&b=1',
    ],
    ['tracking in capitals', 'https://example.com/a?UTM_Source=x&GCLID=y', 'https://example.com/a'],
    [
      'names that only begin like one',
      'https://example.com/?gclide=1&fbclid2=2',
      'https://example.com/?fbclid2=2&gclide=1',
    ],
    [
      'shared from a newspaper that marks it',
      'https://www.nytimes.com/a?smid=tw',
      'https://www.nytimes.com/a',
    ],
    [
      'the same name elsewhere',
      'https://notnytimes.com/a?smid=1',
      'https://notnytimes.com/a?smid=1',
    ],
  ])('%s', (_what, link, expected) => {
    expect(canonicalUrl(link)).toBe(expected);
  });
});

describe('two stories have two keys', () => {
  test.each([
    ...[
      'ref',
      'ref_src',
      'cmp',
      'cmpid',
      'ito',
      'ncid',
      'ocid',
      'smid',
      'spm',
      'at_id',
      'at_custom1',
    ],
    ...['pk_story', 'mtm_id', 'id', 'p', 's', 'cid', 'source', 'page', 'article', 'campaign'],
  ])('a parameter that may name one: %s', (name) => {
    expect(sourceHash({ url: `https://example.com/read?${name}=1001` })).not.toBe(
      sourceHash({ url: `https://example.com/read?${name}=1002` })
    );
  });

  test.each([
    ['hash routes', 'https://example.com/#/story/1', 'https://example.com/#/story/2'],
    ['hashbangs', 'https://example.com/a#!1', 'https://example.com/a#!2'],
    ['queries of hash routes', 'https://example.com/#/s?id=1', 'https://example.com/#/s?id=2'],
    ['an escaped separator', 'https://example.com/?a=1%26b=2', 'https://example.com/?a=1&b=2'],
    ['an escaped plus', 'https://example.com/?q=c%2B', 'https://example.com/?q=c+'],
    ['an escaped slash', 'https://example.com/a%2Fb', 'https://example.com/a/b'],
    ['an escaped escape', 'https://example.com/a%252Fb', 'https://example.com/a%2Fb'],
    ['letters of an old encoding', 'https://example.com/?q=%E8', 'https://example.com/?q=%E9'],
    ['the order of values', 'https://example.com/?a=1&a=2', 'https://example.com/?a=2&a=1'],
  ])('%s', (_what, one, other) => {
    expect(sourceHash({ url: one })).not.toBe(sourceHash({ url: other }));
  });
});

test.each([
  'https:news.example/a',
  'HTTPS://Bücher.example:443/ß/?b=ü&a=%zz&utm_id=3#x',
  'https://example.com/a b?c d',
  'https://example.com/#/ß/%7e?a=+',
])('the key of %s is that of its URL.href, and stays what it is', (link) => {
  const key = canonicalUrl(link);
  expect(canonicalUrl(new URL(link).href)).toBe(key);
  expect(canonicalUrl(key)).toBe(key);
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
