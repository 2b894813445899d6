import { createHash } from 'node:crypto';
import { sharedApp, type TestApp } from '../helpers/app';
import { expectCountersExact } from '../helpers/discussion';
import { countQueries, createArticle, createSummary } from '../helpers/factories';
import { codes, graphql } from '../helpers/graphql';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

describe('a list of posts', () => {
  const POSTS = 25;
  const PARTS = `
    title
    rating { total average }
    corrections { text }
    comments(sort: "discussed", limit: 3) {
      total
      nextCursor
      open
      items { content replyTotal replies { content } }
    }`;
  const LISTS: [string, (limit: number) => string][] = [
    [
      'analysisArticles',
      (limit) =>
        `{ analysisArticles(sort: "id:desc", pagination: { limit: ${limit} }) { summary(lang: "fr") { text } ${PARTS} } }`,
    ],
    [
      'analysisRankings',
      (limit) =>
        `{ analysisRankings(by: "comments", limit: ${limit}, lang: "fr") { summary { text } ${PARTS} } }`,
    ],
  ];

  /** Five threads as the service writes them, the n-th with n replies. */
  async function discuss(articleId: string): Promise<void> {
    const rows = Array.from({ length: 5 }, (_, n) => {
      const root = `t${n}${articleId.slice(0, 20)}`;
      return Array.from({ length: n + 1 }, (_each, r) => ({
        document_id: r === 0 ? root : `r${r}${root}`.slice(0, 24),
        root_id: root,
        parent_id: r === 0 ? null : root,
        depth: r === 0 ? 0 : 1,
        article_id: articleId,
        state: 'approved',
        visible: true,
        author_name: 'Ana',
        content: r === 0 ? `thread ${n}` : `reply ${n}.${r}`,
        report_count: 0,
        reply_count: r === 0 ? n : 0,
        created_at: new Date(Date.UTC(2026, 0, 1, n, r)),
      }));
    }).flat();
    await app.strapi.db.connection('analysis_comments').insert(rows);
  }

  beforeAll(async () => {
    for (let n = 0; n < POSTS; n += 1) {
      const { documentId } = await createArticle(app);
      await createSummary(app, documentId);
      await discuss(documentId);
    }
    await app.strapi.plugin('analysis').service('housekeeping').recount();
  });

  test.each(LISTS)('%s reads its parts together, in at most eight queries', async (name, query) => {
    const ask = (limit: number) => countQueries(app, () => graphql(app, query(limit)));
    await ask(1);
    const five = await ask(5);
    const all = await ask(POSTS);
    const posts = all.result.data[name];
    expect(posts).toHaveLength(POSTS);
    for (const post of posts) {
      expect(post).toMatchObject({
        summary: { text: expect.stringMatching(/port/) },
        rating: { total: 0, average: 0 },
        corrections: [],
        comments: { total: 15, open: true, nextCursor: expect.any(String) },
      });
      expect(post.comments.items).toMatchObject([
        {
          content: 'thread 4',
          replyTotal: 4,
          replies: [1, 2, 3, 4].map((r) => ({ content: `reply 4.${r}` })),
        },
        { content: 'thread 3', replyTotal: 3 },
        { content: 'thread 2', replyTotal: 2 },
      ]);
    }
    expect(five.result.data[name]).toHaveLength(5);
    expect(all.queries.length).toBe(five.queries.length);
    expect(all.queries.length).toBeLessThanOrEqual(8);
  });

  test('an operation has so many threads, however it asks for them', async () => {
    const inOrders = (names: string[]) =>
      graphql(
        app,
        `{ analysisArticles(pagination: { limit: ${POSTS} }) {
          ${names.map((sort) => `${sort}: comments(sort: "${sort}", limit: 20) { total }`).join(' ')}
        } }`
      );
    expect((await inOrders(['newest', 'oldest'])).errors).toBeUndefined();
    const { errors } = await inOrders(['newest', 'oldest', 'discussed']);
    expect(errors?.[0]?.extensions.error?.details?.errors?.[0]?.path).toEqual(['limit']);
  });
});

test('a persisted query is sent once, and then asked for by its hash', async () => {
  const { slug } = await createArticle(app);
  const query = `query Title($slug: String!) { analysisPost(slug: $slug) { article { slug } } }`;
  const extensions = {
    persistedQuery: {
      version: 1,
      sha256Hash: createHash('sha256').update(query).digest('hex'),
    },
  };
  const variables = { slug };
  const get = () =>
    app
      .http()
      .get('/graphql')
      .set('Apollo-Require-Preflight', 'true')
      .query({ variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) });
  expect(codes((await get()).body)).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
  const sent = await app.http().post('/graphql').send({ query, variables, extensions }).expect(200);
  expect(sent.body.data.analysisPost.article.slug).toBe(slug);
  const again = await get().expect(200);
  expect(again.body).toEqual(sent.body);
  // What a cache between may make of it: nothing, unless it is told to.
  expect(again.headers['cache-control']).toBe('no-store');

  // One that says another hash than its own is not kept under it.
  const forged = { query: '{ analysisRankings { slug } }', extensions };
  expect(codes((await app.http().post('/graphql').send(forged)).body)).not.toEqual([]);
  expect((await get().expect(200)).body).toEqual(sent.body);
  // A page of another site cannot send the header without asking first, and nothing is changed by GET.
  const bare = { query: '{ analysisRankings { slug } }' };
  await app.http().get('/graphql').query(bare).expect(400);
  await app
    .http()
    .get('/graphql')
    .set('Apollo-Require-Preflight', 'true')
    .query({ query: 'mutation { deleteAnalysisComment(documentId: "x") }' })
    .expect(405);
});
