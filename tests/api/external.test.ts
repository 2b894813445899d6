import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { asking, held, json } from '../helpers/asking';
import { commentPath, commentsPath } from '../helpers/discussion';
import { startOutside, until, type Received } from '../helpers/outside';

const SECRET = 'a secret that both sides know';
const WORDS = 'words that only moderators may read';

const at = asking((url) => ({ kind: 'http', url: `${url}/check`, secret: SECRET }));
const { arrive, asAdmin, configure, post, setPolicy } = at;
beforeEach(() => says({ verdict: 'pass' }));

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
  at.outside.answer((request, response) => {
    if (isSigned(request)) json(answer)(request, response);
    else response.writeHead(401).end();
  });
}

const isPublic = async (commentId: string): Promise<boolean> =>
  JSON.stringify((await at.app.http().get(commentsPath(at.article)).expect(200)).body).includes(
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
  const [first, reply] = at.outside.received.map(({ body }) => JSON.parse(body));
  const { title, slug } = await at.app.strapi.db
    .connection('analysis_articles')
    .where({ document_id: at.article })
    .first();
  expect(first).toEqual({
    version: 1,
    id: expect.stringMatching(/^[\da-f-]{36}$/),
    sentAt: expect.stringMatching(/^\d{4}-.*Z$/),
    comment: { content: 'The first of two.', language: null, reply: false, edited: false },
    author: { name: 'Ana', email: 'ana@example.com', url: null, signedIn: false },
    article: { documentId: at.article, title, language: 'en', link: `/posts/${slug}` },
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
  await at.app
    .http()
    .patch(commentPath(documentId))
    .set('X-Analysis-Edit-Token', editToken)
    .send({ data: { content: 'Something else altogether.' } })
    .expect(200);
  expect(JSON.parse(at.outside.received.at(-1)?.body ?? '')).toMatchObject({
    comment: { content: 'Something else altogether.', edited: true },
  });
  expect(await isPublic(documentId)).toBe(false);
});

test.each([
  ['its discussion is closed', { discussion_closed: true }, 403],
  ['its article is taken back', { published_at: null }, 404],
])('one that was asked about while %s is refused', async (_what, change, status) => {
  // Of a post that is public, the draft stays.
  const editions = () =>
    at.app.strapi.db
      .connection('analysis_articles')
      .where({ document_id: at.article })
      .whereNotNull('published_at');
  at.outside.answer((request, response) => {
    void editions()
      .update(change)
      .then(() => json({ verdict: 'pass' })(request, response));
  });
  await at.post().expect(status);
  expect(at.outside.received).toHaveLength(1);
  const waiting = at.app.strapi.db.connection('analysis_comments');
  expect(await waiting.where({ article_id: at.article, state: 'approved' })).toHaveLength(1);
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
test.each(Object.keys(failures))(
  'after %s the comment waits, and moderators see why',
  async (name) => {
    const [cause, handler] = failures[name] as (typeof failures)[string];
    at.outside.answer(handler);
    configure({ timeoutMs: cause === 'timeout' ? 300 : 10_000 });
    const arrived = await arrive();
    expect(arrived).toMatchObject(held(cause));
    expect(arrived.answer).not.toMatch(/outside|external|no_answer/i);
    expect(await isPublic(arrived.documentId)).toBe(false);
    expect(at.outside.received.map(({ path }) => path)).toEqual(['/check']);
  }
);

test('where nobody listens, or the secrets differ, comments wait', async () => {
  const gone = await startOutside();
  await gone.stop();
  configure({ url: gone.url });
  expect(await arrive()).toMatchObject(held('unreachable'));
  configure({ url: at.outside.url, secret: 'another secret than theirs' });
  expect(await arrive()).toMatchObject(held('unusable'));
});

test('the log hears of an outage once, without what was sent', async () => {
  at.outside.answer((_request, response) => response.writeHead(503).end());
  for (let n = 0; n < 3; n += 1) await arrive();
  expect(at.warned).toEqual([expect.stringMatching(/outside check .*503/)]);
  expect(at.warned.join()).not.toMatch(/thought|ana@|secret/);
});

test('hostile words of the service are kept as words', async () => {
  says({ verdict: 'hold', message: '\u0000\ud800 <b>bold</b> 😀\n' });
  expect((await arrive()).reasons).toMatchObject([{ code: 'hold', message: '<b>bold</b> 😀' }]);
});

test('nobody waits for the service but the comment that it is asked about', async () => {
  let answerFirst: () => void = () => undefined;
  at.outside.answer((request, response) => {
    if (request.body.includes('slow'))
      answerFirst = () => json({ verdict: 'hold' })(request, response);
    else json({ verdict: 'pass' })(request, response);
  });
  let first: { status: number } | null = null;
  const waiting = post({ content: 'The slow one.' }).then((answer) => {
    first = answer;
  });
  await until(() => at.outside.received.length === 1);
  // The same article, whose lock the first would hold.
  await post({ content: 'The quick one.' }).expect(201);
  await at.app.http().get(commentsPath(at.article)).expect(200);
  expect(first).toBeNull();
  answerFirst();
  await waiting;
  expect(first).toMatchObject({ status: 201, body: { data: { status: 'pending' } } });
});

test('it is not asked about what is refused already', async () => {
  await arrive({ content: 'Win at the best online casino tonight, my friends' });
  await arrive({ homepage: 'https://spam.example.com' });
  expect(at.outside.received).toEqual([]);
});

test('it is not asked when it, its phase, or triage is switched off', async () => {
  configure({ kind: 'none' });
  await arrive();
  configure({ kind: 'http' });
  await setPolicy(() => ({ external: { enabled: false } }));
  await arrive();
  await setPolicy(() => ({ external: { enabled: true } }));
  at.app.strapi.config.set('plugin::analysis.comments.triage', false);
  await arrive();
  at.app.strapi.config.set('plugin::analysis.comments.triage', true);
  expect(at.outside.received).toEqual([]);
  await arrive();
  expect(at.outside.received).toHaveLength(1);
});

test('the settings say which service is configured, and not its secrets', async () => {
  const { meta } = (await asAdmin('get', '/triage/policy').expect(200)).body;
  expect(meta).toEqual({ external: 'http' });
});

// Last, as nothing but time ends the pause.
test('a service that fails again and again is left alone, and comments wait at once', async () => {
  configure({ pauseSeconds: 3_600 });
  at.outside.answer((_request, response) => response.destroy());
  for (let n = 0; n < 3; n += 1) await arrive();
  expect(at.outside.received).toHaveLength(3);
  expect(await arrive()).toMatchObject(held('paused'));
  expect(at.outside.received).toHaveLength(3);
});
