import { sharedApp, type TestApp } from '../helpers/app';
import { deskOf } from '../helpers/desk';
import { adminToken, ARTICLE, createArticle, documents } from '../helpers/factories';
import { whileRefused } from '../helpers/refusals';

const PUBLISH = 'plugin::content-manager.explorer.publish';
const READ = 'plugin::content-manager.explorer.read';

let app: TestApp;
let editor: string;
beforeAll(async () => {
  app = await sharedApp();
  editor = await adminToken(app);
});
afterEach(() => {
  jest.restoreAllMocks();
  expect(app.errors.splice(0)).toEqual([]);
});
afterAll(() => app.stop());

const { call } = deskOf(() => ({ app, token: editor }));
const publish = (documentIds: unknown, token?: string) =>
  call('post', '/articles/publish', { documentIds }, token);

const draft = async (overrides: Record<string, unknown> = {}): Promise<string> =>
  (await createArticle(app, { published: false, ...overrides })).documentId;

const drafts = (count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => draft()));

const isPublic = async (documentId: string): Promise<boolean> =>
  (await documents(app, ARTICLE).findOne({ documentId, status: 'published' })) !== null;

const editions = (documentId: string) =>
  app.strapi.db.connection('analysis_articles').where({ document_id: documentId });

test('of ten with one at fault nine are published, and the one is named with all its faults', async () => {
  const ids = await drafts(9);
  const faulty = await draft({ title: 'The one at fault', originalLink: null, body: 'Too short.' });
  const all = [...ids.slice(0, 4), faulty, ...ids.slice(4)];
  const { body } = await publish(all).expect(200);

  expect(body.meta).toEqual({});
  expect(body.data.published.map((each: { documentId: string }) => each.documentId)).toEqual(ids);
  expect(body.data.published[0].title).toMatch(/^The harbour plan/);
  expect(body.data.refused).toEqual([
    {
      documentId: faulty,
      title: 'The one at fault',
      reason: 'faulty',
      faults: expect.any(Array),
    },
  ]);
  const faults: { path: string[]; code: string }[] = body.data.refused[0].faults;
  expect(faults.map(({ path, code }) => [path, code]).sort()).toEqual([
    [['body'], 'too_short'],
    [['originalLink'], 'required'],
  ]);
  for (const id of ids) expect(await isPublic(id)).toBe(true);
  expect(await isPublic(faulty)).toBe(false);
  // Nothing of a refused publish stays behind.
  expect(await editions(faulty)).toHaveLength(1);
});

test('one that is public already gets its changes, and keeps what is public when they are at fault', async () => {
  const { documentId: changed } = await createArticle(app);
  const { documentId: spoilt } = await createArticle(app, { title: 'What readers see' });
  const update = (documentId: string, data: Record<string, unknown>) =>
    documents(app, ARTICLE).update({ documentId, data: data as never });
  await update(changed, { title: 'A title that is new' });
  await update(spoilt, { title: 'Half a thought', originalLink: null });

  const { body } = await publish([changed, spoilt]).expect(200);
  expect(body.data.published).toEqual([{ documentId: changed, title: 'A title that is new' }]);
  expect(body.data.refused).toMatchObject([{ documentId: spoilt, title: 'Half a thought' }]);
  const published = (documentId: string) =>
    documents(app, ARTICLE).findOne({ documentId, status: 'published' });
  expect(await published(changed)).toMatchObject({ title: 'A title that is new' });
  expect(await published(spoilt)).toMatchObject({ title: 'What readers see' });
});

test('one that is named twice is published once, and one that is not there holds up nobody', async () => {
  const id = await draft();
  const { body } = await publish([id, 'nothing', id, 'x'.repeat(300), 'a\0b']).expect(200);
  expect(body.data.published).toEqual([{ documentId: id, title: expect.any(String) }]);
  expect(body.data.refused).toEqual(
    ['nothing', 'x'.repeat(300), 'a\0b'].map((documentId) => ({
      documentId,
      title: null,
      reason: 'not_found',
      faults: [],
    }))
  );
  expect(await editions(id)).toHaveLength(2);
});

test('a failure of the server’s own is named and logged, and the others are published', async () => {
  const [first, broken, last] = (await drafts(3)) as [string, string, string];
  const row = { table: 'analysis_articles', column: 'document_id', value: broken };
  const { body } = await whileRefused(app, { ...row, why: 'the disk is full' }, () =>
    publish([first, broken, last]).expect(200)
  );
  expect(body.data.published).toMatchObject([{ documentId: first }, { documentId: last }]);
  expect(body.data.refused).toEqual([
    { documentId: broken, title: expect.any(String), reason: 'failed', faults: [] },
  ]);
  expect(JSON.stringify(body)).not.toContain('disk');
  expect(app.errors.splice(0)).toEqual([expect.stringContaining('the disk is full')]);
  expect(await editions(broken)).toHaveLength(1);
  expect(await isPublic(last)).toBe(true);
});

test('only who may publish articles in the content manager may publish them here', async () => {
  const id = await draft();
  await app
    .http()
    .post('/analysis/articles/publish')
    .send({ data: { documentIds: [id] } })
    .expect(401);
  const others = [
    [],
    [{ action: READ, subject: ARTICLE, properties: { fields: ['title'] } }],
    [{ action: 'plugin::content-manager.explorer.update', subject: ARTICLE }],
  ];
  for (const permissions of others) {
    await publish([id], await adminToken(app, permissions)).expect(403);
  }
  expect(await isPublic(id)).toBe(false);

  // As in the content manager, no other right is needed; a title that cannot be read stays unread.
  const publisher = await adminToken(app, [{ action: PUBLISH, subject: ARTICLE }]);
  const { body } = await publish([id], publisher).expect(200);
  expect(body.data).toEqual({ published: [{ documentId: id, title: null }], refused: [] });
  expect(await isPublic(id)).toBe(true);
});

test('who may publish only their own publishes those, and is told which are not', async () => {
  const own = await draft();
  const foreign = await draft({ title: 'Somebody else’s article' });
  const author = await adminToken(app, [
    { action: PUBLISH, subject: ARTICLE, conditions: ['admin::is-creator'] },
    { action: READ, subject: ARTICLE, properties: { fields: ['title'] } },
  ]);
  const { id } = await app.strapi.db
    .query('admin::user')
    .findOne({ where: {}, orderBy: { id: 'desc' } });
  await editions(own).update({ created_by_id: id });

  const { body } = await publish([foreign, own], author).expect(200);
  expect(body.data.published).toMatchObject([{ documentId: own }]);
  expect(body.data.refused).toEqual([
    {
      documentId: foreign,
      title: 'Somebody else’s article',
      reason: 'not_allowed',
      faults: [],
    },
  ]);
  expect(await isPublic(foreign)).toBe(false);
});

test('a list that is none, too long, or of something else is refused with the field named', async () => {
  const [id] = await drafts(1);
  const many = Array.from({ length: 101 }, (_, n) => `${id}${n}`);
  for (const documentIds of [[], many, 'all', null, [1], [null], {}, undefined]) {
    const { body } = await publish(documentIds).expect(400);
    expect(body.error.details.errors[0].path[0]).toBe('documentIds');
  }
  await call('post', '/articles/publish', { documentIds: [id], locale: 'fr' }).expect(400);
  await call('post', '/articles/publish?now=1', { documentIds: [id] }).expect(400);
  expect(await isPublic(id as string)).toBe(false);
});
