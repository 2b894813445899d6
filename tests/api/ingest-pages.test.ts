import { sharedApp, type TestApp } from '../helpers/app';
import { apiToken, ARTICLE, documents } from '../helpers/factories';
import { KINDS, left, page, PARAGRAPH, type Stored, putPage } from '../helpers/pages';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await sharedApp();
  token = await apiToken(app, ['plugin::analysis.ingest.put', 'plugin::analysis.ingest.batch']);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const put = (text: string | Buffer, type?: string) => putPage(app, token, text, type);
const draft = async (documentId: string) =>
  (await documents(app, ARTICLE).findOne({ documentId })) as unknown as Stored;

test.each(KINDS)('PUT takes %s', async (_what, text, expected, warned) => {
  const { body } = await put(text()).expect(201);
  expect(await draft(body.data.documentId)).toMatchObject(expected);
  expect(left(body.data.warnings)).toEqual(warned);
});

test('a declared type decides what a text is', async () => {
  const body = `<p>${PARAGRAPH}</p><p>${PARAGRAPH}</p>`;
  const asMarkdown = await put(page({ body }), 'text/markdown; charset=utf-8').expect(201);
  expect((await draft(asMarkdown.body.data.documentId)).body).toBe(body);
  const html = `<h1>Declared as HTML</h1>${PARAGRAPH}<br>${PARAGRAPH}`;
  const asHtml = await put(html, 'text/html; charset=utf-8').expect(201);
  expect(await draft(asHtml.body.data.documentId)).toMatchObject({ title: 'Declared as HTML' });
});

test('nested HTML is refused before it is converted, in a page and in JSON', async () => {
  const started = performance.now();
  const body = '<div>'.repeat(20_000);
  const { body: answer } = await put(page({ body })).expect(400);
  expect(answer.error.details.errors).toEqual([
    expect.objectContaining({ path: ['body'], code: 'too_deep', params: { limit: 100 } }),
  ]);
  await put(
    JSON.stringify({ data: { title: 'Deep', body, bodyFormat: 'html' } }),
    'application/json'
  ).expect(400);
  expect(performance.now() - started).toBeLessThan(5_000);
});
