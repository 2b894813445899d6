import { sharedApp, type TestApp } from '../helpers/app';
import { DESK, deskOf } from '../helpers/desk';
import {
  approvedComment,
  COMMENT,
  commentPath,
  expectCountersExact,
  postComment,
} from '../helpers/discussion';
import { adminToken, ARTICLE, createArticle, visitor } from '../helpers/factories';

const EXPLORER = 'plugin::content-manager.explorer';
const PERSONAL = ['authorEmail', 'ipHash', 'userAgent', 'userId', 'authorKey', 'editTokenHash'];
/** What a role that somebody made by hand may name. */
const FIELDS = ['state', 'reason', 'content', 'authorName', 'authorUrl', 'articleId', ...PERSONAL];
const LIST = `/content-manager/collection-types/${COMMENT}`;

let app: TestApp;
let moderator: string;
let article: string;
beforeAll(async () => {
  app = await sharedApp();
  moderator = await adminToken(app, [
    ...DESK,
    ...['create', 'read', 'update', 'delete'].map((verb) => ({
      action: `${EXPLORER}.${verb}`,
      subject: COMMENT,
      properties: { fields: FIELDS },
    })),
  ]);
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

const { call, detail } = deskOf(() => ({ app, token: moderator }));
const manager = (method: 'get' | 'put' | 'post' | 'delete', path: string, token = moderator) =>
  app.http()[method](path).set('Authorization', `Bearer ${token}`);
const row = (documentId: string) =>
  app.strapi.db.connection('analysis_comments').where({ document_id: documentId }).first();
const events = (documentId: string) =>
  app.strapi.db.connection('analysis_events').where({ comment_id: documentId }).orderBy('id');
const report = (documentId: string, n: number) =>
  app
    .http()
    .post(`${commentPath(documentId)}/reports`)
    .set(visitor(`reporter-${n}`))
    .send({ data: { reason: 'spam' } })
    .expect(201);

describe('who a reader is', () => {
  let documentId: string;
  let kept: Record<string, string>;
  beforeEach(async () => {
    ({ documentId } = await approvedComment(app, article, {
      author: { name: 'Ana', email: 'only-the-desk@example.com' },
    }));
    kept = await row(documentId);
  });

  test.each([
    ['a role made by hand', () => moderator],
    ['a super administrator', () => adminToken(app)],
    ['the role Moderator', () => roleToken('Moderator')],
  ])('is in no answer of the content manager, to %s', async (_who, token) => {
    const held = await token();
    for (const path of [
      `${LIST}/${documentId}`,
      `${LIST}?pageSize=100`,
      `${LIST}?fields[0]=authorEmail&fields[1]=ipHash`,
      `${LIST}/${documentId}?populate=*`,
    ]) {
      const { text, status } = await manager('get', path, held);
      // Refused, or answered as if it had not been asked.
      if (status !== 200) expect([path, status]).toEqual([expect.stringMatching(/\?/), 400]);
      else expect(text).toContain(documentId);
      for (const secret of ['only-the-desk', kept.ip_hash, kept.author_key, 'reader-ana']) {
        expect(text).not.toContain(secret);
      }
      for (const field of PERSONAL) expect(text).not.toContain(`"${field}"`);
    }
  });

  test.each(PERSONAL)('cannot be asked for by %s', async (field) => {
    const ids = async (query: string) =>
      (await manager('get', `${LIST}?${query}`).expect(200)).body.results.map(
        (each: { documentId: string }) => each.documentId
      );
    const same = `filters[articleId][$eq]=${article}`;
    const other = await postComment(app, article, {
      author: { name: 'Zoe', email: 'zoe@example.com' },
    });
    await app.strapi.db
      .connection('analysis_comments')
      .where({ document_id: other.documentId })
      .update({ ip_hash: 'zzz', user_agent: 'zzz', author_key: 'zzz', edit_token_hash: 'zzz' });
    const plain = await ids(same);
    expect(plain).toHaveLength(2);
    const sorted = await ids(`${same}&sort=${field}:asc`);
    expect(await ids(`${same}&sort=${field}:desc`)).toEqual(sorted);
    expect(await ids(`${same}&sort[0][${field}]=desc`)).toEqual(sorted);
    for (const probe of [
      `${same}&filters[${field}][$startsWith]=zzz`,
      `${same}&filters[$and][0][${field}][$contains]=only`,
      `${same}&filters[$not][${field}][$notNull]=true`,
    ]) {
      expect((await ids(probe)).sort()).toEqual([...plain].sort());
    }
    for (const word of ['only-the-desk', 'zoe@example', kept.ip_hash?.slice(0, 20), 'zzz']) {
      expect(await ids(`${same}&_q=${word}`)).toEqual([]);
    }
  });

  test('nor by a ban on an address that is guessed', async () => {
    const masked = await adminToken(
      app,
      DESK.filter(({ action }) => !action.endsWith('personal-data'))
    );
    for (const [kind, value] of [
      ['email', 'only-the-desk@example.com'],
      ['network', kept.ip_hash],
    ]) {
      const { body } = await call('post', '/moderation/bans', { kind, value }, masked).expect(400);
      expect(body.error.details.errors[0].path).toEqual(['value']);
    }
    await call('post', '/moderation/bans', { kind: 'email', commentId: documentId }, masked).expect(
      201
    );
    await app.strapi.db.connection('analysis_bans').delete();
  });

  test('votes carry no voter there', async () => {
    const rate = app.http().put(`/api/analysis/articles/${article}/rating`);
    await rate.set(visitor('voter')).send({ data: { value: 4 } });
    const votes = '/content-manager/collection-types/plugin::analysis.rating';
    const { text } = await manager('get', votes, await adminToken(app)).expect(200);
    expect(text).not.toContain('voterKey');
    expect(text).toContain(article);
  });
});

const roleToken = async (name: string): Promise<string> => {
  const role = await app.strapi.service('admin::role').findOne({ name });
  return adminToken(app, { role: role.code });
};

test.each([
  ['content', 'Something that Ana never wrote.'],
  ['authorName', 'Someone else'],
  ['authorUrl', 'https://example.com/'],
])('a moderator does not rewrite a reader’s %s', async (field, value) => {
  const { documentId } = await approvedComment(app, article);
  const before = await row(documentId);
  const { body } = await manager('put', `${LIST}/${documentId}`)
    .send({ [field]: value, state: 'trash' })
    .expect(400);
  expect(body.error.details.errors).toEqual([
    expect.objectContaining({
      path: [field],
      message: expect.stringMatching(/author’s own words/),
    }),
  ]);
  expect(await row(documentId)).toEqual(before);
  // A form sends all of its fields, whichever was changed.
  const { content, author_name: authorName, author_url: authorUrl } = before;
  await manager('put', `${LIST}/${documentId}`)
    .send({ content, authorName, authorUrl, state: 'rejected', reason: 'rude' })
    .expect(200);
  expect(await row(documentId)).toMatchObject({ state: 'rejected', reason: 'rude', content });
});

test('nobody gives a comment or a post the key of another in the content manager', async () => {
  const one = await approvedComment(app, article);
  const other = await createArticle(app);
  const posts = `/content-manager/collection-types/${ARTICLE}`;
  const token = await adminToken(app);
  for (const [list, key, stolen] of [
    [LIST, one.documentId, 'x'],
    [posts, other.documentId, article],
  ] as [string, string, string][]) {
    const keys = { id: 1, documentId: stolen, locale: 'fr' };
    const put = await manager('put', `${list}/${key}`, token).send(keys).expect(200);
    expect(put.body.data).toMatchObject({ documentId: key, locale: null });
    expect((await manager('get', `${list}/${key}`, token).expect(200)).body.data.documentId).toBe(
      key
    );
  }
  const { body } = await manager('post', posts, token)
    .send({ documentId: article, title: 'A second one', body: 'Of its own.', language: 'en' })
    .expect(201);
  expect(body.data.documentId).not.toBe(article);
});

test('a status set in the content manager is a decision as at the desk', async () => {
  const { documentId } = await approvedComment(app, article);
  for (const n of [1, 2]) await report(documentId, n);
  const { body } = await manager('put', `${LIST}/${documentId}`)
    .send({ state: 'trash', reason: 'off topic' })
    .expect(200);
  expect(body.data).toMatchObject({ state: 'trash', reason: 'off topic' });
  const { card, events: record } = await detail(documentId);
  expect(card).toMatchObject({ status: 'trash', visible: false, reports: [] });
  expect(record.at(-1)).toMatchObject({
    ...{ kind: 'decision', by: 'Test Person', from: 'approved', to: 'trash', reason: 'off topic' },
  });
  const reports = await app.strapi.db
    .connection('analysis_reports')
    .where({ comment_id: documentId });
  expect(reports.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['upheld', 'upheld']);
  // Nothing moved, nothing decided; nor are there other reasons than the record's.
  await manager('put', `${LIST}/${documentId}`).send({ reason: 'another' }).expect(200);
  expect((await row(documentId)).reason).toBe('off topic');
  await manager('put', `${LIST}/${documentId}`).send({ state: 'trash' }).expect(200);
  expect(await events(documentId)).toHaveLength(2);
  const { batch } = (await events(documentId)).at(-1);
  await call('post', '/moderation/undo', { batch }).expect(200);
  expect((await detail(documentId)).card.status).toBe('approved');
  await call('post', '/moderation/undo', { batch }).expect(404);
});

test('what a moderator makes or deletes in the content manager is in the record', async () => {
  const made = await manager('post', LIST)
    .send({ articleId: article, content: 'Made by hand.', authorName: 'Ana', state: 'approved' })
    .expect(201);
  const { documentId } = made.body.data;
  expect(await events(documentId)).toMatchObject([
    { kind: 'decision', actor_name: 'Test Person', from_status: null, to_status: 'approved' },
  ]);
  const other = await approvedComment(app, article);
  await call('put', `/comments/${other.documentId}/status`, {
    ...{ status: 'rejected', reason: 'Ana, 12 Mill Lane, is known for this' },
  }).expect(200);
  await manager('post', `${LIST}/actions/bulkDelete`)
    .send({ documentIds: [documentId, other.documentId] })
    .expect(200);
  for (const id of [documentId, other.documentId]) {
    const record = await events(id);
    expect(record.at(-1)).toMatchObject({ kind: 'purge', actor_name: 'Test Person' });
    for (const event of record) expect(event).toMatchObject({ reason: null, content_hash: null });
  }
});

test('a comment that its author deleted is not decided on in the content manager either', async () => {
  const { documentId, editToken } = await approvedComment(app, article);
  await approvedComment(app, article, { parent: documentId });
  await app
    .http()
    .delete(commentPath(documentId))
    .set('X-Analysis-Edit-Token', editToken)
    .expect(204);
  const { body } = await manager('put', `${LIST}/${documentId}`)
    .send({ state: 'trash' })
    .expect(400);
  expect(body.error.details.errors[0]).toMatchObject({ path: ['state'] });
});

describe('a policy is tried on decisions that stand', () => {
  const replayed = async (): Promise<number> => {
    const triage = app.strapi.plugin('analysis').service('triage');
    return (await triage.replay(await triage.policy())).decisions;
  };
  const decide = async (documentId: string, status: string): Promise<string> =>
    (await call('put', `/comments/${documentId}/status`, { status }).expect(200)).body.data.batch;
  const undo = (batch: string) => call('post', '/moderation/undo', { batch }).expect(200);

  test('what was undone, or waits again, is left out, and what stood before it counts', async () => {
    const start = await replayed();
    const { documentId } = await postComment(app, article);
    const first = await decide(documentId, 'approved');
    expect(await replayed()).toBe(start + 1);
    await undo(first);
    expect(await replayed()).toBe(start);
    await decide(documentId, 'approved');
    const second = await decide(documentId, 'spam');
    await undo(second);
    expect(await replayed()).toBe(start + 1);
    await decide(documentId, 'pending');
    expect(await replayed()).toBe(start);
  });

  test('an undo of before it named what it undid is known by its way back', async () => {
    const start = await replayed();
    const { documentId } = await postComment(app, article);
    await undo(await decide(documentId, 'rejected'));
    await app.strapi.db
      .connection('analysis_events')
      .where({ comment_id: documentId, kind: 'undo' })
      .update({ batch: null });
    expect(await replayed()).toBe(start);
  });
});
