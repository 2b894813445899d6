import { startApp, type TestApp } from '../helpers/app';
import { DESK, deskOf, type Method } from '../helpers/desk';
import { expectCountersExact, postComment } from '../helpers/discussion';
import { adminToken, createArticle } from '../helpers/factories';

let app: TestApp;
let moderator: string;
let article: string;
beforeAll(async () => {
  app = await startApp();
  moderator = await adminToken(app, DESK);
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

const { call, queue } = deskOf(() => ({ app, token: moderator }));

test('each route needs its own permission; personal data is masked without its own', async () => {
  const { documentId } = await postComment(app, article);
  const routes: [Method, string, unknown, string][] = [
    ['get', '/moderation/queue', undefined, 'moderation.read'],
    ['get', '/moderation/counts', undefined, 'moderation.read'],
    ['get', '/moderation/summary', undefined, 'moderation.read'],
    ['get', `/moderation/comments/${documentId}`, undefined, 'moderation.read'],
    ['put', `/comments/${documentId}/status`, { status: 'pending' }, 'moderate'],
    ['post', '/moderation/bulk', { status: 'pending', items: [{ documentId }] }, 'moderate'],
    ['post', '/moderation/undo', { batch: 'x' }, 'moderate'],
    ['post', `/moderation/comments/${documentId}/replies`, { content: 'Hi.' }, 'moderate'],
    ['put', `/moderation/comments/${documentId}/reports`, { verdict: 'dismissed' }, 'moderate'],
    ['get', '/moderation/bans', undefined, 'moderation.ban'],
    ['post', '/moderation/bans', { kind: 'domain', value: 'x.example' }, 'moderation.ban'],
    ['delete', '/moderation/bans/x', undefined, 'moderation.ban'],
  ];
  for (const [method, path, data, permission] of routes) {
    const others = DESK.filter(({ action }) => action !== `plugin::analysis.${permission}`);
    const without = await adminToken(app, others);
    await app.http()[method](`/analysis${path}`).expect(401);
    await call(method, path, data, without).expect(403);
    const { status } = await call(method, path, data, moderator);
    expect([path, status < 400 || status === 404]).toEqual([path, true]);
  }
  const masked = await adminToken(app, DESK.slice(0, 1));
  const [card] = (await queue(`tab=approved&article=${article}&sort=oldest`, masked)).data;
  expect(card.author).toMatchObject({ email: 'a…@example.com', network: null });
  await call('get', '/moderation/queue?email=a', undefined, masked).expect(400);
});

test('the record is only added to, and the role Moderator is made once', async () => {
  const events = app.strapi.documents('plugin::analysis.event' as never);
  const event = await app.strapi.db.connection('analysis_events').first('document_id');
  await expect(events.delete({ documentId: event.document_id })).rejects.toMatchObject({
    name: 'ForbiddenError',
  });
  const roles = app.strapi.service('admin::role');
  const role = await roles.findOne({ name: 'Moderator' });
  expect(role).toMatchObject({ name: 'Moderator' });
  await roles.deleteByIds([role.id]);
  await app.restart();
  expect(await app.strapi.service('admin::role').findOne({ name: 'Moderator' })).toBeNull();
});
