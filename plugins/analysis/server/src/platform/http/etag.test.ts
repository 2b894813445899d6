import { matchesEtag } from './etag';

test.each([
  // header              tag       held
  ['W/"a"', 'W/"a"', true],
  ['"a"', 'W/"a"', true],
  ['w/"a"', 'W/"a"', true],
  ['"b", W/"a"', 'W/"a"', true],
  ['"b",W/"a" , "c"', 'W/"a"', true],
  ['*', 'W/"a"', true],
  [' * ', 'W/"a"', true],
  ['"a-gzip"', 'W/"a"', true],
  ['W/"a-gzip"', 'W/"a"', true],
  ['"b-gzip", "a-gzip"', 'W/"a"', true],
  ['"a-br"', 'W/"a"', true],
  ['"a--gzip"', 'W/"a"', true],
  ['"a"-gzip', 'W/"a"', true],
  ['"a-br"', '"a-br"', true],
  ['"a-br-gzip"', '"a-br"', true],
  ['"a-gzip"', '"a-br"', false],
  ['"a-identity"', '"a-identity"', true],
  ['"b"', 'W/"a"', false],
  ['"b-gzip"', 'W/"a"', false],
  ['"a-gzipped"', 'W/"a"', false],
  ['"agzip"', 'W/"a"', false],
  ['"-gzip"', 'W/"a"', false],
  ['a', 'W/"a"', false],
  ['"*"', 'W/"a"', false],
  ['', 'W/"a"', false],
  [undefined, 'W/"a"', false],
])('If-None-Match %s against %s: %s', (header, etag, held) =>
  expect(matchesEtag(header, etag)).toBe(held)
);
