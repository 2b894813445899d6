import { sharedApp, type TestApp } from '../helpers/app';
import { codes, graphql } from '../helpers/graphql';
import { apiToken, createArticle, createSummary } from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

interface TypeInfo {
  name: string;
  fields: { name: string }[] | null;
  inputFields: { name: string }[] | null;
}

async function types(): Promise<Map<string, string[]>> {
  const { data } = await graphql(
    app,
    '{ __schema { types { name fields { name } inputFields { name } } } }'
  );
  return new Map(
    (data.__schema.types as TypeInfo[]).map(({ name, fields, inputFields }) => [
      name,
      [...(fields ?? []), ...(inputFields ?? [])].map((field) => field.name),
    ])
  );
}

test('no generic operation leads to what its own service guards', async () => {
  const all = await types();
  const generic = [...(all.get('Query') ?? []), ...(all.get('Mutation') ?? [])].filter((name) =>
    /analysis/i.test(name)
  );
  expect(generic.sort()).toEqual([
    'analysisArticle',
    'analysisArticles',
    'analysisArticles_connection',
    'analysisPost',
    'analysisRankings',
    'analysisRelatedPosts',
    'analysisReplies',
    'analysisSearch',
    'analysisTopic',
    'analysisTopics',
    'analysisTopics_connection',
    'createAnalysisArticle',
    'createAnalysisComment',
    'createAnalysisSummary',
    'deleteAnalysisArticle',
    'deleteAnalysisComment',
    'deleteAnalysisSummary',
    'rateAnalysisArticle',
    'reportAnalysisClaim',
    'reportAnalysisComment',
    'settleAnalysisNotice',
    'updateAnalysisArticle',
    'updateAnalysisComment',
    'updateAnalysisSummary',
    'withdrawAnalysisRating',
  ]);
});

test('no type, filter or input of any kind knows a private field', async () => {
  const privates =
    /^(authorEmail|authorKey|voterKey|reporterKey|ipHash|userAgent|editTokenHash|userId|reviewedHash|promptHash|runId|edition|visible|sourceHash|canonicalUrl|ingestedHash|reportCount|note)$/;
  for (const [type, fields] of await types()) {
    if (!/analysis/i.test(type)) continue;
    const written = type === 'AnalysisArticleInput' ? ['promptHash', 'runId'] : [];
    expect([type, fields.filter((field) => privates.test(field))]).toEqual([type, written]);
  }
  const all = await types();
  for (const type of ['AnalysisArticleInput', 'AnalysisSummaryInput']) {
    expect(all.get(type)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(contentHash|disclosure|reviewedAt|firstPublishedAt|articleId)$/),
      ])
    );
  }
});

test.each([
  '{ analysisArticles(filters: { comments: { authorEmail: { startsWith: "a" } } }) { documentId } }',
  '{ analysisArticles(filters: { reviewedHash: { startsWith: "a" } }) { documentId } }',
  '{ analysisArticles { summaries { edition } } }',
  '{ analysisArticles { summaries(filters: { visible: { eq: false } }) { text } } }',
  '{ analysisComments { authorEmail } }',
  '{ analysisRatings { voterKey } }',
  '{ analysisClaims { note } }',
  '{ analysisArticles { corrections { note } } }',
  '{ analysisSummaries { text } }',
  'mutation { createAnalysisRating(data: { value: 5 }) { value } }',
])('%s is not part of the schema', async (query) => {
  expect(codes(await graphql(app, query))).toContain('GRAPHQL_VALIDATION_FAILED');
});

test.each(['reviewedHash:asc', 'summaries.edition:asc', 'createdBy.email:asc'])(
  'sorting by %s does not probe what is private',
  async (sort) => {
    const answer = await graphql(
      app,
      'query ($sort: [String]) { analysisArticles(sort: $sort) { documentId } }',
      { sort: [sort] }
    );
    expect(answer.errors?.length).toBeGreaterThan(0);
  }
);

test('drafts are for tokens, and cannot be asked for below the top', async () => {
  const article = await createArticle(app, { title: 'Only a draft so far', published: false });
  const published = await createArticle(app);
  await createSummary(app, published.documentId, { language: 'de', published: false });
  const top = '{ analysisArticles(status: DRAFT, pagination: { limit: 100 }) { documentId } }';
  const one = `{ analysisArticle(documentId: "${article.documentId}", status: DRAFT) { title } }`;
  const modified = '{ analysisArticles(hasPublishedVersion: true) { documentId } }';
  const below = '{ analysisArticles { summaries(status: DRAFT) { language } } }';
  expect(codes(await graphql(app, below))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  for (const query of [top, one, modified]) {
    expect(codes(await graphql(app, query))).toContain('FORBIDDEN');
  }
  const token = await apiToken(app, [
    'plugin::analysis.article.find',
    'plugin::analysis.article.findOne',
  ]);
  const { data, errors } = await graphql(app, one, {}, { Authorization: `Bearer ${token}` });
  expect(errors).toBeUndefined();
  expect(data.analysisArticle).toEqual({ title: 'Only a draft so far' });
});

test('a summary of an unpublished article is not met from anywhere', async () => {
  const { documentId } = await createArticle(app, { published: false });
  await createSummary(app, documentId, { language: 'it' });
  const { data } = await graphql(
    app,
    '{ analysisArticles(pagination: { limit: 100 }) { documentId summaries { language } summary(lang: "it") { language } } }'
  );
  expect(JSON.stringify(data)).not.toContain('"it"');
});

test.each([
  [
    'aliases',
    Array.from({ length: 21 }, (_, n) => `a${n}: analysisArticles { documentId }`).join(' '),
  ],
  [
    'fragments',
    `...F ...G } fragment F on Query { ${Array.from({ length: 11 }, (_, n) => `f${n}: analysisArticles { documentId }`).join(' ')} } fragment G on Query { ${Array.from({ length: 11 }, (_, n) => `g${n}: analysisArticles { documentId }`).join(' ')}`,
  ],
])('one operation asks for at most twenty things, through %s too', async (_what, fields) => {
  const answer = await graphql(app, `{ ${fields} }`);
  expect(answer.errors?.[0]?.message).toContain('at most 20 fields');
});

test('depth and list sizes are limited', async () => {
  const deep = `${'{ summaries { article '.repeat(8)} { documentId }${' } }'.repeat(8)}`;
  expect((await graphql(app, `{ analysisArticles ${deep} }`)).errors?.[0]?.message).toMatch(
    /depth/
  );
  const page = (limit: number) =>
    graphql(
      app,
      `{ analysisArticles_connection(pagination: { limit: ${limit} }) { pageInfo { pageSize } } }`
    );
  expect((await page(100)).data.analysisArticles_connection.pageInfo.pageSize).toBe(100);
  expect((await page(101)).errors?.[0]?.message).toMatch(/from 1 to 100/);
});
