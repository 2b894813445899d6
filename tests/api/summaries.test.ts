import { startApp, type TestApp } from '../helpers/app';
import {
  apiToken,
  ARTICLE,
  createArticle,
  createSummary,
  documents,
  SUMMARY,
} from '../helpers/factories';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = await apiToken(app, 'full-access');
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const path = '/api/analysis/summaries';
const TEXT = 'Le conseil a débattu du plan du port ; la question du risque reste ouverte.';
const summaries = () => documents(app, SUMMARY);
const articles = () => documents(app, ARTICLE);

const isPublic = async (documentId: string) => {
  const one = await app.http().get(`${path}/${documentId}`);
  const list = await app.http().get(`${path}?pagination[limit]=100`).expect(200);
  const listed = list.body.data.some(
    (each: { documentId: string }) => each.documentId === documentId
  );
  expect(listed).toBe(one.status === 200);
  return listed;
};

test.each([
  ['the summary first', ['summary', 'article']],
  ['the article first', ['article', 'summary']],
])('published in any order, %s, it is public once both are', async (_what, order) => {
  const { documentId: articleId } = await createArticle(app, { published: false });
  const { documentId } = await createSummary(app, articleId, { published: false });
  const publish = {
    article: () => articles().publish({ documentId: articleId }),
    summary: () => summaries().publish({ documentId }),
  };
  await publish[order[0] as 'article']();
  expect(await isPublic(documentId)).toBe(false);
  await publish[order[1] as 'article']();
  expect(await isPublic(documentId)).toBe(true);
  await articles().publish({ documentId: articleId });
  expect(await isPublic(documentId)).toBe(true);
  await articles().unpublish({ documentId: articleId });
  expect(await isPublic(documentId)).toBe(false);
  await articles().publish({ documentId: articleId });
  expect(await isPublic(documentId)).toBe(true);
  await articles().delete({ documentId: articleId });
  expect(await isPublic(documentId)).toBe(false);
});

test('an unpublished article is not reached through its published summary', async () => {
  const { documentId: articleId } = await createArticle(app, {
    published: false,
    title: 'Still a secret',
  });
  await createSummary(app, articleId, { language: 'it' });
  const shown = await createArticle(app);
  await createSummary(app, shown.documentId, { language: 'it' });
  for (const query of [
    'populate=article',
    'populate=*',
    'populate[article][fields]=title',
    'filters[article][title][$contains]=secret',
    'filters[articleId]=' + articleId,
    'filters[visible]=false',
  ]) {
    const { text } = await app.http().get(`${path}?pagination[limit]=100&${query}`);
    expect(text).not.toContain('Still a secret');
    expect(text).not.toContain(articleId + '"');
  }
});

test('one summary a language, whoever comes first', async () => {
  const { documentId: articleId } = await createArticle(app);
  const post = (data: object) =>
    app
      .http()
      .post(path)
      .set({ Authorization: `Bearer ${token}` })
      .send({ data: { article: articleId, text: TEXT, ...data } });
  await post({ language: 'FR' }).expect(201);
  const clash = await post({ language: 'fr' }).expect(409);
  expect(clash.body.error.details.errors).toMatchObject([{ path: ['language'], code: 'taken' }]);
  const answers = await Promise.all(Array.from({ length: 6 }, () => post({ language: 'de' })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

test.each([
  ['a text too short', { text: 'Court.' }, ['text:too_short']],
  ['a text too long', { text: 'x'.repeat(2_001) }, ['text:too_long']],
  ['no such language', { language: 'no tag' }, ['language:invalid_language']],
  ['no article', { article: null }, ['article:required']],
  ['no language', { language: null }, ['language:required']],
])('%s is refused', async (_what, overrides, codes) => {
  const { documentId } = await createArticle(app);
  const { body } = await app
    .http()
    .post(path)
    .set({ Authorization: `Bearer ${token}` })
    .send({ data: { article: documentId, language: 'fr', text: TEXT, ...overrides } })
    .expect(400);
  expect(
    body.error.details.errors.map(
      (each: { path: string[]; code: string }) => `${each.path}:${each.code}`
    )
  ).toEqual(codes);
});

test('a summary that is the whole body is none', async () => {
  const body = `${TEXT} `.repeat(4).trim();
  const { documentId } = await createArticle(app, { body });
  await expect(createSummary(app, documentId, { text: body })).rejects.toMatchObject({
    details: { errors: [{ path: ['text'], code: 'same_as_body' }] },
  });
});

test('what hooks write is not written by anyone else', async () => {
  const hidden = await createArticle(app, { published: false });
  const { documentId } = await createSummary(app, hidden.documentId);
  await summaries().update({ documentId, data: { visible: true, edition: 'published' } as never });
  await summaries().publish({ documentId });
  expect(await isPublic(documentId)).toBe(false);
});
