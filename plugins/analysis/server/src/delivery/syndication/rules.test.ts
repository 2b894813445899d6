import { escapeXml, feedWord, slugIn, stableId, xmlSafe } from './rules';

test('what XML cannot hold is left out, and nothing else', () => {
  expect(xmlSafe('a\u0000\u0008\u000b\u001f\ufffe\uffff\ud800b')).toBe('ab');
  const kept = '\t\n\r é 中 \u{1f600} \u0085 ]]> <&>';
  expect(xmlSafe(kept)).toBe(kept);
  expect(escapeXml(`<a b="c">'&\u0001`)).toBe('&lt;a b=&quot;c&quot;&gt;&apos;&amp;');
});

test('an id is a UUID of version 8, the same for the same document', () => {
  expect(stableId('abc')).toMatch(
    /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
  );
  expect(stableId('abc')).toBe(stableId('abc'));
  expect(stableId('abc')).not.toBe(stableId('abd'));
});

const SITE = 'https://news.example.com/posts/:slug';
test.each([
  ['https://news.example.com/posts/a-b', SITE, 'a-b'],
  ['http://news.example.com/posts/a-b/', SITE, 'a-b'],
  ['https://NEWS.example.com/posts/a-b?lang=fr#c', SITE, 'a-b'],
  ['https://news.example.com/a-b.html', 'https://news.example.com/:slug.html', 'a-b'],
  ['https://news.example.com/fr/a-b/read', 'https://news.example.com/fr/:slug/read/', 'a-b'],
  ['https://news.example.com/posts/', SITE, null],
  ['https://news.example.com/posts/a/b', SITE, null],
  ['https://news.example.com:8443/posts/a', SITE, null],
  ['https://other.example.com/posts/a', SITE, null],
  ['ftp://news.example.com/posts/a', SITE, null],
])('%s under %s names %s', (address, pattern, expected) => {
  expect(slugIn(new URL(address), pattern)).toBe(expected);
});

test.each([
  ['en', 'Comments on “T {name} $&”'],
  ['fr-CA', 'Commentaires sur « T {name} $& »'],
  ['de', 'Comments on “T {name} $&”'],
  [null, 'Comments on “T {name} $&”'],
])('a feed in %s is titled', (language, expected) => {
  expect(feedWord(language, 'comments', { title: 'T {name} $&' })).toBe(expected);
});
