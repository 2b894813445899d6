import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp, type TestApp } from '../helpers/app';
import { ROOT } from '../helpers/database';
import { adminToken, apiToken, ARTICLE, documents } from '../helpers/factories';

let app: TestApp;
let token: string;
let admin: string;
let folder: string;
beforeAll(async () => {
  app = await startApp();
  token = await apiToken(app, ['plugin::analysis.ingest.put', 'plugin::analysis.ingest.batch']);
  admin = await adminToken(app);
  folder = mkdtempSync(path.join(tmpdir(), 'analysis-ingest-'));
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app.stop();
});

const PARAGRAPH =
  'The ferry company met the islanders on Monday and promised to keep the winter timetable. The pier will be mended by May, and the harbour master has found a second crane for it.';
const SUMMARY =
  'The ferry keeps its winter timetable while the pier of the island is being mended.';
const BODY = `${PARAGRAPH}\n\n${PARAGRAPH}`;

interface Parts {
  title?: string;
  summary?: string;
  link?: string;
  heads?: [string, string, string];
  body?: string;
  below?: string;
}

let sequence = 0;
/** A page of its own, with the parts that a test writes otherwise. */
function page({ title, summary, link, heads, body, below }: Parts = {}): string {
  sequence += 1;
  const [one, two, three] = heads ?? ['Summary:', 'Original Link:', 'Generated Article:'];
  const address = link ?? `https://news.example.com/ferry/${sequence}`;
  const article = body ?? BODY;
  return [
    title ?? `The ferry stays, take ${sequence}`,
    one,
    summary ?? SUMMARY,
    two,
    address,
    three,
    article,
    below ?? '',
  ].join('\n\n');
}

const put = (text: string | Buffer, type = 'text/plain; charset=utf-8') =>
  app
    .http()
    .put('/api/analysis/posts')
    .set('Authorization', `Bearer ${token}`)
    .set('Content-Type', type)
    .send(text as string);
const paste = (route: string, data: unknown, bearer = admin) =>
  app
    .http()
    .post(`/analysis/posts${route}`)
    .set('Authorization', `Bearer ${bearer}`)
    .send({ data } as object);

interface Stored {
  title: string;
  body: string;
  originalLink: string | null;
  summaries: { language: string; text: string }[];
}
const draft = async (documentId: string) =>
  (await documents(app, ARTICLE).findOne({ documentId })) as unknown as Stored;

interface Warned {
  code: string;
  path: string[];
  text?: string;
}
const left = (warnings: Warned[]) =>
  warnings
    .filter(({ code }) => !code.startsWith('language_') && code !== 'missing_for_publish')
    .map(({ code, text }) => [code, text]);

/** What each kind of page becomes; by the API and by the admin's box. */
const KINDS: [string, () => string, Partial<Stored>, unknown[][]][] = [
  [
    'an article with a section "Summary"',
    () => page({ body: `${BODY}\n\n## Summary\n\nIn short, it stays.` }),
    { body: `${BODY}\n\n## Summary\n\nIn short, it stays.` },
    [],
  ],
  [
    'bold headings',
    () => page({ heads: ['**Summary**', '**Original Link**', '**Generated Article**'] }),
    { body: BODY },
    [],
  ],
  [
    'headings with invisible characters',
    () =>
      page({ heads: ['\u200bSummary:', '\u2060Original\u200b Link:', '\ufeffGenerated Article:'] }),
    { body: BODY },
    [],
  ],
  [
    'a language by its name',
    () => page({ heads: ['Summary (inglês):', 'Original Link:', 'Article:'] }),
    { summaries: [{ language: 'en', text: SUMMARY }] },
    [],
  ],
  [
    'a language with an underscore',
    () => page({ heads: ['Summary (en_GB):', 'Original Link:', 'Article:'] }),
    { summaries: [{ language: 'en-GB', text: SUMMARY }] },
    [],
  ],
  [
    'a link with brackets',
    () => page({ link: 'https://wiki.example.com/Ferry_(boat)' }),
    { originalLink: 'https://wiki.example.com/Ferry_(boat)' },
    [],
  ],
  [
    'breaks in a table',
    () => page({ body: `${BODY}\n\n| A | B |\n| --- | --- |\n| x<br>y | z |` }),
    { body: `${BODY}\n\n| A | B |\n| --- | --- |\n| x<br>y | z |` },
    [['html', '<br>']],
  ],
  [
    'a line that counts comments',
    () => page({ body: `${BODY}\n\n87 comments on the plan were read.\n\nThe end.` }),
    { body: `${BODY}\n\n87 comments on the plan were read.\n\nThe end.` },
    [],
  ],
  [
    'a template in code',
    () =>
      page({
        body: `${BODY}\n\n\`\`\`\nSummary: x\n\nNo comments yet\nLeave a Reply\n\`\`\`\n\nThe end.`,
      }),
    { body: `${BODY}\n\n\`\`\`\nSummary: x\n\nNo comments yet\nLeave a Reply\n\`\`\`\n\nThe end.` },
    [],
  ],
  [
    'marks of a chat tool',
    () => page({ body: `${BODY}\n\nCosts fell.【3†source】` }),
    { body: `${BODY}\n\nCosts fell.【3†source】` },
    [['chat_debris', '【3†source】']],
  ],
  [
    'a marked link',
    () => page({ link: 'https://news.example.com/marked?utm_source=chatgpt.com' }),
    { originalLink: 'https://news.example.com/marked' },
    [['link_cleaned', 'https://news.example.com/marked?utm_source=chatgpt.com']],
  ],
  [
    'a bold title',
    () => page({ title: '# **The ferry** &amp; the pier #' }),
    { title: 'The ferry & the pier' },
    [],
  ],
  [
    'a remark of a chat tool',
    () => page({ title: 'Sure! Here is the article:\n\nThe ferry again' }),
    { title: 'The ferry again' },
    [['ignored', 'Sure! Here is the article:']],
  ],
  [
    'a widget',
    () =>
      page({
        below:
          'Click to rate this post!\n[Total: 0 Average: 0]\n\nComments\n\nNo comments yet\n\nLeave a Reply',
      }),
    { body: BODY },
    [],
  ],
  [
    'comments',
    () => page({ below: '1 Comment\n\nAna says:\n\nGood.\n\nLeave a Reply' }),
    { body: BODY },
    [['ignored', 'Ana says:\n\nGood.']],
  ],
  ['vertical tabs', () => page().replace(/\n\n/g, '\v\v'), { body: BODY }, []],
  [
    'HTML',
    () =>
      page({
        body: `<p>${PARAGRAPH}</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>x<sup>2</sup></td></tr></table>`,
      }),
    { body: `${PARAGRAPH}\n\n| A | B |\n| --- | --- |\n| 1 | x² |` },
    [],
  ],
  [
    'a whole page in HTML',
    () =>
      `<html><body><h1>The ferry in HTML</h1><h2>Summary</h2><p>${SUMMARY}</p><h2>Original Link</h2><p><a href="https://news.example.com/html_1?a=1&amp;b=2">Link</a></p><h2>Generated Article</h2><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></body></html>`,
    {
      title: 'The ferry in HTML',
      body: BODY,
      originalLink: 'https://news.example.com/html_1?a=1&b=2',
    },
    [],
  ],
];

test.each(KINDS)('PUT takes %s', async (_what, text, expected, warned) => {
  const { body } = await put(text()).expect(201);
  expect(await draft(body.data.documentId)).toMatchObject(expected);
  expect(left(body.data.warnings)).toEqual(warned);
});

test.each(KINDS)('the box takes %s as it shows it', async (_what, text, expected, warned) => {
  const pasted = text().replace(/news\.example\.com|wiki\.example\.com/, 'pasted.example.com');
  const link = expected.originalLink?.replace(
    /news\.example\.com|wiki\.example\.com/,
    'pasted.example.com'
  );
  const wanted = { ...expected, ...(link ? { originalLink: link } : {}) };
  const { body: preview } = await paste('/preview', { text: pasted }).expect(200);
  expect(preview.data).toMatchObject({
    post: wanted,
    faults: [],
    outcome: 'created',
    documentId: null,
  });
  expect(left(preview.data.warnings).map(([code]) => code)).toEqual(warned.map(([code]) => code));
  const { body } = await paste('', { text: pasted }).expect(201);
  expect(await draft(body.data.documentId)).toMatchObject(wanted);
  expect(body.data.warnings).toEqual(preview.data.warnings);
  const { body: again } = await paste('/preview', { text: pasted }).expect(200);
  expect(again.data).toMatchObject({ outcome: 'unchanged', documentId: body.data.documentId });
});

describe('the box', () => {
  test('lists every fault beside what was found, and stores nothing', async () => {
    const count = () => documents(app, ARTICLE).count({} as never);
    const before = await count();
    const text = page({
      title: 'Ab',
      summary: 'Short.',
      link: 'http://localhost/x',
      body: 'Too short.',
    });
    const { body } = await paste('/preview', { text }).expect(200);
    expect(body.data.faults.map(({ path: at }: Warned) => at.join('.'))).toEqual([
      'title',
      'originalLink',
      'summaries.0.text',
    ]);
    expect(body.data).toMatchObject({
      post: { title: 'Ab', body: 'Too short.', summaries: [{ text: 'Short.' }] },
      outcome: 'created',
      documentId: null,
    });
    const { body: refused } = await paste('', { text }).expect(400);
    expect(refused.error.details.errors).toEqual(body.data.faults);
    expect(await count()).toBe(before);
  });

  test('says that a person has edited the draft, and overwrites it only when told to', async () => {
    const text = page();
    const { documentId } = (await paste('', { text }).expect(201)).body.data;
    await documents(app, ARTICLE).update({
      documentId,
      data: { title: 'Mended by hand' } as never,
    });
    const { body } = await paste('/preview', { text }).expect(200);
    expect(body.data).toMatchObject({ outcome: 'edited', documentId });
    await paste('', { text }).expect(409);
    expect((await paste('', { text, force: true }).expect(200)).body.data.outcome).toBe('updated');
  });

  test.each([
    [{}],
    [{ text: 7 }],
    [{ text: 'x', charset: 'latin1' }],
    [{ text: 'x', force: 'yes' }],
    ['x'],
  ])('refuses %j', async (data) => {
    await paste('', data).expect(400);
    await paste('/preview', data).expect(400);
  });

  const explorer = (verb: string) => ({
    action: `plugin::content-manager.explorer.${verb}`,
    subject: ARTICLE,
    properties: { fields: ['title', 'language', 'body', 'originalLink', 'summaries'] },
  });

  test('is for those who may write articles', async () => {
    const text = page();
    const reader = await adminToken(app, [explorer('read')]);
    const creator = await adminToken(app, [explorer('create'), explorer('read')]);
    const editor = await adminToken(app, [
      explorer('create'),
      explorer('read'),
      explorer('update'),
    ]);
    for (const route of ['/preview', '']) {
      await paste(route, { text }, reader).expect(403);
      await paste(route, { text }, 'nonsense').expect(401);
      await paste(route, { text }, token).expect(401);
    }
    await paste('/preview', { text }, creator).expect(200);
    await paste('', { text }, creator).expect(201);
    // There is an article now, which this one may not change.
    await paste('/preview', { text }, creator).expect(403);
    await paste('', { text: text.replace('May', 'June') }, creator).expect(403);
    await paste('', { text: text.replace('May', 'June') }, editor).expect(200);
  });

  test('gives an author the article that the author pasted', async () => {
    const author = await adminToken(app, { role: 'strapi-author' });
    const text = page();
    const { documentId } = (await paste('', { text }, author).expect(201)).body.data;
    await app
      .http()
      .get(`/content-manager/collection-types/${ARTICLE}/${documentId}`)
      .set('Authorization', `Bearer ${author}`)
      .expect(200);
    await paste('', { text: text.replace('May', 'June') }, author).expect(200);
  });
});

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
    const { body } = await put(wrong(`{"data":${post}}`), 'application/json').expect(400);
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

test('a declared type decides what a text is', async () => {
  const body = `<p>${PARAGRAPH}</p><p>${PARAGRAPH}</p>`;
  const asMarkdown = await put(page({ body }), 'text/markdown; charset=utf-8').expect(201);
  expect((await draft(asMarkdown.body.data.documentId)).body).toBe(body);
  const html = `<h1>Declared as HTML</h1>${PARAGRAPH}<br>${PARAGRAPH}`;
  const asHtml = await put(html, 'text/html; charset=utf-8').expect(201);
  expect(await draft(asHtml.body.data.documentId)).toMatchObject({ title: 'Declared as HTML' });
});

test('nested HTML is refused before it is converted, in a page and in JSON', async () => {
  const started = performance.now();
  const body = '<div>'.repeat(20_000);
  const { body: answer } = await put(page({ body })).expect(400);
  expect(answer.error.details.errors).toEqual([
    expect.objectContaining({ path: ['body'], code: 'too_deep', params: { limit: 100 } }),
  ]);
  await put(
    JSON.stringify({ data: { title: 'Deep', body, bodyFormat: 'html' } }),
    'application/json'
  ).expect(400);
  expect(performance.now() - started).toBeLessThan(5_000);
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
});
