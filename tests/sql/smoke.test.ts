import { sharedApp, type TestApp } from '../helpers/app';
import { commentPath, commentsPath, postComment } from '../helpers/discussion';
import { claimBody, claimsPath } from '../helpers/claims';
import {
  adminToken,
  apiToken,
  ARTICLE,
  articleData,
  createArticle,
  createSummary,
  createUser,
  visitor,
} from '../helpers/factories';
import { graphql } from '../helpers/graphql';

/**
 * One request to each route of the plugin, on every database. What the routes promise is tried by the
 * files of `tests/api` and `tests/graphql`, on SQLite.
 */
let app: TestApp;
let article: { documentId: string; slug: string };
let comment: { documentId: string; editToken: string };
let editor: { Authorization: string };
let generator: { Authorization: string };
beforeAll(async () => {
  app = await sharedApp({ config: { 'comments.initialStatus': 'approved' } });
  editor = { Authorization: `Bearer ${await adminToken(app)}` };
  generator = { Authorization: `Bearer ${await apiToken(app, 'full-access')}` };
  article = await createArticle(app);
  await createSummary(app, article.documentId);
  await createArticle(app);
  comment = await postComment(app, article.documentId);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const api = (path: string) => `/api/analysis${path}`;

test.each([
  ['an article', () => api(`/articles/${article.documentId}?populate=*`)],
  ['articles', () => api('/articles?filters[title][$containsi]=harbour&sort=createdAt:desc')],
  ['summaries', () => api('/summaries?filters[language]=fr&pagination[withCount]=true')],
  ['topics', () => api('/topics?sort=name')],
  ['a post', () => api(`/posts/${article.slug}?lang=fr`)],
  ['posts', () => api('/posts?limit=1')],
  ['a search', () => api('/posts?q=harbour plan')],
  ['related posts', () => api(`/posts/${article.slug}/related`)],
  ['rankings', () => api('/rankings?by=comments&days=30')],
  ['comments', () => commentsPath(article.documentId)],
  ['replies', () => `${commentsPath(article.documentId)}?thread=${comment.documentId}`],
  ['a token for a form', () => api('/comment-token')],
  ['a feed', () => api('/feed.atom')],
  ['a sitemap', () => api('/sitemap.xml')],
  ['oEmbed', () => api(`/oembed?url=http://0.0.0.0:1337/posts/${article.slug}`)],
  ['the document', () => api('/openapi.json')],
  ['the script of the elements', () => api('/embed.js')],
  ['the reader’s list', () => '/'],
  ['the reader’s page', () => `/posts/${article.slug}`],
  ['the reader’s search', () => '/search?q=harbour'],
  ['robots.txt', () => '/robots.txt'],
])('anyone reads %s', async (_what, path) => {
  await app.http().get(path()).expect(200);
});

test('a guest votes, comments, edits, reports and deletes', async () => {
  const guest = visitor('smoke');
  const rating = api(`/articles/${article.documentId}/rating`);
  await app
    .http()
    .put(rating)
    .set(guest)
    .send({ data: { value: 4 } })
    .expect(200);
  await app.http().delete(rating).set(guest).expect(200);
  const own = await postComment(app, article.documentId, {}, 'smoke');
  const token = { 'X-Analysis-Edit-Token': own.editToken };
  const change = { data: { content: 'Reworded.' } };
  await app.http().patch(commentPath(own.documentId)).set(token).send(change).expect(200);
  await app.http().delete(commentPath(own.documentId)).set(token).expect(204);
  await app
    .http()
    .post(`${commentPath(comment.documentId)}/reports`)
    .set(guest)
    .send({ data: { reason: 'spam' } })
    .expect(201);
  await app.http().post(claimsPath(article.documentId)).set(guest).send(claimBody()).expect(201);
});

test('a signed-in reader votes and comments', async () => {
  const { jwt } = await createUser(app);
  const auth = { Authorization: `Bearer ${jwt}` };
  const path = api(`/articles/${article.documentId}`);
  await app
    .http()
    .put(`${path}/rating`)
    .set(auth)
    .send({ data: { value: 2 } })
    .expect(200);
  await app
    .http()
    .post(`${path}/comments`)
    .set(auth)
    .send({ data: { content: 'Well.' } })
    .expect(201);
});

test('the reader’s forms are taken', async () => {
  const post = (form: string, fields: object) =>
    app
      .http()
      .post(`/posts/${article.slug}/${form}`)
      .set('Sec-Fetch-Site', 'same-origin')
      .type('form')
      .send(fields)
      .expect(303);
  await post('rating', { value: 5 });
  await post('comments', { content: 'By a form.', name: 'Ana', email: 'ana@example.com' });
});

test('a generator delivers posts', async () => {
  const send = (data: object) => app.http().put(api('/posts')).set(generator).send({ data });
  const data = articleData({ topics: ['Ferries'] });
  await send(data).expect(201);
  await send(data).expect(200);
  await app
    .http()
    .post(api('/posts/batch'))
    .set(generator)
    .set('Content-Type', 'application/x-ndjson')
    .send(`${JSON.stringify(articleData())}\n`)
    .expect(200);
});

test.each([
  ['the queue', () => '/analysis/moderation/queue'],
  ['a comment', () => `/analysis/moderation/comments/${comment.documentId}`],
  ['the reported passages', () => '/analysis/claims'],
  ['the bans', () => '/analysis/moderation/bans'],
  ['the policy', () => '/analysis/triage/policy'],
  ['the cache', () => '/analysis/post-cache'],
  ['articles in the content manager', () => `/content-manager/collection-types/${ARTICLE}`],
  [
    'a link to a draft',
    () => `/content-manager/preview/url/${ARTICLE}?documentId=${article.documentId}&status=draft`,
  ],
])('an administrator reads %s', async (_what, path) => {
  await app.http().get(path()).set(editor).expect(200);
});

test('a moderator decides, and an administrator exports and erases', async () => {
  const call = (method: 'post' | 'put', path: string, data: object) =>
    app.http()[method](`/analysis${path}`).set(editor).send({ data });
  const decision = { status: 'rejected' };
  await call('put', `/comments/${comment.documentId}/status`, decision).expect(200);
  await call('post', '/moderation/bans', {
    kind: 'domain',
    value: 'banned.example',
    reason: 'flood',
  }).expect(201);
  await call('post', '/privacy/export', { email: 'ana@example.com' }).expect(200);
  await call('post', '/privacy/erase', { email: 'ana@example.com' }).expect(200);
});

test('GraphQL reads and writes', async () => {
  const read = await graphql(
    app,
    `{ analysisPost(slug: "${article.slug}", lang: "fr") {
      article { title topics { name } } summary { text } rating { total }
      comments { items { content } } } analysisSearch(q: "harbour") { items { post { title } } } }`
  );
  expect(read.errors).toBeUndefined();
  const written = await graphql(
    app,
    `mutation { rateAnalysisArticle(articleId: "${article.documentId}", value: 3) { mine } }`,
    {},
    visitor('graphql')
  );
  expect(written.errors).toBeUndefined();
});
