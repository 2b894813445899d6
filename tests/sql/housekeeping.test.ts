import { sharedApp, type TestApp } from '../helpers/app';
import { approvedComment, decide, expectCountersExact, postComment } from '../helpers/discussion';
import { createArticle } from '../helpers/factories';

let app: TestApp;
let article: string;
beforeAll(async () => {
  app = await sharedApp();
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
