import { canonicalLanguage, checkWebUrl } from './values';

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
