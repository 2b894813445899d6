import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedApp, type TestApp } from '../helpers/app';
import { ROOT } from '../helpers/database';
import { createArticle } from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
  await createArticle(app);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const many = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');
const nested = (levels: number): unknown => (levels === 0 ? {} : { not: nested(levels - 1) });

interface Body {
  query?: string;
  variables?: unknown;
  operationName?: string;
  extensions?: unknown;
}
const post = (body: Body) => app.http().post('/graphql').send(body);
const get = (body: Body) =>
  app
    .http()
    .get('/graphql')
    .set('Apollo-Require-Preflight', 'true')
    .query(
      Object.fromEntries(
        Object.entries(body).map(([key, value]) => [
          key,
          typeof value === 'string' ? value : JSON.stringify(value),
        ])
      )
    );

const EACH_OTHER =
  '{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A analysisTopics { name } }';
const DOUBLING = `{ ...F0 } ${many(26, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F26 on Query { __typename }`;
const LISTS =
  '{ analysisRankings(limit: 100) { comments(limit: 100) { items { content replies { content } } } } }';

const REFUSED: [string, Body, string][] = [
  ['a fragment in itself', { query: '{ ...F } fragment F on Query { ...F }' }, 'within itself'],
  ['fragments in each other', { query: EACH_OTHER }, 'within itself'],
  ['an unknown fragment', { query: '{ ...Nope }' }, 'Unknown fragment'],
  ['fragments that double', { query: DOUBLING }, '500 fields'],
  ['tokens', { query: `{ ${'a '.repeat(3_100)} }` }, '3000 tokens'],
  ['text', { query: `{ __typename } #${'x'.repeat(20_000)}` }, '20000 characters'],
  [
    'aliases',
    {
      query: `{ analysisArticles { ${many(500, (n) => `b${n}: bodyHtml`)} } }`,
    },
    '40 aliases',
  ],
  [
    'searches',
    { query: `{ ${many(20, (n) => `s${n}: analysisSearch(q: "a") { nextCursor }`)} }` },
    'cost',
  ],
  ['lists in lists', { query: LISTS }, 'cost'],
  [
    'lists in lists, by variables',
    {
      query: `query ($n: Int!) { analysisRankings(limit: $n) { comments(limit: $n) { items { content replies { content } } } } }`,
      variables: { n: 100 },
    },
    'cost',
  ],
  [
    'of two operations the one that is asked for',
    { query: `query Small { __typename } query Big ${LISTS}`, operationName: 'Big' },
    'cost',
  ],
  [
    'variables that are deep',
    {
      query: 'query ($f: AnalysisArticleFiltersInput) { analysisArticles(filters: $f) { slug } }',
      variables: { f: nested(1_000) },
    },
    '16 levels',
  ],
  [
    'many values',
    { query: '{ __typename }', variables: { a: Array(9_000).fill(1) } },
    '2000 values',
  ],
];

test.each(REFUSED)('%s: refused before any work', async (what, body, told) => {
  for (const ask of [post, get]) {
    const long = JSON.stringify(body).length > 8_000;
    if (ask === get && long) continue;
    // Twice, as Apollo keeps the documents that it has validated.
    for (let turn = 0; turn < 2; turn += 1) {
      const { status, body: answer } = await ask(body);
      expect({ what, status, data: answer.data }).toEqual({ what, status: 400, data: undefined });
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors[0].message).toContain(told);
      expect(answer.errors[0].extensions.code).toMatch(
        /^(OPERATION_LIMIT_EXCEEDED|GRAPHQL_VALIDATION_FAILED|GRAPHQL_PARSE_FAILED)$/
      );
    }
  }
});

test('what is refused is not remembered as a persisted query', async () => {
  const hash = (query: string) => ({
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
  });
  for (const query of [EACH_OTHER, LISTS, `{ __typename } #${'y'.repeat(20_000)}`]) {
    await post({ query, extensions: hash(query) }).expect(400);
    const { body } = await post({ extensions: hash(query) });
    expect(body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  }
});

test('several operations in one request are not taken', async () => {
  await app
    .http()
    .post('/graphql')
    .send([{ query: '{ __typename }' }, { query: '{ __typename }' }])
    .expect(400);
});

test('the operations of the guide are within the limits', async () => {
  const guide = readFileSync(path.join(ROOT, 'docs/frontends.md'), 'utf8');
  const operations = [...guide.matchAll(/^```graphql\n([^]*?)^```/gm)].map(([, text]) => text);
  expect(operations.length).toBeGreaterThanOrEqual(5);
  for (const query of operations) {
    const { body } = await post({ query, variables: { slug: 'a', article: 'a' } });
    const codes = (body.errors ?? []).map((each: { extensions: { code: string } }) => [
      query,
      each.extensions.code,
    ]);
    expect(codes.filter(([, code]: [string, string]) => /LIMIT|VALIDATION/.test(code))).toEqual([]);
  }
});

test('a list page of twenty-five with all that a card shows is within the limits', async () => {
  const { body } = await post({
    query: `{ analysisArticles(sort: "firstPublishedAt:desc") {
      documentId title slug language disclosure firstPublishedAt
      cover { url alternativeText width height } topics(pagination: { limit: 20 }) { name slug }
      summary(lang: "fr") { text } rating { average total } comments(limit: 1) { total }
    } }`,
  }).expect(200);
  expect(body.errors).toBeUndefined();
});

test('what the schema tells of itself is within the limits', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const { body } = await post({ query: getIntrospectionQuery() }).expect(200);
  expect(body.errors).toBeUndefined();
});

describe('the arguments of Strapi’s own queries are read as those of REST', () => {
  test.each([
    [
      'filters: { not: { not: { not: { not: { not: { slug: { eq: "a" } } } } } } }',
      'filters.not.not.not.not.not',
    ],
    [`filters: { slug: { eq: "${'a'.repeat(1_001)}" } }`, 'filters.slug.eq'],
    ['filters: { slug: { eq: "\\u0000" } }', 'filters.slug.eq'],
    ['filters: { slug: { or: ["a"] } }', 'filters.slug.or'],
    ['filters: { slug: { between: ["a"] } }', 'filters.slug.between'],
    ['filters: { body: { contains: "a" } }', 'filters.body'],
    ['filters: { createdAt: { contains: "2026-01-01T00:00:00Z" } }', 'filters.createdAt.contains'],
    ['filters: { topics: { name: { null: null } } }', 'filters.topics.name.null'],
    ['filters: { topics: { articles: { slug: { eq: "a" } } } }', null],
    ['pagination: { page: 9007199 }', 'pagination.page'],
    ['pagination: { start: -1 }', 'pagination.start'],
    ['pagination: { pageSize: 0 }', 'pagination.pageSize'],
    ['pagination: { limit: 101 }', 'pagination.limit'],
    ['pagination: { page: 1, limit: 5 }', 'pagination'],
    ['sort: "__proto__"', 'sort.0'],
    ['sort: ["slug:up"]', 'sort.0'],
    ['sort: "topics.name"', 'sort.0'],
  ])('%s', async (given, at) => {
    for (const field of ['analysisArticles', 'analysisArticles_connection']) {
      const selection = field === 'analysisArticles' ? 'slug' : 'nodes { slug }';
      const { body } = await post({ query: `{ ${field}(${given}) { ${selection} } }` });
      expect(body.errors).toHaveLength(1);
      const [{ extensions }] = body.errors;
      if (at === null) expect(extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
      else {
        expect(extensions.code).toBe('BAD_USER_INPUT');
        expect(extensions.error.details.errors[0].path.join('.')).toBe(at);
      }
    }
  });

  test('below an article too', async () => {
    const { body } = await post({
      query: '{ analysisArticles { topics(filters: { name: { between: ["a"] } }) { name } } }',
    });
    expect(body.errors[0].extensions.error.details.errors[0].path).toEqual([
      'filters',
      'name',
      'between',
    ]);
  });

  test.each([
    'filters: { and: [{ slug: { containsi: "a" } }, { not: { documentId: { eq: "5" } } }] }',
    'filters: { createdAt: { between: ["2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"] } }',
    'filters: { topics: { name: { in: ["Law"] } } }, sort: ["slug:asc", "id:desc"]',
    'filters: null, pagination: null, sort: null',
    'pagination: { page: 2, pageSize: 100 }, sort: []',
  ])('%s is taken', async (given) => {
    const { body } = await post({ query: `{ analysisArticles(${given}) { slug } }` }).expect(200);
    expect(body.errors).toBeUndefined();
  });
});
