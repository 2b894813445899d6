import { startApp, type OwnApp } from '../helpers/app';
import { adminToken } from '../helpers/factories';

let app: OwnApp;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const PLACE = '/content-manager/collection-types/plugin::analysis';
const READ_COMMENTS = {
  action: 'plugin::content-manager.explorer.read',
  subject: 'plugin::analysis.comment',
  conditions: [],
  properties: { fields: ['content', 'state'] },
};

const ask = async (token: string, method: 'get' | 'post', path: string, body?: object) =>
  (
    await app
      .http()
      [method](path)
      .set('Authorization', `Bearer ${token}`)
      .send(body as object)
  ).status;

describe.each(['strapi-editor', 'strapi-author'])('out of the box, a %s', (role) => {
  let token: string;
  beforeAll(async () => {
    token = await adminToken(app, { role });
  });

  test('finds articles and topics in the content manager', async () => {
    for (const type of ['article', 'topic']) {
      expect([type, await ask(token, 'get', `${PLACE}.${type}`)]).toEqual([type, 200]);
    }
  });

  test('neither reads comments and votes there nor writes any', async () => {
    const vote = { articleId: 'any', voterKey: 'mine', value: 5 };
    const comment = { articleId: 'any', content: 'said', authorName: 'Edith', state: 'approved' };
    expect(await ask(token, 'get', `${PLACE}.comment`)).toBe(403);
    expect(await ask(token, 'get', `${PLACE}.rating`)).toBe(403);
    expect(await ask(token, 'post', `${PLACE}.rating`, vote)).toBe(403);
    expect(await ask(token, 'post', `${PLACE}.comment`, comment)).toBe(403);
  });
});

test('what an administrator gives them is theirs, after a restart as well', async () => {
  const administrator = await adminToken(app);
  const { id } = await app.strapi.service('admin::role').findOne({ code: 'strapi-editor' });
  const permissions = () =>
    app
      .http()
      .get(`/admin/roles/${id}/permissions`)
      .set('Authorization', `Bearer ${administrator}`);
  const held = (await permissions()).body.data as Record<string, unknown>[];
  const kept = held.map(({ action, subject, conditions, properties, actionParameters }) => ({
    action,
    subject,
    conditions,
    properties,
    actionParameters,
  }));
  await app
    .http()
    .put(`/admin/roles/${id}/permissions`)
    .set('Authorization', `Bearer ${administrator}`)
    .send({ permissions: [...kept, READ_COMMENTS] })
    .expect(200);
  const editor = () => adminToken(app, { role: 'strapi-editor' });
  expect(await ask(await editor(), 'get', `${PLACE}.comment`)).toBe(200);

  await app.restart();
  expect(await ask(await editor(), 'get', `${PLACE}.comment`)).toBe(200);
  expect(await ask(await editor(), 'get', `${PLACE}.rating`)).toBe(403);
});

test('administrators find both', async () => {
  const administrator = await adminToken(app);
  expect(await ask(administrator, 'get', `${PLACE}.comment`)).toBe(200);
  expect(await ask(administrator, 'get', `${PLACE}.rating`)).toBe(200);
});
