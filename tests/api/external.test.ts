import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { startApp, type TestApp } from '../helpers/app';
import { commentBody, commentPath, commentsPath, decide } from '../helpers/discussion';
import { adminToken, createArticle, visitor } from '../helpers/factories';
import { startOutside, until, type Outside, type Received } from '../helpers/outside';

const SECRET = 'a secret that both sides know';
const WORDS = 'words that only moderators may read';

let app: TestApp;
let admin: string;
let article: string;
let outside: Outside;
const warned: string[] = [];

beforeAll(async () => {
  outside = await startOutside();
  // Comments are public at once, so that one that nobody has looked at would show.
  app = await startApp({
    config: { 'comments.triage': true, 'comments.initialStatus': 'approved' },
  });
  app.strapi.log.warn = ((line: string) => warned.push(line)) as never;
  admin = await adminToken(app);
  // All guests of a test come from one network.
  await setPolicy((policy) => ({ flood: { ...policy.flood, perNetwork: 10_000 } }));
});
beforeEach(async () => {
  configure({ kind: 'http', url: `${outside.url}/check`, secret: SECRET });
  // An answer closes what an earlier test may have left as an outage.
  says({ verdict: 'pass' });
  article = (await createArticle(app)).documentId;
  await arrive();
  outside.received.length = 0;
  warned.length = 0;
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(async () => {
  await app.stop();
  await outside.stop();
});

/** Sets the operator's configuration; failures make no pause unless a test wants one. */
function configure(external: Record<string, unknown>): void {
  for (const [name, value] of Object.entries({ timeoutMs: 10_000, pauseSeconds: 0, ...external })) {
    app.strapi.config.set(`plugin::analysis.comments.external.${name}`, value);
  }
}
const asAdmin = (method: 'get' | 'put', path: string) =>
  app.http()[method](`/analysis${path}`).set('Authorization', `Bearer ${admin}`);

type Policy = Record<string, Record<string, unknown>>;
async function setPolicy(change: (policy: Policy) => Policy): Promise<void> {
  const { data } = (await asAdmin('get', '/triage/policy').expect(200)).body;
  await asAdmin('put', '/triage/policy')
    .send({ data: { ...data, ...change(data) } })
    .expect(200);
}

const json = (answer: unknown) => (_request: Received, response: ServerResponse) =>
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));

/** Whether a question was signed with the secret, as an outside service would find out. */
function isSigned({ headers, body }: Received): boolean {
  const timestamp = String(headers['x-analysis-timestamp']);
  const expected = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
  const given = Buffer.from(String(headers['x-analysis-signature']));
  const age = Math.abs(Date.now() / 1_000 - Number(timestamp));
  const wanted = Buffer.from(`v1=${expected}`);
  return age < 60 && given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Has the service check signatures and answer those that are right. */
function says(answer: unknown): void {
  outside.answer((request, response) => {
    if (isSigned(request)) json(answer)(request, response);
    else response.writeHead(401).end();
  });
}

let guests = 0;
const post = (overrides: Record<string, unknown> = {}, on = article) =>
  app
    .http()
    .post(commentsPath(on))
    .set(visitor(`guest-${(guests += 1)}`))
    .send(commentBody({ content: `A thought of my own, number ${guests}.`, ...overrides }));

/** Posts as a guest nobody has met; what they hear, what is kept, what moderators see of it. */
async function arrive(overrides: Record<string, unknown> = {}) {
  const { body } = await post(overrides).expect(201);
  const { documentId } = body.data;
  const row = await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: documentId })
    .first();
  const { card } = (await asAdmin('get', `/moderation/comments/${documentId}`).expect(200)).body
    .data;
  return {
    documentId,
    heard: body.data.status as string,
    answer: JSON.stringify(body),
    editToken: body.meta.editToken as string,
    kept: row.state as string,
    reasons: card.heldReasons as { phase: string; code: string; message: string }[],
  };
}
const isPublic = async (commentId: string): Promise<boolean> =>
  JSON.stringify((await app.http().get(commentsPath(article)).expect(200)).body).includes(
    commentId
  );

test.each([
  ['pass', 'approved', 'approved'],
  ['hold', 'pending', 'pending'],
  ['spam', 'spam', 'pending'],
  ['reject', 'rejected', 'rejected'],
])(
  'what it answers with %s is kept as %s, and the guest hears %s',
  async (verdict, kept, heard) => {
    says({ verdict, message: WORDS, code: 'the-code' });
    const arrived = await arrive();
    expect(arrived).toMatchObject({ kept, heard });
    expect(arrived.reasons).toEqual(
      verdict === 'pass' ? [] : [{ phase: 'external', code: 'the-code', message: WORDS }]
    );
    expect(arrived.answer).not.toMatch(/outside|external|the-code|words that/i);
    expect(await isPublic(arrived.documentId)).toBe(verdict === 'pass');
  }
);

test('it is told what is listed, under a number of its own each time', async () => {
  says({ verdict: 'pass' });
  const { documentId: parent } = await arrive({ content: 'The first of two.' });
  await arrive({ content: 'A reply to the first.', parent });
  const [first, reply] = outside.received.map(({ body }) => JSON.parse(body));
  const { title, slug } = await app.strapi.db
    .connection('analysis_articles')
    .where({ document_id: article })
    .first();
  expect(first).toEqual({
    version: 1,
    id: expect.stringMatching(/^[\da-f-]{36}$/),
    sentAt: expect.stringMatching(/^\d{4}-.*Z$/),
    comment: { content: 'The first of two.', language: null, reply: false, edited: false },
    author: { name: 'Ana', email: 'ana@example.com', url: null, signedIn: false },
    article: { documentId: article, title, language: 'en', link: `/posts/${slug}` },
    request: {
      address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
      userAgent: expect.stringMatching(/^guest-|^reader-/),
      honeypot: '',
    },
  });
  expect(reply).toMatchObject({ comment: { reply: true } });
  expect(reply.id).not.toBe(first.id);
});

test('an edit is asked about again, and goes by the new answer', async () => {
  says({ verdict: 'pass' });
  const { documentId, editToken } = await arrive();
  says({ verdict: 'spam' });
  await app
    .http()
    .patch(commentPath(documentId))
    .set('X-Analysis-Edit-Token', editToken)
    .send({ data: { content: 'Something else altogether.' } })
    .expect(200);
  expect(JSON.parse(outside.received.at(-1)?.body ?? '')).toMatchObject({
    comment: { content: 'Something else altogether.', edited: true },
  });
  expect(await isPublic(documentId)).toBe(false);
});

const failures: Record<string, [string, (request: Received, response: ServerResponse) => void]> = {
  'no answer': ['timeout', () => undefined],
  'half an answer': [
    'timeout',
    (_request, response) => void response.writeHead(200).write('{"verdict":'),
  ],
  'a dropped connection': ['unreachable', (_request, response) => response.destroy()],
  'a failure of its own': ['unusable', (_request, response) => response.writeHead(500).end('{}')],
  'a refusal': ['unusable', (_request, response) => response.writeHead(401).end('{}')],
  'a redirect': [
    'unusable',
    (_request, response) => response.writeHead(307, { Location: '/elsewhere' }).end(),
  ],
  junk: ['unusable', (_request, response) => response.end('<h1>It works!</h1>')],
  'an approval': ['unusable', json({ verdict: 'approve' })],
  'an answer of 2 MB': ['unusable', json({ verdict: 'pass', message: 'x'.repeat(2_000_000) })],
};
const HELD = { kept: 'pending', heard: 'pending' };
const noAnswer = (cause: string) => [
  {
    phase: 'external',
    code: 'no_answer',
    message: expect.stringMatching(/^The outside check .*; a person has to look$/),
    params: { cause },
  },
];

test.each(Object.keys(failures))(
  'after %s the comment waits, and moderators see why',
  async (name) => {
    const [cause, handler] = failures[name] as (typeof failures)[string];
    outside.answer(handler);
    configure({ timeoutMs: cause === 'timeout' ? 300 : 10_000 });
    const arrived = await arrive();
    expect(arrived).toMatchObject(HELD);
    expect(arrived.reasons).toEqual(noAnswer(cause));
    expect(arrived.answer).not.toMatch(/outside|external|no_answer/i);
    expect(await isPublic(arrived.documentId)).toBe(false);
    expect(outside.received.map(({ path }) => path)).toEqual(['/check']);
  }
);

test('where nobody listens, or the secrets differ, comments wait', async () => {
  const gone = await startOutside();
  await gone.stop();
  configure({ url: gone.url });
  expect((await arrive()).reasons).toEqual(noAnswer('unreachable'));
  configure({ url: outside.url, secret: 'another secret than theirs' });
  expect(await arrive()).toMatchObject({ ...HELD, reasons: noAnswer('unusable') });
});

test('the log hears of an outage once, without what was sent', async () => {
  outside.answer((_request, response) => response.writeHead(503).end());
  for (let n = 0; n < 3; n += 1) await arrive();
  expect(warned).toEqual([expect.stringMatching(/outside check .*503/)]);
  expect(warned.join()).not.toMatch(/thought|ana@|secret/);
});

test('hostile words of the service are kept as words', async () => {
  says({ verdict: 'hold', message: '\u0000\ud800 <b>bold</b> 😀\n' });
  expect((await arrive()).reasons).toMatchObject([{ code: 'hold', message: '<b>bold</b> 😀' }]);
});

test('nobody waits for the service but the comment that it is asked about', async () => {
  let answerFirst: () => void = () => undefined;
  outside.answer((request, response) => {
    if (request.body.includes('slow'))
      answerFirst = () => json({ verdict: 'hold' })(request, response);
    else json({ verdict: 'pass' })(request, response);
  });
  let first: { status: number } | null = null;
  const waiting = post({ content: 'The slow one.' }).then((answer) => {
    first = answer;
  });
  await until(() => outside.received.length === 1);
  // The same article, whose lock the first would hold.
  await post({ content: 'The quick one.' }).expect(201);
  await app.http().get(commentsPath(article)).expect(200);
  expect(first).toBeNull();
  answerFirst();
  await waiting;
  expect(first).toMatchObject({ status: 201, body: { data: { status: 'pending' } } });
});

test('it is not asked about what is refused already', async () => {
  await arrive({ content: 'Win at the best online casino tonight, my friends' });
  await arrive({ homepage: 'https://spam.example.com' });
  expect(outside.received).toEqual([]);
});

test('it is not asked when it, its phase, or triage is switched off', async () => {
  configure({ kind: 'none' });
  await arrive();
  configure({ kind: 'http' });
  await setPolicy(() => ({ external: { enabled: false } }));
  await arrive();
  await setPolicy(() => ({ external: { enabled: true } }));
  app.strapi.config.set('plugin::analysis.comments.triage', false);
  await arrive();
  app.strapi.config.set('plugin::analysis.comments.triage', true);
  expect(outside.received).toEqual([]);
  await arrive();
  expect(outside.received).toHaveLength(1);
});

test('the settings say which service is configured, and not its secrets', async () => {
  const { meta } = (await asAdmin('get', '/triage/policy').expect(200)).body;
  expect(meta).toEqual({ external: 'http' });
});

describe('Akismet', () => {
  const form = ({ body }: Received) => Object.fromEntries(new URLSearchParams(body));
  /** Answers comment-check as told, and takes every correction. */
  const checks = (verdict: string, headers: Record<string, string> = {}) =>
    outside.answer(({ path }, response) => {
      if (path === '/1.1/comment-check') response.writeHead(200, headers).end(verdict);
      else response.end('Thanks for making the web a better place.');
    });
  const corrections = () => outside.received.filter(({ path }) => path.startsWith('/1.1/submit-'));

  beforeEach(() =>
    configure({
      kind: 'akismet',
      key: 'a1b2c3',
      site: 'https://site.example.com',
      endpoint: `${outside.url}/1.1`,
      test: true,
    })
  );

  test('is asked with a form, and lets pass what it does not take for spam', async () => {
    checks('false');
    const arrived = await arrive({ content: 'Größe & <b>more</b>' });
    expect(arrived).toMatchObject({ kept: 'approved', reasons: [] });
    const [request] = outside.received as [Received];
    expect(request.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
    expect(form(request)).toMatchObject({
      api_key: 'a1b2c3',
      blog: 'https://site.example.com',
      comment_content: 'Größe & <b>more</b>',
      comment_author_email: 'ana@example.com',
      permalink: expect.stringMatching(/^https:\/\/site\.example\.com\/posts\//),
      is_test: '1',
    });
  });

  test.each([
    ['takes for spam', {}, {}],
    ['is sure of', { 'X-akismet-pro-tip': 'discard' }, { params: { tip: 'discard' } }],
  ])('marks what it %s', async (_what, headers, reason) => {
    checks('true', headers);
    const arrived = await arrive();
    expect(arrived).toMatchObject({ kept: 'spam', heard: 'pending' });
    expect(arrived.reasons).toMatchObject([{ phase: 'external', code: 'spam', ...reason }]);
    expect(arrived.answer).not.toMatch(/akismet/i);
  });

  test('has its complaints in the log, and the comment waits', async () => {
    checks('invalid', { 'X-akismet-debug-help': 'Empty "blog" value' });
    const arrived = await arrive();
    expect(arrived).toMatchObject({ ...HELD, reasons: noAnswer('unusable') });
    expect(warned).toEqual([expect.stringContaining('Empty "blog" value')]);
  });

  test('hears where people decide otherwise, as it was asked, and only there', async () => {
    checks('true');
    const spam = await arrive();
    const agreed = await arrive();
    checks('false');
    const ham = await arrive();
    const asked = outside.received.map(({ body }) => body);
    await decide(app, agreed.documentId, 'rejected');
    await decide(app, ham.documentId, 'rejected');
    expect(corrections()).toEqual([]);
    await decide(app, spam.documentId, 'approved');
    await decide(app, ham.documentId, 'spam');
    await until(() => corrections().length === 2);
    expect(corrections().map(({ path, body }) => [path, asked.indexOf(body)])).toEqual([
      ['/1.1/submit-ham', 0],
      ['/1.1/submit-spam', 2],
    ]);
  });

  test('hears nothing of what was edited without it, or decided while it is off', async () => {
    checks('false');
    const edited = await arrive();
    const off = await arrive();
    const last = await arrive();
    configure({ kind: 'none' });
    await app
      .http()
      .patch(commentPath(edited.documentId))
      .set('X-Analysis-Edit-Token', edited.editToken)
      .send({ data: { content: 'It never saw this.' } })
      .expect(200);
    configure({ kind: 'akismet' });
    await decide(app, edited.documentId, 'spam');
    await setPolicy(() => ({ external: { enabled: false } }));
    await decide(app, off.documentId, 'spam');
    await setPolicy(() => ({ external: { enabled: true } }));
    await decide(app, last.documentId, 'spam');
    await until(() => corrections().length > 0);
    expect(corrections().map(({ body }) => body)).toEqual([outside.received[2]?.body]);
  });
});

// Last, as nothing but time ends the pause.
test('a service that fails again and again is left alone, and comments wait at once', async () => {
  configure({ pauseSeconds: 3_600 });
  outside.answer((_request, response) => response.destroy());
  for (let n = 0; n < 3; n += 1) await arrive();
  expect(outside.received).toHaveLength(3);
  expect(await arrive()).toMatchObject({ ...HELD, reasons: noAnswer('paused') });
  expect(outside.received).toHaveLength(3);
});
