import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sharedApp, type TestApp } from '../helpers/app';
import { ROOT } from '../helpers/database';
import { apiToken, ARTICLE, documents } from '../helpers/factories';
import { BODY, page, type Stored, putPage } from '../helpers/pages';

let app: TestApp;
let token: string;
let folder: string;
beforeAll(async () => {
  app = await sharedApp();
  token = await apiToken(app, ['plugin::analysis.ingest.put', 'plugin::analysis.ingest.batch']);
  folder = mkdtempSync(path.join(tmpdir(), 'analysis-ingest-'));
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.stop();
});

const put = (text: string | Buffer, type?: string) => putPage(app, token, text, type);
describe('encodings', () => {
  const TITLE = 'The mayor’s “pier” – café €5';
  const WINDOWS: Record<string, number> = {
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '–': 0x96,
    '€': 0x80,
    é: 0xe9,
  };
  const windows1252 = (text: string) =>
    Buffer.from([...text].map((each) => WINDOWS[each] ?? each.charCodeAt(0)));
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

  test.each([
    ['windows-1252', windows1252, 'text/plain; charset=windows-1252'],
    ['latin1', windows1252, 'text/plain;charset="ISO-8859-1"'],
    ['UTF-16 with a byte order mark', utf16, 'text/plain; charset=utf-16'],
    [
      'UTF-16, big end first',
      (text: string) => utf16(text).swap16(),
      'text/plain; charset=utf-16be',
    ],
    [
      'UTF-8 with a byte order mark',
      (text: string) => Buffer.from(`\ufeff${text}`),
      'text/plain; charset=UTF-8',
    ],
    ['no charset', (text: string) => Buffer.from(text), 'text/plain'],
  ])('a page in %s is decoded as declared', async (_what, encode, type) => {
    const { body } = await put(encode(page({ title: TITLE })), type).expect(201);
    expect(body.data.title).toBe(TITLE);
  });

  test.each([
    [
      'windows-1252 as UTF-8',
      windows1252(page({ title: TITLE })),
      'text/plain; charset=utf-8',
      400,
    ],
    ['windows-1252 as nothing', windows1252(page({ title: TITLE })), 'text/plain', 400],
    ['UTF-16 as nothing', utf16(page({ title: TITLE })), 'text/plain', 400],
    [
      'what is not Shift_JIS',
      Buffer.from([0x80, 0xff, 0xfd]),
      'text/plain; charset=shift_jis',
      400,
    ],
    ['an unknown charset', Buffer.from(page()), 'text/plain; charset=nonsense', 415],
    ['UTF-7', Buffer.from(page()), 'text/plain; charset=utf-7', 415],
    [
      'JSON in another charset',
      Buffer.from('{"data":{}}'),
      'application/json; charset=windows-1252',
      415,
    ],
    ['too much', Buffer.alloc(1_100_000, 0x61), 'text/plain; charset=windows-1252', 413],
  ])('%s is refused', async (_what, bytes, type, status) => {
    await put(bytes, type).expect(status);
  });

  test('bytes that are not UTF-8 are refused in JSON, and in one line of many', async () => {
    const post = JSON.stringify({ title: 'The café', body: BODY });
    const wrong = (text: string) => Buffer.from(text, 'latin1');
    const { body } = await put(wrong(`{"data":${post}}`), 'application/json')
      .serialize((bytes: unknown) => bytes as string)
      .expect(400);
    expect(body.error.details.errors).toEqual([
      expect.objectContaining({ path: ['title'], code: 'ill_formed' }),
    ]);
    const answer = await app
      .http()
      .post('/api/analysis/posts/batch')
      .set('Authorization', `Bearer ${token}`)
      .set('Content-Type', 'application/x-ndjson')
      .send(Buffer.concat([wrong(post), Buffer.from(`\n${post}\n`)]) as never)
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => done(null, text));
      });
    const lines = String(answer.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { ok: boolean });
    expect(lines).toMatchObject([{ ok: false, error: { status: 400 } }, { ok: true }]);
  });
});

test('the command reads UTF-8, and another encoding that it is told', async () => {
  const run = (...args: string[]): Promise<{ status: number; stdout: string }> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        [path.join(ROOT, 'scripts/ingest.mjs'), ...args],
        { env: { ...process.env } },
        (error, stdout) => resolve({ status: error === null ? 0 : Number(error.code), stdout })
      );
    });
  const file = path.join(folder, 'cafe.txt');
  writeFileSync(file, Buffer.from(page({ title: 'Un café au port' }), 'latin1'));
  const refused = await run(file);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toMatch(/cafe\.txt.*--charset/);
  const { status, stdout } = await run('--charset', 'windows-1252', file);
  expect(stdout).toContain('1 created');
  expect(status).toBe(0);
  const [made] = (await documents(app, ARTICLE).findMany({
    filters: { title: 'Un café au port' } as never,
  })) as unknown as Stored[];
  expect(made?.body).toBe(BODY);
}, 300_000);
