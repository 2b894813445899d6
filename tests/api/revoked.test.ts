import { sharedApp, type TestApp } from '../helpers/app';
import { approvedComment } from '../helpers/discussion';
import {
  apiToken,
  createArticle,
  createSummary,
  setPublicPermission,
  visitor,
} from '../helpers/factories';

const READS = ['post.findOne', 'ranking.find', 'search.find', 'related.find', 'article.find'].map(
  (name) => `plugin::analysis.${name}`
);
const COMMENT_FIND = 'plugin::analysis.comment.find';
const RATING_FIND = 'plugin::analysis.rating.find';

let app: TestApp;
let slug: string;
let near: string;
let documentId: string;
beforeAll(async () => {
  app = await sharedApp();
  ({ documentId, slug } = await createArticle(app, { title: 'The ferry question, asked again' }));
  await createSummary(app, documentId);
  ({ slug: near } = await createArticle(app, { title: 'The ferry question, answered' }));
  await approvedComment(app, documentId, { content: 'A word on the ferries.' });
  await app
    .http()
    .put(`/api/analysis/articles/${documentId}/rating`)
    .set(visitor('voter'))
    .send({ data: { value: 5 } })
    .expect(200);
});
afterEach(async () => {
  await setPublicPermission(app, COMMENT_FIND, true);
  await setPublicPermission(app, RATING_FIND, true);
  expect(app.errors.splice(0)).toEqual([]);
});
afterAll(() => app.stop());

type Asked = { ratings: boolean; comments: boolean };

const GRAPHQL = `query ($slug: String!, $near: String!) {
  post: analysisPost(slug: $slug) { rating { total } comments { total } jsonLd }
  rankings: analysisRankings { slug rating { total } commentCount }
  search: analysisSearch(q: "ferry") { items { post { slug rating { total } commentCount } } }
  related: analysisRelatedPosts(slug: $near) { slug rating { total } commentCount }
}`;

/** What a caller is shown of the rating and the discussion, through every route; each of one mind. */
async function shown(headers: Record<string, string> = {}): Promise<Asked> {
  const get = async (path: string) =>
    (await app.http().get(`/api/analysis${path}`).set(headers).expect(200)).body.data;
  interface Card {
    slug: string;
    rating: { total: number } | null;
    commentCount: number | null;
  }
  const ours = (cards: Card[]) => cards.find((card) => card.slug === slug) as Card;
  const post = await get(`/posts/${slug}`);
  const cards = [
    ours(await get('/rankings')),
    ours(await get('/posts?q=ferry')),
    ours(await get(`/posts/${near}/related`)),
  ];
  const { body } = await app
    .http()
    .post('/graphql')
    .set(headers)
    .send({ query: GRAPHQL, variables: { slug, near } })
    .expect(200);
  expect(body.errors).toBeUndefined();
  const { data } = body;
  cards.push(
    ours(data.rankings),
    ours(data.search.items.map((hit: { post: Card }) => hit.post)),
    ours(data.related)
  );
  const seen = (value: { rating: unknown; comments: unknown; jsonLd: object }): Asked[] => [
    { ratings: value.rating !== null, comments: value.comments !== null },
    {
      ratings: 'aggregateRating' in value.jsonLd,
      comments: 'commentCount' in value.jsonLd,
    },
  ];
  const all = [
    ...seen(post),
    ...seen(data.post),
    ...cards.map(({ rating, commentCount }) => ({
      ratings: rating !== null,
      comments: commentCount !== null,
    })),
  ];
  if (headers.Authorization === undefined) {
    const page = (await app.http().get(`/posts/${slug}`).expect(200)).text;
    const list = (await app.http().get('/').expect(200)).text;
    const found = (await app.http().get('/search?q=ferry').expect(200)).text;
    all.push(
      { ratings: page.includes('name="value"'), comments: page.includes('A word on the ferries.') },
      { ratings: page.includes('aggregateRating'), comments: page.includes('commentCount') },
      ...[list, found].map((html) => ({
        ratings: /class="mini-stars/.test(html),
        comments: /\b1 comment\b/.test(html),
      }))
    );
    const feed = await app.http().get(`/api/analysis/articles/${documentId}/comments/feed.rss`);
    all.push({ ratings: all[0]?.ratings ?? false, comments: feed.status === 200 });
  }
  const [first] = all as [Asked];
  expect(all).toEqual(all.map(() => first));
  return first;
}

test('what anyone may read is shown, and what is revoked goes at once, from the cache too', async () => {
  expect(await shown()).toEqual({ ratings: true, comments: true });
  await setPublicPermission(app, COMMENT_FIND, false);
  expect(await shown()).toEqual({ ratings: true, comments: false });
  await setPublicPermission(app, RATING_FIND, false);
  expect(await shown()).toEqual({ ratings: false, comments: false });
  await setPublicPermission(app, COMMENT_FIND, true);
  expect(await shown()).toEqual({ ratings: false, comments: true });
});

test('a token is shown what it may read, whatever anyone may, and no shared cache keeps it', async () => {
  for (const [more, sees] of [
    [[], { ratings: false, comments: false }],
    [[COMMENT_FIND], { ratings: false, comments: true }],
    [[RATING_FIND], { ratings: true, comments: false }],
  ] as const) {
    const token = await apiToken(app, [...READS, ...more]);
    const headers = { Authorization: `Bearer ${token}` };
    expect(await shown(headers)).toEqual(sees);
    const answer = await app.http().get(`/api/analysis/posts/${slug}`).set(headers).expect(200);
    expect(answer.headers['cache-control']).toMatch(/^private\b/);
    expect(await shown()).toEqual({ ratings: true, comments: true });
  }
  await setPublicPermission(app, COMMENT_FIND, false);
  const full = { Authorization: `Bearer ${await apiToken(app, 'full-access')}` };
  expect(await shown(full)).toEqual({ ratings: true, comments: true });
  expect(await shown()).toEqual({ ratings: true, comments: false });
});
