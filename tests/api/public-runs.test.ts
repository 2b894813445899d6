import { startApp, type TestApp } from '../helpers/app';
import { createArticle } from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { PUBLIC_RUNS: 'true' } });
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

test('where it is switched on, readers see by which run and prompt a post was made', async () => {
  const run = { promptHash: 'prompt-hash-shown', runId: 'run-shown' };
  const { documentId } = await createArticle(app, run);
  const { body } = await app.http().get(`/api/analysis/articles/${documentId}`).expect(200);
  expect(body.data).toMatchObject(run);
  const query = '{ analysisArticles { promptHash runId } }';
  const { body: graphql } = await app.http().post('/graphql').send({ query }).expect(200);
  expect(graphql.data.analysisArticles).toEqual([run]);
});
