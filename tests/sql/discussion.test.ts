import { sharedApp, type TestApp } from '../helpers/app';
import { DESK, deskOf } from '../helpers/desk';
import {
  approvedComment,
  commentBody,
  commentsPath,
  decide,
  expectCountersExact,
  postComment,
} from '../helpers/discussion';
import { adminToken, ARTICLE, countQueries, createArticle, documents } from '../helpers/factories';

const UPDATE = 'plugin::content-manager.explorer.update';

let app: TestApp;
let moderator: string;
let article: string;
beforeAll(async () => {
  app = await sharedApp({ config: { 'comments.closeAfterDays': 30 } });
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

const { call } = deskOf(() => ({ app, token: moderator }));
const path = (id = article) => `/articles/${id}/discussion`;
const close = (closed: unknown, token?: string, id = article) =>
  call('put', path(id), { closed }, token);

/** A session of someone with a role of Strapi's own, whose permissions Strapi made. */
async function sessionOf(roleName: string): Promise<{ id: number; token: string }> {
  const token = await adminToken(app, []);
  const user = await app.strapi.db
    .query('admin::user')
    .findOne({ where: {}, orderBy: { id: 'desc' } });
  const role = await app.strapi.service('admin::role').findOne({ name: roleName });
  await app.strapi.service('admin::user').updateById(user.id, { roles: [role.id] });
  return { id: user.id, token };
}

const rows = (id = article): Promise<Record<string, unknown>[]> =>
  app.strapi.db
    .connection('analysis_articles')
    .where({ document_id: id })
    .orderBy('id')
    .select('title', 'discussion_closed', 'updated_at', 'published_at');

test('closing holds for the next comment, and opening again too', async () => {
  await approvedComment(app, article);
  const closed = await close(true).expect(200);
  expect(closed.body).toEqual({
    data: { closed: true, open: false, published: true },
    meta: { mayChange: true },
  });
  const { body } = await app.http().post(commentsPath(article)).send(commentBody()).expect(403);
  expect(body.error.message).toMatch(/closed/);
  const page = (await app.http().get(commentsPath(article)).expect(200)).body;
  expect(page.meta).toMatchObject({ open: false, total: 1 });
  expect((await close(false).expect(200)).body.data).toMatchObject({ closed: false, open: true });
  await app.http().post(commentsPath(article)).send(commentBody()).expect(201);
});

test('nothing else of the draft is published, and the draft does not count as changed', async () => {
  const editor = await adminToken(app, 'super');
  const manager = `/content-manager/collection-types/${ARTICLE}/${article}`;
  const statusNow = async () => {
    const { body } = await app.http().get(manager).set('Authorization', `Bearer ${editor}`);
    return body.data.status;
  };
  const before = await rows();
  expect(await statusNow()).toBe('published');
  await close(true).expect(200);
  const after = await rows();
  expect(after).toHaveLength(2);
  expect(after).toEqual(
    before.map((row) => ({ ...row, discussion_closed: after[0]?.discussion_closed }))
  );
  expect(after.every((row) => Boolean(row.discussion_closed))).toBe(true);
  expect(await statusNow()).toBe('published');

  await documents(app, ARTICLE).update({
    documentId: article,
    data: { title: 'A title that nobody has read yet' } as never,
  });
  await close(false).expect(200);
  expect(await statusNow()).toBe('modified');
  const titles = (await rows()).map(({ title }) => title);
  expect(new Set(titles).size).toBe(2);
  // What was decided stays when the draft is published, and when a change is thrown away.
  await close(true).expect(200);
  await documents(app, ARTICLE).publish({ documentId: article });
  expect((await call('get', path()).expect(200)).body.data.closed).toBe(true);
  await documents(app, ARTICLE).discardDraft({ documentId: article });
  expect((await rows()).every((row) => Boolean(row.discussion_closed))).toBe(true);
});

test('the state says why no comments are taken', async () => {
  const draft = (await createArticle(app, { published: false })).documentId;
  const { body } = await close(true, moderator, draft).expect(200);
  expect(body.data).toEqual({ closed: true, open: false, published: false });
  await close(false, moderator, draft).expect(200);
  await documents(app, ARTICLE).publish({ documentId: draft });
  expect((await call('get', path(draft)).expect(200)).body.data).toMatchObject({ open: true });
  await app.strapi.db
    .connection('analysis_articles')
    .where({ document_id: draft })
    .update({ first_published_at: new Date('2020-01-01') });
  expect((await call('get', path(draft)).expect(200)).body.data).toEqual({
    closed: false,
    open: false,
    published: true,
  });
});

test('who may moderate, or change this very article, may close its discussion; nobody else', async () => {
  const read = DESK.filter(({ action }) => action.endsWith('moderation.read'));
  const others = DESK.filter(({ action }) => action !== 'plugin::analysis.moderate');
  await app.http().get(`/analysis${path()}`).expect(401);
  await app
    .http()
    .put(`/analysis${path()}`)
    .send({ data: { closed: true } })
    .expect(401);

  const nobody = await adminToken(app, []);
  await call('get', path(), undefined, nobody).expect(403);
  await close(true, nobody).expect(403);
  await close(true, await adminToken(app, others)).expect(403);
  const reader = await call('get', path(), undefined, await adminToken(app, read)).expect(200);
  expect(reader.body.meta).toEqual({ mayChange: false });

  const fields = (...names: string[]) => ({ fields: names });
  const elsewhere = await adminToken(app, [
    { action: UPDATE, subject: 'plugin::analysis.topic', properties: fields('name') },
  ]);
  await close(true, elsewhere).expect(403);
  const other = { action: UPDATE, subject: ARTICLE, properties: fields('title') };
  await close(true, await adminToken(app, [other])).expect(403);
  await call('get', path(), undefined, await adminToken(app, [other])).expect(403);
  expect((await rows()).some((row) => Boolean(row.discussion_closed))).toBe(false);

  const editor = { action: UPDATE, subject: ARTICLE, properties: fields('discussionClosed') };
  await close(true, await adminToken(app, [editor])).expect(200);
});

test('an author may close the discussion of an own article, and of no other', async () => {
  const author = await sessionOf('Author');
  await close(true, author.token).expect(403);
  await call('get', path(), undefined, author.token).expect(403);
  await app.strapi.db
    .connection('analysis_articles')
    .where({ document_id: article })
    .update({ created_by_id: author.id });
  await close(true, author.token).expect(200);
});

test('what is not understood is refused, and an article that is not there is not found', async () => {
  for (const data of [{}, { closed: 'yes' }, { closed: true, title: 'x' }, null, []]) {
    await call('put', path(), data).expect(400);
  }
  const { body } = await close('yes').expect(400);
  expect(body.error.details.errors).toMatchObject([{ path: ['closed'] }]);
  for (const id of ['nothing', 'x'.repeat(300), '%00']) {
    const { status } = await close(true, moderator, id);
    expect([id.slice(0, 9), status]).toEqual([id.slice(0, 9), id === '%00' ? 400 : 404]);
  }
  await call('get', `${path()}?closed=true`).expect(400);
  const stats = await app.strapi.db.connection('analysis_stats').where({ article_id: 'nothing' });
  expect(stats).toEqual([]);
});

describe('the comments of several articles', () => {
  const counts = (ids: string, token?: string) =>
    call('get', `/moderation/articles?ids=${ids}`, undefined, token);

  test('are counted by status in one query, however many there are', async () => {
    const other = (await createArticle(app)).documentId;
    await postComment(app, article, { content: 'One that waits.' }, 'a');
    await approvedComment(app, article, { content: 'One that is public.' });
    const spam = await postComment(app, other, { content: 'One of those.' }, 'b');
    await decide(app, spam.documentId, 'spam');
    const none = { pending: 0, approved: 0, rejected: 0, spam: 0, trash: 0 };
    const { body } = await counts(`${article},${other},nothing`).expect(200);
    expect(body.data).toEqual({
      [article]: { ...none, pending: 1, approved: 1 },
      [other]: { ...none, spam: 1 },
    });

    const ofStats = async (ids: string) => {
      const { queries } = await countQueries(app, () => counts(ids).expect(200));
      return queries.filter((sql) => sql.includes('analysis_')).length;
    };
    const many = Array.from({ length: 97 }, (_, n) => `article${n}`);
    expect(await ofStats(article)).toBe(1);
    expect(await ofStats([...many, article, other].join(','))).toBe(1);
  });

  test('are for those who may read the queue, and a hundred at a time', async () => {
    const others = DESK.filter(({ action }) => !action.endsWith('moderation.read'));
    await app.http().get(`/analysis/moderation/articles?ids=${article}`).expect(401);
    await counts(article, await adminToken(app, others)).expect(403);
    const many = Array.from({ length: 101 }, (_, n) => `article${n}`).join(',');
    for (const ids of ['', ',', many, 'x'.repeat(65), `${article}&ids=${article}`, '%00']) {
      const { body } = await counts(ids).expect(400);
      expect(body.error.name).toBe('ValidationError');
    }
    await counts(`${article}&tab=spam`).expect(400);
  });
});
