import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { startApp, type OwnApp } from '../helpers/app';
import { adminToken, apiToken, createArticle } from '../helpers/factories';
import { until } from '../helpers/outside';

let app: OwnApp;
let url: string;
/** What was in the temporary folder before. */
let before: string[];
/** The `Authorization` of one who may upload. */
let editor: string;

beforeAll(async () => {
  app = await startApp();
  url = await app.listen();
  before = readdirSync(tmpdir());
  const actions = ['create', 'update'].map((name) => ({ action: `plugin::upload.assets.${name}` }));
  editor = `Bearer ${await adminToken(app, actions)}`;
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

/** Files that stand in the temporary folder since, jest's and node's own left out. */
const leftFiles = (): string[] =>
  readdirSync(tmpdir()).filter(
    (name) => !before.includes(name) && /^(?:[a-z0-9]{25}|analysis-upload-)/.test(name)
  );

const FILE = Buffer.alloc(3_000_000, 'x');
const multipart = (name: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--cut\r\nContent-Disposition: form-data; name="${name}"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n`
    ),
    content,
    Buffer.from('\r\n--cut--\r\n'),
  ]);

interface Answer {
  status: number;
  text: string;
}

function* piecesOf(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += 65_536) yield body.subarray(at, at + 65_536);
}

/**
 * Sends a body piece by piece and stops at the answer.
 * @param breaksOff the connection ends once this is so, instead of the body
 */
const send = (
  path: string,
  headers: Record<string, string>,
  body: Buffer,
  breaksOff?: () => boolean
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let answered = false;
    const pieces = Readable.from(piecesOf(body));
    const req = request(`${url}${path}`, { method: 'POST', headers }, (res) => {
      answered = true;
      pieces.unpipe(req);
      req.end();
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () =>
        resolve({ status: res.statusCode ?? 0, text: String(Buffer.concat(chunks)) })
      );
      res.on('error', reject);
    });
    req.on('error', (error) => (answered ? undefined : reject(error)));
    pieces.pipe(req, { end: breaksOff === undefined });
    if (breaksOff) until(breaksOff).then(() => req.destroy(), reject);
  });

const MULTIPART = { 'Content-Type': 'multipart/form-data; boundary=cut' };

describe('a file', () => {
  test.each([
    ['/', 415],
    ['/posts/a/comments', 415],
    ['/nothing/here', 415],
    ['/api/analysis/articles', 415],
    ['/api/analysis/posts', 415],
    ['/api/auth/local', 415],
    ['/graphql', 415],
    ['/graphql?query=x', 415],
    ['/admin/login', 415],
    ['/content-manager/collection-types/plugin::analysis.article', 415],
    ['/upload-of-mine', 415],
    ['/api/upload', 403],
    ['/upload', 401],
    ['/upload/files', 401],
    ['/upload?id=1', 401],
  ])('of a stranger at %s is refused with %i, and nothing of it stored', async (path, status) => {
    const answer = await send(path, MULTIPART, multipart('files', FILE));
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ data: null, error: { status } });
    expect(leftFiles()).toEqual([]);
  });

  test('of an administrator is taken, and nothing of it is left behind', async () => {
    const headers = { ...MULTIPART, Authorization: editor };
    const answer = await send('/upload', headers, multipart('files', Buffer.from('a text')));
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.text)).toMatchObject([{ name: 'a.txt', mime: 'text/plain' }]);
    // Under another name than the one that is expected, none is cleared away by Strapi.
    const other = await send('/upload', headers, multipart('others', FILE));
    expect(other.status).toBe(400);
    expect(leftFiles()).toEqual([]);
  });

  test('of an administrator who may not upload is refused, and nothing of it stored', async () => {
    const headers = { ...MULTIPART, Authorization: `Bearer ${await adminToken(app, [])}` };
    const answer = await send('/upload', headers, multipart('files', FILE));
    expect(answer.status).toBe(403);
    expect(leftFiles()).toEqual([]);
  });

  test('that breaks off is gone too', async () => {
    const headers = { ...MULTIPART, Authorization: editor };
    const part = multipart('files', FILE).subarray(0, 2_000_000);
    await expect(send('/upload', headers, part, () => leftFiles().length > 0)).rejects.toThrow(
      'socket hang up'
    );
    await until(() => leftFiles().length === 0);
  });

  test.each([
    ['without a boundary', { 'Content-Type': 'multipart/form-data' }, 'x'],
    ['with no part in it', MULTIPART, 'nothing of the kind'],
    [
      'with a part that never ends',
      MULTIPART,
      '--cut\r\nContent-Disposition: form-data; name="a"\r\n\r\nfoo\r\n--cuX',
    ],
  ])('%s is refused with 400', async (_what, headers, body) => {
    const answer = await send('/upload', { ...headers, Authorization: editor }, Buffer.from(body));
    expect(answer.status).toBe(400);
    expect(leftFiles()).toEqual([]);
  });
});

const JSON_TYPE = { 'Content-Type': 'application/json' };
const PLAIN = Buffer.from('{"data":{}}');

test.each([
  ['gzip that is none', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, PLAIN],
  ['deflate that is none', { ...JSON_TYPE, 'Content-Encoding': 'deflate' }, PLAIN],
  ['br that is none', { ...JSON_TYPE, 'Content-Encoding': 'br' }, PLAIN],
  ['half of a gzip', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }, gzipSync(PLAIN).subarray(0, 15)],
  ['an encoding that nobody knows', { ...JSON_TYPE, 'Content-Encoding': 'wrong' }, PLAIN],
  ['JSON that breaks off', JSON_TYPE, Buffer.from('{"data":')],
  ['JSON that is no object', JSON_TYPE, Buffer.from('1')],
  ['JSON that would change prototypes', JSON_TYPE, Buffer.from('{"__proto__":{"a":1}}')],
])('%s is refused with 400, wherever it is sent', async (_what, headers, body) => {
  const { documentId, slug } = await createArticle(app);
  const paths = [
    `/api/analysis/articles/${documentId}/comments`,
    '/api/analysis/posts/batch',
    `/posts/${slug}/comments`,
    '/api/auth/local',
    '/admin/login',
    '/graphql',
    '/graphql?x=1',
  ].filter((path) => path !== '/api/analysis/posts/batch' || 'Content-Encoding' in headers);
  for (const path of paths) {
    const { status, text } = await send(path, headers, body);
    expect([path, status === 403 ? 400 : status]).toEqual([path, 400]);
    if (status === 400) expect(JSON.parse(text).error.message).toMatch(/cannot be read|JSON/);
  }
});

test('a body that is well compressed is read', async () => {
  const { documentId } = await createArticle(app);
  const body = gzipSync(
    JSON.stringify({
      data: { content: 'Well.', author: { name: 'Ana', email: 'ana@example.com' } },
    })
  );
  const headers = { ...JSON_TYPE, 'Content-Encoding': 'gzip' };
  const { status } = await send(`/api/analysis/articles/${documentId}/comments`, headers, body);
  expect(status).toBe(201);
});

test('a compressed body that grows beyond the limit is refused with 413', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
  const headers = { ...JSON_TYPE, 'Content-Encoding': 'gzip' };
  for (const path of ['/api/auth/local', '/graphql']) {
    expect((await send(path, headers, bomb)).status).toBe(413);
  }
});

test('a compressed batch is refused with 415, as its lines are read as they come', async () => {
  const token = await apiToken(app, 'full-access');
  const headers = { 'Content-Type': 'application/x-ndjson', Authorization: `Bearer ${token}` };
  const line = Buffer.from('{"x":1}\n');
  const compressed = { ...headers, 'Content-Encoding': 'gzip' };
  expect((await send('/api/analysis/posts/batch', compressed, gzipSync(line))).status).toBe(415);
  expect((await send('/api/analysis/posts/batch', headers, line)).status).toBe(200);
});

test.each([
  '/api/auth/local',
  '/api/auth/local/register',
  '/api/auth/forgot-password',
  '/api/auth/reset-password',
  '/api/auth/send-email-confirmation',
  '/admin/login',
  '/admin/register',
  '/admin/forgot-password',
  '/api/analysis/posts',
  '/graphql',
])('%s refuses no body, and one that nothing reads', async (path) => {
  const bodies = [undefined, ['application/xml', '<a/>'], ['application/octet-stream', 'a']];
  for (const [type, body] of bodies.map((each) => each ?? [])) {
    const { status } = await fetch(`${url}${path}`, {
      method: 'POST',
      ...(type ? { headers: { 'Content-Type': type }, body } : {}),
    });
    expect([type, status]).toEqual([type, expect.any(Number)]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  }
});

test('a file is taken after a restart in the same process, too', async () => {
  await app.restart();
  await app
    .http()
    .post('/upload')
    .set('Authorization', `Bearer ${await adminToken(app)}`)
    .attach('files', Buffer.from('a text'), 'a.txt')
    .expect(201);
});
