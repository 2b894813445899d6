import { EDIT_TOKEN_HEADER } from '../../plugins/analysis/shared/headers';
import { startApp, type OwnApp } from '../helpers/app';
import { databaseClient } from '../helpers/database';
import { commentBody, commentsPath, decide, expectCountersExact } from '../helpers/discussion';
import { whileLocked } from '../helpers/locks';
import { until } from '../helpers/outside';
import { whileRefused } from '../helpers/refusals';
import { adminToken, createArticle, documents, visitor } from '../helpers/factories';

/** Comments that come while others are written share a transaction; triage looks at each. */
let app: OwnApp;
let admin: string;
beforeAll(async () => {
  app = await startApp({ config: { 'comments.triage': true } });
  admin = await adminToken(app);
  // All guests of a test come from one network.
  await changePolicy({ flood: { windowMinutes: 10, perIdentity: 100, perNetwork: 10_000 } });
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

async function changePolicy(part: Record<string, object>) {
  const admins = { Authorization: `Bearer ${admin}` };
  const { body } = await app.http().get('/analysis/triage/policy').set(admins).expect(200);
  const data = Object.fromEntries(
    Object.entries(body.data as Record<string, object>).map(([name, value]) => [
      name,
      { ...value, ...part[name] },
    ])
  );
  await app.http().put('/analysis/triage/policy').set(admins).send({ data }).expect(200);
}
const articles = (count: number) =>
  Promise.all(Array.from({ length: count }, async () => (await createArticle(app)).documentId));
const send = (articleId: string, guest: string, overrides: Record<string, unknown>) =>
  app
    .http()
    .post(commentsPath(articleId))
    .set(visitor(guest))
    .send(commentBody({ author: { name: guest, email: `${guest}@example.com` }, ...overrides }));
const stored = (articleIds: string[]) =>
  app.strapi.db
    .connection('analysis_comments')
    .whereIn('article_id', articleIds)
    .orderBy('id')
    .select('document_id', 'article_id', 'content', 'author_name', 'state', 'held_phases');

const THOUGHTS = ['ferries', 'harbours', 'bridges', 'markets', 'gardens', 'schools', 'rivers'];
const thought = (n: number) => `My ${n} words on ${THOUGHTS[n % THOUGHTS.length]}.`;

test.each([
  ['one article', 1],
  ['several articles', 5],
])('comments that come at once to %s are all there, each heard by its author', async (_to, n) => {
  const ids = await articles(n);
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, at) =>
      send(ids[at % n] as string, `at-once-${n}-${at}`, { content: thought(at) }).expect(201)
    )
  );
  const rows = await stored(ids);
  expect(rows).toHaveLength(60);
  for (const [at, { body }] of answers.entries()) {
    expect(body.data).toMatchObject({ content: thought(at), status: 'pending', depth: 0 });
    expect(rows.find((row) => row.document_id === body.data.documentId)).toMatchObject({
      article_id: ids[at % n],
      content: thought(at),
      author_name: `at-once-${n}-${at}`,
      state: 'pending',
    });
  }
  // Each edit token is that of its own comment.
  const tokens = new Set(answers.map(({ body }) => body.meta.editToken));
  expect(tokens.size).toBe(60);
  const last = answers[42];
  await app
    .http()
    .delete(`/api/analysis/comments/${last?.body.data.documentId}`)
    .set(EDIT_TOKEN_HEADER, last?.body.meta.editToken)
    .expect(204);
});

test('one that fails among others takes none of them with it', async () => {
  const ids = await articles(3);
  const row = { table: 'analysis_comments', column: 'content', value: thought(7) };
  const answers = await whileRefused(app, { ...row, why: 'no room for 7' }, () =>
    Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        send(ids[at % 3] as string, `fails-${at}`, { content: thought(at) })
      )
    )
  );
  expect(answers.map(({ status }, at) => (status === 201 ? at : `${at}: ${status}`))).toEqual(
    Array.from({ length: 20 }, (_, at) => (at === 7 ? '7: 500' : at))
  );
  const contents = (await stored(ids)).map(({ content }) => content);
  expect(contents).toHaveLength(19);
  expect(contents).not.toContain(thought(7));
  expect(app.errors.splice(0).join()).toContain('no room for 7');
  // The document knows of no such failure.
  expect(app.undocumented.splice(0)).toHaveLength(1);
});

test('a comment that cannot be counted is not taken', async () => {
  const [articleId] = (await articles(1)) as [string];
  const row = { table: 'analysis_stats', on: 'update', column: 'article_id' } as const;
  const refusal = { ...row, value: articleId, why: 'no room to count' };
  const { status } = await whileRefused(app, refusal, () =>
    send(articleId, 'uncounted', { content: thought(1) })
  );
  expect(status).toBe(500);
  expect(await stored([articleId])).toEqual([]);
  expect(app.errors.splice(0).join()).toContain('no room to count');
  expect(app.undocumented.splice(0)).toHaveLength(1);
});

test('those that are refused are so alone: no article, no place, no more room to reply', async () => {
  const [open, closed] = (await articles(2)) as [string, string];
  await app.strapi.plugin('analysis').service('articles').setDiscussion(closed, { closed: true });
  const root = (await send(open, 'refused-root', { content: thought(1) })).body.data.documentId;
  const asked = Array.from({ length: 12 }, (_, at) => {
    const content = thought(at);
    if (at % 4 === 1) return send(closed, `refused-${at}`, { content });
    // It waits still, so that nobody can answer it.
    if (at % 4 === 2) return send(open, `refused-${at}`, { content, parent: root });
    if (at % 4 === 3) return send('nosucharticle', `refused-${at}`, { content });
    return send(open, `refused-${at}`, { content });
  });
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses).toEqual([201, 403, 400, 404, 201, 403, 400, 404, 201, 403, 400, 404]);
  expect(await stored([open, closed])).toHaveLength(4);
});

test('replies at once go where they belong, and threads count them', async () => {
  await changePolicy({ trust: { enabled: true, minApproved: 1 } });
  const [articleId] = (await articles(1)) as [string];
  const roots = await Promise.all(
    [0, 1, 2].map(async (n) => {
      const { body } = await send(articleId, `root-${n}`, { content: thought(n) }).expect(201);
      await decide(app, body.data.documentId, 'approved');
      return body.data.documentId as string;
    })
  );
  const replies = await Promise.all(
    Array.from({ length: 24 }, (_, at) =>
      send(articleId, `reply-${at}`, { content: thought(at), parent: roots[at % 3] }).expect(201)
    )
  );
  for (const [at, { body }] of replies.entries()) {
    expect(body.data).toMatchObject({ parent: roots[at % 3], depth: 1 });
    await decide(app, body.data.documentId, 'approved');
  }
  const { body } = await app.http().get(commentsPath(articleId)).expect(200);
  expect(body.data.map(({ replyTotal }: { replyTotal: number }) => replyTotal)).toEqual([8, 8, 8]);
});

test('what one author says twice at once is said once', async () => {
  const [articleId] = (await articles(1)) as [string];
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => send(articleId, 'twice', { content: thought(3) }).expect(201))
  );
  const kept = answers.map(({ body }) => body.data.status).sort();
  expect(kept).toEqual(['pending', ...Array.from({ length: 9 }, () => 'rejected')]);
});

test('a campaign that comes at once is seen as one that comes bit by bit', async () => {
  const ids = await articles(6);
  const wave = 'I made four thousand last month at home with a simple method, ask me how it works';
  await Promise.all(
    ids.map((id, n) => send(id, `wave-${n}`, { content: `${wave} ${n}` }).expect(201))
  );
  const states = (await stored(ids)).map(({ state }) => state);
  expect(states).toEqual(['pending', 'pending', 'spam', 'spam', 'spam', 'spam']);
});

test('a policy that is changed is met by the next comment', async () => {
  const [articleId] = (await articles(1)) as [string];
  const phases = async (guest: string) => {
    await send(articleId, guest, { content: `A marzipan of ${guest}.` }).expect(201);
    return (await stored([articleId])).at(-1)?.held_phases ?? null;
  };
  expect(await phases('before')).toBeNull();
  await changePolicy({ holdWords: { words: { '*': ['marzipan'] } } });
  expect(await phases('after')).toBe(',holdWords,');
  await changePolicy({ holdWords: { words: {} } });
  expect(await phases('again')).toBeNull();
});

test('comments that wait for a lock leave the database to readers', async () => {
  const [id] = (await articles(1)) as [string];
  const say = async (n: number) => (await send(id, `waiting-${n}`, { content: thought(n) })).status;
  // One transaction writes all of them. One each would take all connections of the pool.
  const statuses = await whileLocked(app, id, () => Array.from({ length: 30 }, (_, n) => say(n)), {
    waits: 1,
    async meanwhile() {
      // SQLite has one connection, which is the one that holds the lock.
      if (databaseClient() === 'sqlite') return;
      for (const path of ['posts', 'topics']) {
        await app.http().get(`/api/analysis/${path}`).expect(200);
      }
    },
  });
  expect(statuses).toEqual(Array.from({ length: 30 }, () => 201));
  expect(await stored([id])).toHaveLength(30);
});

test('whoever first asked for the services after a start leaves nothing in them', async () => {
  const [gone, id] = (await articles(2)) as [string, string];
  const earlier = await send(id, 'earlier', { content: thought(1) }).expect(201);
  // Its transaction is over when the next request comes.
  await app.restart();
  await documents(app, 'plugin::analysis.article').delete({ documentId: gone });
  await app
    .http()
    .put(`/api/analysis/articles/${id}/rating`)
    .set(visitor('voter'))
    .send({ data: { value: 4 } })
    .expect(200);
  await send(id, 'later', { content: thought(2) }).expect(201);

  await app.restart();
  await decide(app, earlier.body.data.documentId, 'approved');
  const told: { comment: { content: string }; by: string | null }[] = [];
  app.strapi.eventHub.on('analysis.comment.created', (payload: unknown) => {
    told.push(payload as (typeof told)[number]);
    return Promise.resolve();
  });
  for (const n of [3, 4, 5]) await send(id, `told-${n}`, { content: thought(n) }).expect(201);
  await until(() => Promise.resolve(told.length >= 3));
  expect(told.map(({ comment, by }) => [comment.content, by])).toEqual(
    [3, 4, 5].map((n) => [thought(n), null])
  );
});
