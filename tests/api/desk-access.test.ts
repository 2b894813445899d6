import { startApp, type OwnApp } from '../helpers/app';
import { DESK, deskOf } from '../helpers/desk';
import { approvedComment, expectCountersExact, postComment } from '../helpers/discussion';
import { adminToken, createArticle } from '../helpers/factories';

let app: OwnApp;
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

test('personal data is masked without its permission, and cannot be asked for', async () => {
  await postComment(app, article);
  const masked = await adminToken(app, DESK.slice(0, 1));
  const [card] = (await queue(`tab=pending&article=${article}&sort=oldest`, masked)).data;
  expect(card.author).toMatchObject({ email: 'a…@example.com', network: null });
  await call('get', '/moderation/queue?email=a', undefined, masked).expect(400);
});

test('the content manager shows, and filters by, nothing that the server alone works with', async () => {
  const { documentId } = await approvedComment(app, article);
  const token = await adminToken(app);
  const comments = '/content-manager/collection-types/plugin::analysis.comment';
  const get = (path: string) => app.http().get(path).set('Authorization', `Bearer ${token}`);
  const { body } = await get(`${comments}/${documentId}`).expect(200);
  expect(body.data).toMatchObject({ documentId, state: 'approved' });
  const hidden = ['authorKey', 'editTokenHash', 'addressId', 'fingerprint', 'rootId', 'visible'];
  for (const field of hidden) {
    expect(body.data).not.toHaveProperty(field);
    // Strapi passes over a filter that is not allowed: what it asks cannot be told from the answer.
    const asked = `filters[documentId]=${documentId}&filters[${field}][$eq]=nobody`;
    expect((await get(`${comments}?${asked}`).expect(200)).body.results).toHaveLength(1);
  }
});

test('the record is only added to, and the role Moderator is made once', async () => {
  await approvedComment(app, article);
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
