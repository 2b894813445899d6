import { startApp, type TestApp } from '../helpers/app';
import { createArticle, createSummary } from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

test('a second reader is answered from what is kept, with the same headers', async () => {
  const { slug, documentId } = await createArticle(app);
  await createSummary(app, documentId, { language: 'fr' });
  const path = `/api/analysis/posts/${slug}`;
  const miss = await app.http().get(path).expect(200);
  const hit = await app.http().get(path).expect(200);
  console.log(miss.headers, hit.headers);
  const view = app.strapi.plugin('analysis').service('postCache').view();
  console.log(view);
});
