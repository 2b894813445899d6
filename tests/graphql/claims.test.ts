import { sharedApp, type TestApp } from '../helpers/app';
import { correctedClaim, forgetAttempts, PASSAGE } from '../helpers/claims';
import { codes, graphql } from '../helpers/graphql';
import {
  apiToken,
  ARTICLE,
  countQueries,
  createArticle,
  documents,
  setPublicPermission,
  visitor,
} from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(() => forgetAttempts(app));
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const REPORT = `mutation ($id: ID!, $quote: String!, $note: String!, $source: String, $homepage: String) {
  reportAnalysisClaim(articleId: $id, quote: $quote, note: $note, source: $source, homepage: $homepage)
}`;
const report = (id: string, overrides: Record<string, unknown> = {}, guest = 'g1') =>
  graphql(
    app,
    REPORT,
    { id, quote: PASSAGE, note: 'Two engineers did dispute them.', ...overrides },
    visitor(guest)
  );

test('a guest reports a passage once; refusals name the field', async () => {
  const { documentId } = await createArticle(app);
  const answer = await report(documentId, { source: null });
  expect(answer).toEqual({ data: { reportAnalysisClaim: true } });
  const again = await report(documentId);
  expect(codes(again)).toEqual(['BAD_USER_INPUT']);
  expect(again.errors?.[0]?.extensions.error?.details?.errors?.[0]?.path).toEqual(['quote']);
  expect(codes(await report(documentId, { quote: 'nowhere in there' }))).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect(codes(await report('nosuch'))).toEqual(['STRAPI_NOT_FOUND_ERROR']);
  await report(documentId, { homepage: 'x' }, 'program');
  const kept = await app.strapi.db
    .connection('analysis_claims')
    .where({ article_id: documentId })
    .select('quote');
  expect(kept).toEqual([{ quote: PASSAGE }]);
});

test('corrections stand on the post and on the article, and nowhere once it is unpublished', async () => {
  const { documentId, slug } = await createArticle(app);
  await correctedClaim(app, documentId, 'Two engineers did.');
  const expected = [
    {
      documentId: expect.any(String),
      quote: PASSAGE,
      text: 'Two engineers did.',
      correctedAt: expect.any(String),
    },
  ];
  const fields = 'corrections { documentId quote text correctedAt }';
  const { data } = await graphql(
    app,
    `{ analysisPost(slug: "${slug}") { ${fields} } analysisArticle(documentId: "${documentId}") { ${fields} } }`
  );
  expect(data.analysisPost.corrections).toEqual(expected);
  expect(data.analysisArticle.corrections).toEqual(expected);

  await documents(app, ARTICLE).unpublish({ documentId });
  const token = await apiToken(app, ['plugin::analysis.article.findOne']);
  const draft = await graphql(
    app,
    `{ analysisArticle(documentId: "${documentId}", status: DRAFT) { ${fields} } }`,
    {},
    { Authorization: `Bearer ${token}` }
  );
  expect(draft.data.analysisArticle).toEqual({ corrections: [] });
});

test('corrections of a list are read together', async () => {
  for (let n = 0; n < 5; n += 1) await correctedClaim(app, (await createArticle(app)).documentId);
  const ask = (limit: number) =>
    countQueries(app, () =>
      graphql(
        app,
        `{ analysisArticles(sort: "id:desc", pagination: { limit: ${limit} }) { corrections { text } } }`
      )
    );
  await ask(1);
  const one = await ask(1);
  const five = await ask(5);
  const shown = five.result.data.analysisArticles as { corrections: unknown[] }[];
  expect(shown.map(({ corrections }) => corrections.length)).toEqual([1, 1, 1, 1, 1]);
  expect(five.queries.length).toBe(one.queries.length);
});

test('reporting needs its permission, and is limited like over REST', async () => {
  const { documentId } = await createArticle(app);
  await setPublicPermission(app, 'plugin::analysis.claim.create', false);
  expect(codes(await report(documentId))).toEqual(['FORBIDDEN']);
  await setPublicPermission(app, 'plugin::analysis.claim.create', true);
  for (let n = 0; n < 10; n += 1) await report(documentId);
  expect(codes(await report(documentId))).toEqual(['STRAPI_RATE_LIMIT_ERROR']);
});
