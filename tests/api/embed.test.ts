import { get, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { sharedApp, type TestApp } from '../helpers/app';
import { setPublicPermission } from '../helpers/factories';
import { version } from '../../plugins/analysis/package.json';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const PATH = '/api/analysis/embed.js';

const ask = (encoding = 'identity', path = PATH) =>
  app
    .http()
    .get(path)
    .set('Accept-Encoding', encoding)
    .set('Origin', 'https://blog.example.com')
    .buffer(true);

test('the script of the elements goes to pages of any origin', async () => {
  const { headers, text } = await ask().expect(200);
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': 'https://blog.example.com',
    etag: expect.stringMatching(/^"[\w-]{27}-identity"$/),
  });
  expect(headers.vary).toMatch(/Accept-Encoding/);
  expect(headers['set-cookie']).toBeUndefined();
  expect(text).toContain('analysis-comments');
  await app
    .http()
    .head(PATH)
    .expect(200)
    .expect('content-type', /javascript/);
});

/** The bytes as they come over the wire. */
async function raw(encoding: string): Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }> {
  const origin = await app.listen();
  return new Promise((resolve, reject) => {
    get(`${origin}${PATH}`, { headers: { 'Accept-Encoding': encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, bytes: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}

test.each([
  ['br', 'br', brotliDecompressSync],
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['gzip, br;q=0', 'gzip', gunzipSync],
])('a browser that takes %s gets %s, of less than 25 KB', async (accepted, given, open) => {
  const { headers, bytes } = await raw(accepted);
  expect(headers).toMatchObject({
    'content-encoding': given,
    'content-length': String(bytes.length),
    etag: expect.stringMatching(new RegExp(`-${given}"$`)),
  });
  expect(bytes.length).toBeLessThan(25_000);
  expect(open(bytes).toString()).toBe((await ask()).text);
});

test('who holds it already is told so', async () => {
  const { headers } = await ask('gzip').expect(200);
  const again = await ask('gzip')
    .set('If-None-Match', headers.etag as string)
    .expect(304);
  expect(again.headers.etag).toBe(headers.etag);
  await ask('br')
    .set('If-None-Match', headers.etag as string)
    .expect(200);
});

test('with this version’s number it may be kept for good, with another it may not', async () => {
  await ask('br', `${PATH}?v=${version}`)
    .expect(200)
    .expect('cache-control', 'public, max-age=31536000, immutable');
  await ask('br', `${PATH}?v=0.0.0`)
    .expect(200)
    .expect('cache-control', /max-age=3600/);
  const { body } = await app.http().get(`${PATH}?w=1`).expect(400);
  expect(body.error.details.errors).toMatchObject([{ path: ['w'], code: 'unknown_field' }]);
});

test('an administrator may take it from the public', async () => {
  await setPublicPermission(app, 'plugin::analysis.embed.find', false);
  await app.http().get(PATH).expect(403);
  await setPublicPermission(app, 'plugin::analysis.embed.find', true);
  await app.http().get(PATH).expect(200);
});
