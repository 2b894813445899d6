import { sharedApp, type TestApp } from '../helpers/app';
import {
  approvedComment,
  commentBody,
  commentPath,
  commentsPath,
  decide,
  expectCountersExact,
} from '../helpers/discussion';
import {
  adminToken,
  ARTICLE,
  countQueries,
  createArticle,
  createUser,
  documents,
  visitor,
} from '../helpers/factories';
import { whileRefused } from '../helpers/refusals';

let app: TestApp;
let admin: string;
let article: string;
beforeAll(async () => {
  app = await sharedApp({ config: { 'comments.triage': true } });
  admin = await adminToken(app);
  const { body } = await asAdmin('get', '/policy');
  // All guests of a test come from one network.
  const flood = { ...body.data.flood, perNetwork: 10_000 };
  await asAdmin('put', '/policy', { ...body.data, flood }).expect(200);
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

let guests = 0;
/** Posts as a guest nobody has met, and returns the answer and the stored comment. */
async function arrive(overrides: Record<string, unknown> = {}, guest = `guest-${(guests += 1)}`) {
  const { body } = await app
    .http()
    .post(commentsPath(article))
    .set(visitor(guest))
    .send(commentBody({ content: `A thought of my own, ${guest}.`, ...overrides }))
    .expect(201);
  const row = await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: body.data.documentId })
    .first();
  const phases = (row.held_phases as string | null)?.split(',').filter(Boolean) ?? [];
  return { ...body.data, kept: row.state as string, phases, editToken: body.meta.editToken };
}
const asAdmin = (method: 'get' | 'put' | 'post', path: string, data?: unknown) => {
  const request = app
    .http()
    [method](`/analysis/triage${path}`)
    .set('Authorization', `Bearer ${admin}`);
  return data === undefined ? request : request.send({ data });
};
const policy = async () => (await asAdmin('get', '/policy').expect(200)).body.data;
const formToken = async () =>
  (await app.http().get('/api/analysis/comment-token').expect(200)).body.data.token;

test('an honest comment waits without a doubt', async () => {
  expect(await arrive()).toMatchObject({ kept: 'pending', phases: [] });
});

test.each([
  ['a blocked phrase', { content: 'Win at the best online casino tonight, my friends' }, 'spam'],
  ['the same, disguised', { content: 'Win at the best onl1ne c@s1no tonight, friends' }, 'spam'],
  ['a filled trap', { homepage: 'https://spam.example.com' }, 'spam'],
  ['shouting', { content: 'THIS IS ALL WRONG AND EVERYBODY KNOWS IT BY NOW' }, 'pending'],
  ['a throw-away address', { author: { name: 'Ana', email: 'ana@mailinator.com' } }, 'pending'],
  ['a forged form token', { formToken: 'now' }, 'pending'],
])('%s is kept as %3$s, with a reason for moderators', async (_what, overrides, kept) => {
  const arrived = await arrive(overrides);
  expect(arrived).toMatchObject({ kept, status: 'pending' });
  expect(arrived.phases).toHaveLength(1);
  const { body } = await app
    .http()
    .get(`/analysis/moderation/comments/${arrived.documentId}`)
    .set('Authorization', `Bearer ${admin}`)
    .expect(200);
  expect(body.data.card.heldReasons).toMatchObject([
    { phase: arrived.phases[0], message: expect.any(String) },
  ]);
  // Nobody but a moderator learns why.
  expect(JSON.stringify(arrived)).not.toContain('heldReasons');
});

test('a form sent within the second is held, one that took its time is not', async () => {
  expect(await arrive({ formToken: await formToken() })).toMatchObject({ phases: ['timing'] });
});

test('who says the same again hears so; what many say elsewhere is spam', async () => {
  const content = 'The port should have asked the ferry crews before it put the plan to a vote.';
  await arrive({ content }, 'echo');
  const again = await arrive({ content }, 'echo');
  expect(again).toMatchObject({ kept: 'rejected', status: 'rejected', phases: ['duplicates'] });
  const wave =
    'I made four thousand last month from home with this simple method, ask me how it works today';
  for (const n of [1, 2, 3]) {
    article = (await createArticle(app)).documentId;
    const { kept } = await arrive({ content: `${wave} ${n}` });
    expect(kept).toBe(n < 3 ? 'pending' : 'spam');
  }
});

test('a flood from one reader is held', async () => {
  const phases: string[][] = [];
  for (let n = 0; n < 7; n += 1) {
    phases.push((await arrive({ content: `Thought number ${n} of many.` }, 'flooder')).phases);
  }
  expect(phases[0]).toEqual([]);
  expect(phases.at(-1)).toEqual(['flood']);
});

test('a signed-in author whom moderators trust is public at once, until one comment is spam', async () => {
  const { jwt } = await createUser(app);
  let n = 0;
  const post = async () => {
    n += 1;
    const { body } = await app
      .http()
      .post(commentsPath(article))
      .set('Authorization', `Bearer ${jwt}`)
      .send({ data: { content: `A known voice says its opinion ${n} times.` } })
      .expect(201);
    return body.data;
  };
  for (let posted = 0; posted < 3; posted += 1) {
    const { documentId, status } = await post();
    expect(status).toBe('pending');
    await decide(app, documentId, 'approved');
  }
  const trusted = await post();
  expect(trusted.status).toBe('approved');
  await decide(app, trusted.documentId, 'spam');
  expect((await post()).status).toBe('pending');
});

test('a banned author’s comments are spam on arrival, and no longer once the ban is over', async () => {
  const author = { name: 'Troll', email: 'troll@bad.example.net' };
  const first = await arrive({ author });
  const ban = (days: number | null) =>
    app
      .http()
      .post('/analysis/moderation/bans')
      .set('Authorization', `Bearer ${admin}`)
      .send({ data: { kind: 'domain', commentId: first.documentId, days } })
      .expect(201);
  await ban(7);
  expect(await arrive({ author })).toMatchObject({ kept: 'spam', phases: ['banned'] });
  await app.strapi.db.connection('analysis_bans').update({ until: new Date(Date.now() - 1_000) });
  expect(await arrive({ author })).toMatchObject({ kept: 'pending', phases: [] });
});

test('an edit is looked at like a new comment', async () => {
  const { documentId, editToken } = await arrive();
  await app
    .http()
    .patch(commentPath(documentId))
    .set('X-Analysis-Edit-Token', editToken)
    .send({ data: { content: 'Now visit the best online casino in town' } })
    .expect(200);
  const row = await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: documentId })
    .first();
  expect(row).toMatchObject({ state: 'spam' });
});

test('a closed discussion takes no comments and says so', async () => {
  const { documentId: root } = await approvedComment(app, article, {}).catch(() => ({
    documentId: '',
  }));
  expect(root).not.toBe('');
  await documents(app, ARTICLE).update({
    documentId: article,
    data: { discussionClosed: true } as never,
    status: 'published',
  });
  const { body } = await app.http().post(commentsPath(article)).send(commentBody()).expect(403);
  expect(body.error.message).toMatch(/closed/);
  const page = (await app.http().get(commentsPath(article)).expect(200)).body;
  expect(page.meta).toMatchObject({ open: false, total: 1 });
});

test('the policy is set in the admin, checked, and in force at once', async () => {
  const before = await policy();
  const changed = {
    ...before,
    holdWords: { enabled: true, words: { '*': ['harbour'] } },
    blockedWords: { ...before.blockedWords, enabled: false },
  };
  await asAdmin('put', '/policy', changed).expect(200);
  expect(await arrive({ content: 'The harbour is fine as it is.' })).toMatchObject({
    kept: 'pending',
    phases: ['holdWords'],
  });
  expect(await arrive({ content: 'The best online casino is not here.' })).toMatchObject({
    kept: 'pending',
  });
  const { body } = await asAdmin('put', '/policy', {
    ...before,
    flood: { ...before.flood, windowMinutes: -1 },
    nonsense: true,
  }).expect(400);
  expect(body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual(
    expect.arrayContaining(['flood.windowMinutes'])
  );
  await asAdmin('put', '/policy', before).expect(200);
});

test('a policy that cannot be stored is not said to be, nor in force', async () => {
  const before = await policy();
  const holdWords = { enabled: true, words: { '*': ['estuary'] } };
  const row = { table: 'strapi_core_store_settings', on: 'update', column: 'key' } as const;
  const refusal = { ...row, value: 'plugin_analysis_triage-policy', why: 'no room for a policy' };
  await whileRefused(app, refusal, () =>
    asAdmin('put', '/policy', { ...before, holdWords }).expect(500)
  );
  expect(app.errors.splice(0).join()).toContain('no room for a policy');
  expect(await policy()).toEqual(before);
  expect(await arrive({ content: 'The estuary is fine as it is.' })).toMatchObject({ phases: [] });
});

test('a changed policy is tried on what people decided, and changes nothing', async () => {
  const ham = await arrive({ content: 'Tidal energy deserves a fair and patient hearing here.' });
  await decide(app, ham.documentId, 'approved');
  const now = await policy();
  const { body } = await asAdmin('post', '/replay', {
    ...now,
    blockedWords: { ...now.blockedWords, words: { '*': ['tidal'] } },
  }).expect(200);
  expect(body.data).toMatchObject({
    decisions: expect.any(Number),
    now: { approvedTaken: 0 },
    next: { approvedTaken: 1 },
    cases: [{ commentId: ham.documentId, decided: 'approved', wouldBe: 'spam' }],
  });
  expect(await policy()).toEqual(now);
});

test('only the settings’ own permission opens them', async () => {
  const without = await adminToken(app, [{ action: 'plugin::analysis.moderation.read' }]);
  for (const [method, path] of [
    ['get', '/policy'],
    ['put', '/policy'],
    ['post', '/replay'],
  ] as const) {
    await app.http()[method](`/analysis/triage${path}`).expect(401);
    await app
      .http()
      [method](`/analysis/triage${path}`)
      .set('Authorization', `Bearer ${without}`)
      .expect(403);
  }
});

test('triage costs a fixed number of queries', async () => {
  const cost = async () =>
    (await countQueries(app, () => arrive())).queries.filter((sql) => /analysis_/.test(sql)).length;
  // Strapi reads the article again for its events, after it was made.
  await arrive();
  const few = await cost();
  for (let n = 0; n < 15; n += 1) await arrive();
  expect(await cost()).toBe(few);
});
