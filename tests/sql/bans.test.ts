import { sharedApp, type TestApp } from '../helpers/app';
import { DESK, deskOf } from '../helpers/desk';
import { expectCountersExact, postComment } from '../helpers/discussion';
import { adminToken, countQueries, createArticle, visitor } from '../helpers/factories';

let app: TestApp;
let moderator: string;
let article: string;
beforeAll(async () => {
  app = await sharedApp();
  moderator = await adminToken(app, DESK);
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  await bans().delete();
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

const { call, detail } = deskOf(() => ({ app, token: moderator }));
const bans = () => app.strapi.db.connection('analysis_bans');
const ban = async (data: object) =>
  (await call('post', '/moderation/bans', { reason: 'flood', ...data }).expect(201)).body.data;
const list = async (query = '') => (await call('get', `/moderation/bans${query}`).expect(200)).body;
const isBanned = async (documentId: string): Promise<boolean> =>
  (await detail(documentId)).card.author.banned;
const housekeeping = () => app.strapi.plugin('analysis').service('housekeeping').run();

test('bans by value reach whoever writes so, are listed newest first and page by page', async () => {
  const author = { name: 'Zed', email: 'Zed@Spam.example' };
  const { documentId } = await postComment(app, article, { author });
  const { network } = (await detail(documentId)).card.author;
  for (const [kind, value, label] of [
    ['email', 'zed@spam.EXAMPLE', 'z…@spam.example'],
    ['domain', '@Spam.example', 'spam.example'],
    ['network', network, network.slice(0, 8)],
  ] as const) {
    expect(await isBanned(documentId)).toBe(false);
    const made = await ban({ kind, value, days: 3 });
    expect(made).toMatchObject({ kind, label, reason: 'flood', by: 'Test Person' });
    expect(await isBanned(documentId)).toBe(true);
    await call('delete', `/moderation/bans/${made.documentId}`).expect(204);
  }
  for (const n of [1, 2, 3, 4, 5]) await ban({ kind: 'domain', value: `d${n}.example` });
  const { result: first, queries } = await countQueries(app, () => list('?limit=2'));
  expect(first.data).toMatchObject([{ label: 'd5.example' }, { label: 'd4.example' }]);
  const second = await list(`?limit=2&cursor=${first.meta.nextCursor}`);
  const third = await list(`?limit=2&cursor=${second.meta.nextCursor}`);
  expect(second.data).toMatchObject([{ label: 'd3.example' }, { label: 'd2.example' }]);
  expect(third).toMatchObject({ data: [{ label: 'd1.example' }], meta: { nextCursor: null } });
  expect(queries.filter((sql) => sql.includes('analysis_bans'))).toHaveLength(1);
  await call('get', '/moderation/bans?limit=101').expect(400);
  await call('get', '/moderation/bans?q=x').expect(400);
});

test('a lifted ban can be put back for a day, with the end that it had', async () => {
  const author = { name: 'Ned', email: 'ned@example.org' };
  const { documentId } = await postComment(app, article, { author });
  const made = await ban({ kind: 'email', value: author.email, days: 9 });
  await call('delete', `/moderation/bans/${made.documentId}`).expect(204);
  expect((await list()).data).toEqual([]);
  expect(await isBanned(documentId)).toBe(false);
  await call('delete', `/moderation/bans/${made.documentId}`).expect(404);
  await housekeeping();
  const restore = () => call('post', `/moderation/bans/${made.documentId}/restore`);
  expect((await restore().expect(200)).body.data).toEqual(made);
  expect(await isBanned(documentId)).toBe(true);
  await restore().expect(404);
  await call('delete', `/moderation/bans/${made.documentId}`).expect(204);
  await bans().update({ lifted_at: new Date(Date.now() - 86_400_001) });
  expect(await housekeeping()).toMatchObject({ bans: 1 });
  await restore().expect(404);
});

test('what is banned again after its ban was lifted is banned from then on', async () => {
  const first = await ban({ kind: 'domain', value: 'again.example' });
  await call('delete', `/moderation/bans/${first.documentId}`).expect(204);
  const second = await ban({ kind: 'domain', value: 'again.example', days: 1 });
  expect(second.documentId).not.toBe(first.documentId);
  const longer = await ban({ kind: 'domain', value: 'again.example' });
  expect(longer).toMatchObject({ documentId: second.documentId, until: null });
  expect((await list()).data).toEqual([longer]);
  await call('post', `/moderation/bans/${first.documentId}/restore`).expect(404);
});

test('a ban whose time is over is not put back', async () => {
  const made = await ban({ kind: 'domain', value: 'over.example', days: 1 });
  await call('delete', `/moderation/bans/${made.documentId}`).expect(204);
  await bans().update({ until: new Date(Date.now() - 1_000) });
  await call('post', `/moderation/bans/${made.documentId}/restore`).expect(404);
});

test('a sweep by address takes comments along whatever their case', async () => {
  const author = { name: 'Kay', email: 'Kay@Example.org' };
  const { documentId } = await postComment(app, article, { author });
  await app
    .http()
    .post(`/api/analysis/articles/${article}/comments`)
    .set(visitor('kay'))
    .send({ data: { content: 'Once more.', author: { ...author, email: 'kay@example.org' } } })
    .expect(201);
  const { body } = await call('post', '/moderation/bans', {
    ...{ kind: 'email', value: 'KAY@example.org', sweep: true },
  }).expect(201);
  expect(body.meta).toEqual({ swept: 2 });
  expect((await detail(documentId)).card.status).toBe('spam');
});

test.each([
  ['no value', { kind: 'email' }, 'value'],
  ['no address', { kind: 'email', value: 'spam.example' }, 'value'],
  ['no domain', { kind: 'domain', value: 'a@spam.example' }, 'value'],
  ['a bare word as domain', { kind: 'domain', value: 'spam' }, 'value'],
  ['an address as network', { kind: 'network', value: '192.0.2.1' }, 'value'],
  ['an author by value', { kind: 'author', value: 'x'.repeat(43) }, 'kind'],
  ['no days', { kind: 'domain', value: 'spam.example', days: 0 }, 'days'],
  ['an unknown field', { kind: 'domain', value: 'spam.example', by: 'me' }, 'by'],
])('%s is refused', async (_what, data, path) => {
  const { body } = await call('post', '/moderation/bans', data).expect(400);
  expect(body.error.details.errors.map((each: { path: string[] }) => each.path)).toEqual([[path]]);
  expect((await list()).data).toEqual([]);
});
