import { startApp, type TestApp } from '../helpers/app';
import {
  approvedComment,
  commentsPath,
  decide,
  expectCountersExact,
  outline,
  postComment,
} from '../helpers/discussion';
import { adminToken, createArticle } from '../helpers/factories';

let app: TestApp;
let article: string;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

const housekeeping = () => app.strapi.plugin('analysis').service('housekeeping');
const row = (documentId: string) =>
  app.strapi.db.connection('analysis_comments').where({ document_id: documentId }).first();
const age = (documentId: string, days: number) =>
  app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: documentId })
    .update({
      created_at: new Date(Date.now() - days * 86_400_000),
      updated_at: new Date(Date.now() - days * 86_400_000),
    });
const discussion = async () =>
  outline((await app.http().get(commentsPath(article)).expect(200)).body.data);

test('trash and spam go after thirty days; what has replies leaves its place', async () => {
  const old = await postComment(app, article, { content: 'old trash' });
  const fresh = await postComment(app, article, { content: 'fresh spam' });
  const kept = await postComment(app, article, { content: 'rejected long ago' });
  const root = await approvedComment(app, article, { content: 'root' });
  await approvedComment(app, article, { content: 'reply', parent: root.documentId });
  for (const [{ documentId }, status, days] of [
    [old, 'trash', 31],
    [fresh, 'spam', 29],
    [kept, 'rejected', 400],
    [root, 'spam', 31],
  ] as const) {
    await decide(app, documentId, status);
    await age(documentId, days);
  }
  expect(await housekeeping().run()).toMatchObject({ purged: 2 });
  expect(await row(old.documentId)).toBeUndefined();
  expect(await row(root.documentId)).toMatchObject({ content: '', author_email: null });
  expect(await row(fresh.documentId)).toMatchObject({ content: 'fresh spam' });
  expect(await row(kept.documentId)).toMatchObject({ content: 'rejected long ago' });
  expect(await housekeeping().run()).toMatchObject({ purged: 0 });
});

test('networks and browsers are forgotten after thirty days', async () => {
  const old = await postComment(app, article);
  const fresh = await postComment(app, article);
  await age(old.documentId, 31);
  expect((await row(old.documentId)).ip_hash).toEqual(expect.any(String));
  expect((await housekeeping().run()).forgotten).toBeGreaterThanOrEqual(1);
  expect(await row(old.documentId)).toMatchObject({ ip_hash: null, user_agent: null });
  expect((await row(fresh.documentId)).ip_hash).toEqual(expect.any(String));
});

test('of many instances whose clocks strike together one runs the job, once a day', async () => {
  const ran = await Promise.all(Array.from({ length: 5 }, () => housekeeping().runOnce()));
  expect(ran.filter((done) => done !== null)).toHaveLength(1);
  expect(await housekeeping().runOnce()).toBeNull();
});

test('a person gets what is kept of them, and has it erased', async () => {
  const author = { name: 'Lea', email: 'lea@example.org', url: 'https://lea.example.org/' };
  const root = await approvedComment(app, article, { author, content: 'Lea’s root' });
  await approvedComment(app, article, { content: 'Someone’s reply', parent: root.documentId });
  const alone = await postComment(app, article, { author, content: 'Lea alone' });
  const token = await adminToken(app);
  const call = (what: string, data: object, as = token) =>
    app
      .http()
      .post(`/analysis/privacy/${what}`)
      .set('Authorization', `Bearer ${as}`)
      .send({ data });
  const { body } = await call('export', { email: author.email }).expect(200);
  expect(body.data.comments).toMatchObject([
    { content: 'Lea’s root', name: 'Lea', url: author.url, status: 'approved' },
    { content: 'Lea alone', status: 'pending', networkHash: expect.any(String) },
  ]);
  expect((await call('erase', { email: author.email }).expect(200)).body.data).toEqual({
    erased: 2,
  });
  expect((await call('export', { email: author.email })).body.data.comments).toEqual([]);
  expect(await row(alone.documentId)).toBeUndefined();
  expect(await discussion()).toEqual([[null, 'Someone’s reply']]);
  await call('erase', { email: 'no address' }).expect(400);
  const reader = await adminToken(app, [{ action: 'plugin::analysis.moderation.read' }]);
  for (const what of ['export', 'erase']) {
    await call(what, { email: author.email }, reader).expect(403);
    await app.http().post(`/analysis/privacy/${what}`).send({}).expect(401);
  }
});
