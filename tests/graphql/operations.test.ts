import { sharedApp, type TestApp } from '../helpers/app';
import { approvedComment, decide, expectCountersExact } from '../helpers/discussion';
import { codes, graphql } from '../helpers/graphql';
import {
  createArticle,
  createSummary,
  createUser,
  setPublicPermission,
  visitor,
} from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

test('analysisPost brings a whole page, by an old slug too', async () => {
  const { slug, documentId } = await createArticle(app);
  await createSummary(app, documentId, { language: 'fr' });
  await approvedComment(app, documentId, { content: 'Well said.' });
  const query = `query ($slug: String!, $lang: String) {
    analysisPost(slug: $slug, lang: $lang) {
      article { documentId title bodyHtml disclosure topics { name } provenance { model } }
      summary { language text direction }
      rating { total average histogram score mine }
      comments { total nextCursor items { content author { name } replies { content } replyTotal } }
      jsonLd
    }
  }`;
  const { data, errors } = await graphql(app, query, { slug, lang: 'fr' });
  expect(errors).toBeUndefined();
  expect(data.analysisPost).toMatchObject({
    article: { documentId, disclosure: 'generated' },
    summary: { language: 'fr', direction: 'ltr' },
    rating: { total: 0, average: 0, histogram: [0, 0, 0, 0, 0], mine: null },
    comments: { total: 1, items: [{ content: 'Well said.', author: { name: 'Ana' } }] },
    jsonLd: { inLanguage: 'en' },
  });
  expect(codes(await graphql(app, query, { slug: 'no-such-post' }))).toEqual([
    'STRAPI_NOT_FOUND_ERROR',
  ]);
  expect(codes(await graphql(app, query, { slug, lang: 'no tag' }))).toEqual(['BAD_USER_INPUT']);
});

test('a guest rates, changes and withdraws; a refusal names the field', async () => {
  const { documentId } = await createArticle(app);
  const rate = (value: number, guest = 'g1') =>
    graphql(
      app,
      'mutation ($id: ID!, $value: Int!) { rateAnalysisArticle(articleId: $id, value: $value) { total average mine } }',
      { id: documentId, value },
      visitor(guest)
    );
  expect((await rate(4)).data.rateAnalysisArticle).toEqual({ total: 1, average: 4, mine: 4 });
  expect((await rate(2)).data.rateAnalysisArticle).toEqual({ total: 1, average: 2, mine: 2 });
  const refused = await rate(6);
  expect(codes(refused)).toEqual(['BAD_USER_INPUT']);
  expect(refused.errors?.[0]?.extensions.error?.details?.errors?.[0]?.path).toEqual(['value']);
  const seen = await graphql(
    app,
    `{ analysisArticle(documentId: "${documentId}") { rating { total mine } } }`,
    {},
    visitor('g1')
  );
  expect(seen.data.analysisArticle.rating).toEqual({ total: 1, mine: 2 });
  const gone = await graphql(
    app,
    `mutation { withdrawAnalysisRating(articleId: "${documentId}") { total mine } }`,
    {},
    visitor('g1')
  );
  expect(gone.data.withdrawAnalysisRating).toEqual({ total: 0, mine: null });
});

const CREATE = `mutation ($id: ID!, $data: AnalysisCommentInput!) {
  createAnalysisComment(articleId: $id, data: $data) { documentId status reason editToken content }
}`;
const guest = { name: 'Ana', email: 'ana@example.com' };

test('a guest comments, edits, is approved, and deletes', async () => {
  const { documentId } = await createArticle(app);
  const { data } = await graphql(app, CREATE, {
    id: documentId,
    data: { content: 'From GraphQL.', author: guest, parent: null },
  });
  const made = data.createAnalysisComment;
  expect(made).toMatchObject({ status: 'pending', content: 'From GraphQL.' });
  const edited = await graphql(
    app,
    'mutation ($id: ID!, $token: String) { updateAnalysisComment(documentId: $id, content: "Better.", editToken: $token) { content status } }',
    { id: made.documentId, token: made.editToken }
  );
  expect(edited.data.updateAnalysisComment).toEqual({ content: 'Better.', status: 'pending' });
  await decide(app, made.documentId, 'approved');
  const page = await graphql(
    app,
    `{ analysisArticle(documentId: "${documentId}") { comments(limit: 5) { total items { content } } } }`
  );
  expect(page.data.analysisArticle.comments).toEqual({ total: 1, items: [{ content: 'Better.' }] });
  const report = `mutation { reportAnalysisComment(documentId: "${made.documentId}", reason: "spam") }`;
  const asReporter = () => graphql(app, report, {}, visitor('reporter'));
  expect((await asReporter()).data.reportAnalysisComment).toBe(true);
  expect(codes(await asReporter())).toEqual(['BAD_USER_INPUT']);
  const remove = (token: string) =>
    graphql(
      app,
      `mutation { deleteAnalysisComment(documentId: "${made.documentId}", editToken: "${token}") }`
    );
  expect(codes(await remove('wrong'))).toEqual(['FORBIDDEN']);
  expect((await remove(made.editToken)).data.deleteAnalysisComment).toBe(true);
});

test('identity comes from the session, and every fault is named', async () => {
  const { documentId } = await createArticle(app);
  const { jwt, username } = await createUser(app);
  const auth = { Authorization: `Bearer ${jwt}` };
  const signedIn = await graphql(app, CREATE, { id: documentId, data: { content: 'Me.' } }, auth);
  expect(signedIn.errors).toBeUndefined();
  const [row] = await app.strapi.db
    .connection('analysis_comments')
    .where({ article_id: documentId });
  expect(row.author_name).toBe(username);
  const posed = await graphql(
    app,
    CREATE,
    { id: documentId, data: { content: 'Me.', author: guest } },
    auth
  );
  expect(codes(posed)).toEqual(['BAD_USER_INPUT']);
  const faulty = await graphql(app, CREATE, {
    id: documentId,
    data: { content: '', author: { name: '', email: 'no' } },
  });
  expect(
    faulty.errors?.[0]?.extensions.error?.details?.errors?.map(({ path }) => path.join('.')).sort()
  ).toEqual(['author.email', 'author.name', 'content']);
});

test('each field and mutation needs its own permission', async () => {
  const { documentId, slug } = await createArticle(app);
  const cases: [string, string][] = [
    ['rating.find', `{ analysisArticle(documentId: "${documentId}") { rating { total } } }`],
    ['comment.find', `{ analysisArticle(documentId: "${documentId}") { comments { total } } }`],
    ['comment.find', `{ analysisReplies(articleId: "x", thread: "y") { nextCursor } }`],
    ['summary.find', `{ analysisArticle(documentId: "${documentId}") { summary { text } } }`],
    ['article.findOne', `{ analysisArticle(documentId: "${documentId}") { title } }`],
    ['article.find', '{ analysisArticles { title } }'],
    ['post.findOne', `{ analysisPost(slug: "${slug}") { jsonLd } }`],
    ['ranking.find', '{ analysisRankings { slug } }'],
    [
      'rating.rate',
      `mutation { rateAnalysisArticle(articleId: "${documentId}", value: 3) { total } }`,
    ],
    [
      'rating.withdraw',
      `mutation { withdrawAnalysisRating(articleId: "${documentId}") { total } }`,
    ],
    [
      'comment.create',
      `mutation { createAnalysisComment(articleId: "${documentId}", data: { content: "xx" }) { status } }`,
    ],
    [
      'comment.update',
      'mutation { updateAnalysisComment(documentId: "x", content: "xx") { status } }',
    ],
    ['comment.delete', 'mutation { deleteAnalysisComment(documentId: "x") }'],
    ['comment.report', 'mutation { reportAnalysisComment(documentId: "x", reason: "spam") }'],
  ];
  for (const [action, query] of cases) {
    await setPublicPermission(app, `plugin::analysis.${action}`, false);
    expect([action, codes(await graphql(app, query))]).toEqual([action, ['FORBIDDEN']]);
    await setPublicPermission(app, `plugin::analysis.${action}`, true);
  }
  const create =
    'mutation { createAnalysisArticle(data: { title: "Unasked for" }) { documentId } }';
  expect(codes(await graphql(app, create))).toEqual(['FORBIDDEN']);
});

test('rankings and further replies', async () => {
  const { documentId } = await createArticle(app);
  const root = await approvedComment(app, documentId);
  await approvedComment(app, documentId, { parent: root.documentId, content: 'A reply.' });
  const { data } = await graphql(
    app,
    `{
      analysisRankings(by: "comments", days: 30, limit: 100) { documentId commentCount rating { total } }
      analysisReplies(articleId: "${documentId}", thread: "${root.documentId}", limit: 1) { items { content } nextCursor }
    }`
  );
  expect(data).toEqual({
    analysisRankings: expect.arrayContaining([
      { documentId, commentCount: 2, rating: { total: 0 } },
    ]),
    analysisReplies: { items: [{ content: 'A reply.' }], nextCursor: null },
  });
  const counts = data.analysisRankings.map((each: { commentCount: number }) => each.commentCount);
  expect(counts).toEqual([...counts].sort((left, right) => right - left));
  for (const args of ['by: "best"', 'days: 0', 'limit: 101']) {
    expect(codes(await graphql(app, `{ analysisRankings(${args}) { slug } }`))).toEqual([
      'BAD_USER_INPUT',
    ]);
  }
});
