import { config } from './config';

const validate = (external: unknown) => () =>
  config.validator({ ...config.default(), comments: { external } });
const http = { kind: 'http', url: 'https://check.example.com/', secret: 'x'.repeat(16) };
const akismet = { kind: 'akismet', key: 'a1b2', site: 'https://example.com' };

test('no service outside is asked unless one is configured', () => {
  expect(config.default().comments.external).toMatchObject({
    kind: 'none',
    timeoutMs: 3_000,
    endpoint: 'https://rest.akismet.com/1.1',
  });
});

test.each<[string, unknown]>([
  ['nothing', {}],
  ['http', http],
  ['akismet', akismet],
  ['a service within the house', { ...http, url: 'http://check:8080/' }],
])('takes %s', (_what, external) => {
  expect(validate(external)).not.toThrow();
});

test.each<[string, unknown, RegExp]>([
  ['an unknown kind', { kind: 'magic' }, /external\.kind/],
  ['http without an address', { ...http, url: '' }, /external\.url/],
  ['http to a file', { ...http, url: 'file:///etc/passwd' }, /external\.url/],
  ['a short secret', { ...http, secret: 'short' }, /at least 16[^]*external\.secret/],
  ['akismet without a key', { ...akismet, key: '' }, /external\.key/],
  ['akismet without a site', { ...akismet, site: '' }, /external\.site/],
  ['a site without a scheme', { ...akismet, site: 'example.com' }, /external\.site/],
  ['no time to answer', { ...http, timeoutMs: 99 }, /external\.timeoutMs/],
  ['too much time', { ...http, timeoutMs: 15_001 }, /external\.timeoutMs/],
  ['what it does not know', { ...http, retries: 3 }, /external/],
])('refuses %s and names it', (_what, external, named) => {
  expect(validate(external)).toThrow(named);
});

test('what one network may send is bounded where nothing is set', () => {
  const { comments, ratings } = config.default();
  expect(ratings.votesPerNetwork).toBe(20);
  expect(comments).toMatchObject({
    perNetwork: { minute: 10, hour: 60 },
    hideAfterReports: 3,
    reports: { accountWeight: 2, perNetwork: 30 },
  });
});

test.each<[string, object, RegExp | null]>([
  ['no bounds', { perNetwork: { minute: 0, hour: 0 }, reports: { perNetwork: 0 } }, null],
  ['fewer than none', { perNetwork: { minute: -1 } }, /perNetwork\.minute/],
  ['a number in words', { perNetwork: { hour: '60' } }, /perNetwork\.hour/],
  ['accounts that weigh nothing', { reports: { accountWeight: 0 } }, /reports\.accountWeight/],
])('%s', (_what, comments, named) => {
  const check = () => config.validator({ ...config.default(), comments });
  if (named === null) expect(check).not.toThrow();
  else expect(check).toThrow(named);
});

test('names every fault at once', () => {
  expect(validate({ kind: 'http' })).toThrow(/external\.url[^]*external\.secret/);
});

test.each<[string, unknown, RegExp | null]>([
  ['the shipped page', {}, null],
  ['a page with the document in its query', { path: '/draft?id=:documentId' }, null],
  ['a page without the document', { path: '/preview' }, /preview\.path/],
  ['a page that is no path', { path: 'preview/:documentId' }, /preview\.path/],
  ['a link that never lives', { minutes: 0 }, /preview\.minutes/],
  ['a link for over a week', { minutes: 10_081 }, /preview\.minutes/],
])('as a preview, %s', (_what, preview, refusal) => {
  const check = () => config.validator({ ...config.default(), preview });
  if (refusal === null) expect(check).not.toThrow();
  else expect(check).toThrow(refusal);
});
