import { sharedApp, type TestApp } from '../helpers/app';
import { adminToken, apiToken, ARTICLE, documents } from '../helpers/factories';
import { KINDS, left, page, type Stored, type Warned } from '../helpers/pages';

let app: TestApp;
let token: string;
let admin: string;
beforeAll(async () => {
  app = await sharedApp();
  token = await apiToken(app, ['plugin::analysis.ingest.put', 'plugin::analysis.ingest.batch']);
  admin = await adminToken(app);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const paste = (route: string, data: unknown, bearer = admin) =>
  app
    .http()
    .post(`/analysis/posts${route}`)
    .set('Authorization', `Bearer ${bearer}`)
    .send({ data } as object);

const draft = async (documentId: string) =>
  (await documents(app, ARTICLE).findOne({ documentId })) as unknown as Stored;

test.each(KINDS)('the box takes %s as it shows it', async (_what, text, expected, warned) => {
  const pasted = text().replace(/news\.example\.com|wiki\.example\.com/, 'pasted.example.com');
  const link = expected.originalLink?.replace(
    /news\.example\.com|wiki\.example\.com/,
    'pasted.example.com'
  );
  const wanted = { ...expected, ...(link ? { originalLink: link } : {}) };
  const { body: preview } = await paste('/preview', { text: pasted }).expect(200);
  expect(preview.data).toMatchObject({
    post: wanted,
    faults: [],
    outcome: 'created',
    documentId: null,
  });
  expect(left(preview.data.warnings).map(([code]) => code)).toEqual(warned.map(([code]) => code));
  const { body } = await paste('', { text: pasted }).expect(201);
  expect(await draft(body.data.documentId)).toMatchObject(wanted);
  expect(body.data.warnings).toEqual(preview.data.warnings);
  const { body: again } = await paste('/preview', { text: pasted }).expect(200);
  expect(again.data).toMatchObject({ outcome: 'unchanged', documentId: body.data.documentId });
});

describe('the box', () => {
  test('lists every fault beside what was found, and stores nothing', async () => {
    const count = () => documents(app, ARTICLE).count({} as never);
    const before = await count();
    const text = page({
      title: 'Ab',
      summary: 'Short.',
      link: 'http://localhost/x',
      body: 'Too short.',
    });
    const { body } = await paste('/preview', { text }).expect(200);
    expect(body.data.faults.map(({ path: at }: Warned) => at.join('.'))).toEqual([
      'title',
      'originalLink',
      'summaries.0.text',
    ]);
    expect(body.data).toMatchObject({
      post: { title: 'Ab', body: 'Too short.', summaries: [{ text: 'Short.' }] },
      outcome: 'created',
      documentId: null,
    });
    const { body: refused } = await paste('', { text }).expect(400);
    expect(refused.error.details.errors).toEqual(body.data.faults);
    expect(await count()).toBe(before);
  });

  test('says that a person has edited the draft, and overwrites it only when told to', async () => {
    const text = page();
    const { documentId } = (await paste('', { text }).expect(201)).body.data;
    await documents(app, ARTICLE).update({
      documentId,
      data: { title: 'Mended by hand' } as never,
    });
    const { body } = await paste('/preview', { text }).expect(200);
    expect(body.data).toMatchObject({ outcome: 'edited', documentId });
    await paste('', { text }).expect(409);
    expect((await paste('', { text, force: true }).expect(200)).body.data.outcome).toBe('updated');
  });

  test.each([
    [{}],
    [{ text: 7 }],
    [{ text: 'x', charset: 'latin1' }],
    [{ text: 'x', force: 'yes' }],
    ['x'],
  ])('refuses %j', async (data) => {
    await paste('', data).expect(400);
    await paste('/preview', data).expect(400);
  });

  const explorer = (verb: string) => ({
    action: `plugin::content-manager.explorer.${verb}`,
    subject: ARTICLE,
    properties: { fields: ['title', 'language', 'body', 'originalLink', 'summaries'] },
  });

  test('is for those who may write articles', async () => {
    const text = page();
    const reader = await adminToken(app, [explorer('read')]);
    const creator = await adminToken(app, [explorer('create'), explorer('read')]);
    const editor = await adminToken(app, [
      explorer('create'),
      explorer('read'),
      explorer('update'),
    ]);
    for (const route of ['/preview', '']) {
      await paste(route, { text }, reader).expect(403);
      await paste(route, { text }, 'nonsense').expect(401);
      await paste(route, { text }, token).expect(401);
    }
    await paste('/preview', { text }, creator).expect(200);
    await paste('', { text }, creator).expect(201);
    // There is an article now, which this one may not change.
    await paste('/preview', { text }, creator).expect(403);
    await paste('', { text: text.replace('May', 'June') }, creator).expect(403);
    await paste('', { text: text.replace('May', 'June') }, editor).expect(200);
  });

  test('gives an author the article that the author pasted', async () => {
    const author = await adminToken(app, { role: 'strapi-author' });
    const text = page();
    const { documentId } = (await paste('', { text }, author).expect(201)).body.data;
    await app
      .http()
      .get(`/content-manager/collection-types/${ARTICLE}/${documentId}`)
      .set('Authorization', `Bearer ${author}`)
      .expect(200);
    await paste('', { text: text.replace('May', 'June') }, author).expect(200);
  });
});
