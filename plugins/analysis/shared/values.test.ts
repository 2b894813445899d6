import { canonicalLanguage, checkWebUrl, parseIsoDate, webHref } from './values';

describe('checkWebUrl', () => {
  test.each([
    // what                         value                                verdict
    ['a plain address', 'https://example.com/a', 'ok'],
    ['http', 'http://example.com', 'ok'],
    ['a public IPv4 address', 'https://93.184.216.34/', 'ok'],
    ['a public IPv6 address', 'https://[2606:2800:220:1::1]/', 'ok'],
    ['a host that begins like a private one', 'https://local.example.com/', 'ok'],
    ['a relative path', '/a', 'invalid_url'],
    ['a bare word', 'Link', 'invalid_url'],
    ['a script', 'javascript:alert(1)', 'invalid_url'],
    ['a data address', 'data:text/html,x', 'invalid_url'],
    ['credentials', 'https://me:secret@example.com/', 'invalid_url'],
    ['a scheme without slashes', 'https:news.example', 'invalid_url'],
    ['a scheme with one slash', 'https:/news.example/a', 'invalid_url'],
    ['a scheme with three slashes', 'https:///news.example/a', 'invalid_url'],
    ['backslashes for slashes', 'http:\\\\news.example\\a', 'invalid_url'],
    ['a backslash before the path', 'https://news.example\\@other.example/', 'invalid_url'],
    ['a backslash in the query', 'https://news.example/?a=\\', 'ok'],
    ['a blank in the path', 'https://news.example/a b', 'invalid_url'],
    ['a blank in the host', 'https://news .example/', 'invalid_url'],
    ['a tab, which the parser drops', 'https://news.example/a\tb', 'invalid_url'],
    ['a line feed, which the parser drops', 'https://news.exa\nmple/', 'invalid_url'],
    ['a no-break space', 'https://news.example/a\u00a0b', 'invalid_url'],
    ['a zero width space', 'https://news.example/a\u200bb', 'invalid_url'],
    ['a soft hyphen in the host', 'https://ne\u00adws.example/', 'invalid_url'],
    ['a word joiner', 'https://news.example/\u2060', 'invalid_url'],
    ['a blank letter', 'https://news.example/\u3164', 'invalid_url'],
    ['a direction mark', 'https://news.example/\u202e', 'invalid_url'],
    ['NUL', 'https://news.example/\0', 'invalid_url'],
    ['an escaped blank', 'https://news.example/a%20b', 'ok'],
    ['a host in its own letters', 'https://bücher.example/größe', 'ok'],
    ['a scheme in capitals', 'HTTPS://news.example', 'ok'],
    ['no host', 'https://', 'invalid_url'],
    ['a query at once', 'https://?a', 'invalid_url'],
    ['a host and a query', 'https://news.example?a=1', 'ok'],
    ['a host and a fragment', 'https://news.example#a', 'ok'],
    ['localhost', 'http://localhost:1337/', 'private_url'],
    ['localhost with a trailing dot', 'http://localhost./', 'private_url'],
    ['a name under localhost', 'http://a.localhost/', 'private_url'],
    ['a name without a dot', 'http://intranet/', 'private_url'],
    ['an internal name', 'http://db.internal/', 'private_url'],
    ['loopback', 'http://127.0.0.1/', 'private_url'],
    ['loopback as one number', 'http://2130706433/', 'private_url'],
    ['loopback in hexadecimal', 'http://0x7f.1/', 'private_url'],
    ['a private network', 'http://10.1.2.3/', 'private_url'],
    ['the address of cloud metadata', 'http://169.254.169.254/', 'private_url'],
    ['IPv6 loopback', 'http://[::1]/', 'private_url'],
    ['IPv4 inside IPv6', 'http://[::ffff:127.0.0.1]/', 'private_url'],
    ['a unique local IPv6 address', 'http://[fd00::1]/', 'private_url'],
    ['the unspecified address', 'http://0.0.0.0/', 'private_url'],
  ])('%s', (_what, value, verdict) => {
    const result = checkWebUrl(value);
    expect(result.ok ? 'ok' : result.code).toBe(verdict);
  });
});

test.each([
  ['https://news.example', 'https://news.example/'],
  ['https:news.example', 'https://news.example/'],
  ['http:\\\\news.example', 'http://news.example/'],
  ['javascript:alert(1)', null],
  ['/a', null],
  ['https://', null],
  [null, null],
])('%s, stored long ago, is shown as %s', (stored, href) => {
  expect(webHref(stored)).toBe(href);
});

describe('parseIsoDate', () => {
  test.each([
    ['2026-02-28', '2026-02-28T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000Z'],
    ['0096-02-29T00:00:00Z', '0096-02-29T00:00:00.000Z'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31T23:59:59.999Z'],
    ['2026-03-01T00:30:00.123456+05:30', '2026-02-28T19:00:00.123Z'],
    ['2026-03-01T00:30:00-0330', '2026-03-01T04:00:00.000Z'],
    ['2026-03-01T24:00:00Z', '2026-03-02T00:00:00.000Z'],
    ['2026-02-29', null],
    ['1900-02-29', null],
    ['2026-02-30', null],
    ['2026-02-30T10:00:00Z', null],
    ['2026-04-31', null],
    ['2026-04-31T00:00:00+02:00', null],
    ['2026-06-31', null],
    ['2026-09-31', null],
    ['2026-11-31', null],
    ['2026-01-32', null],
    ['2026-01-00', null],
    ['2026-00-10', null],
    ['2026-13-01', null],
    ['2026-01-01T24:01:00Z', null],
    ['2026-01-01T24:00:01Z', null],
    ['2026-01-01T24:00:00.001Z', null],
    ['2026-01-01T25:00:00Z', null],
    ['2026-01-01T10:60:00Z', null],
    ['2026-01-01T10:00:60Z', null],
    ['2026-01-01T10:00:00+24:00', null],
    ['2026-01-01T10:00:00+25:00', null],
    ['2026-01-01T10:00:00+01:60', null],
    ['2026-01-01T10:00:00-99:99', null],
    ['2026-01-01T10:00:00+1', null],
    ['2026-01-01 10:00:00Z', null],
    ['2026-1-1', null],
    ['20260101', null],
    ['+002026-01-01', null],
    ['', null],
  ])('%s is %s', (value, iso) => {
    expect(parseIsoDate(value)?.toISOString() ?? null).toBe(iso);
  });
});

describe('canonicalLanguage', () => {
  test.each([
    ['en', 'en'],
    ['FR', 'fr'],
    ['fr-ca', 'fr-CA'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['iw', 'he'],
    ['english', 'english'],
    ['e', null],
    ['en_US', null],
    ['', null],
    ['xx-yy-zz-nono1234567890', null],
  ])('%s becomes %s', (value, canonical) => {
    expect(canonicalLanguage(value)).toBe(canonical);
  });
});
