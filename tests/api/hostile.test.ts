import { startApp, type TestApp } from '../helpers/app';
import { approvedComment, expectCountersExact } from '../helpers/discussion';
import { apiToken, articleData, createArticle } from '../helpers/factories';
import { HOSTILE } from '../helpers/hostile';

let app: TestApp;
let token: string;
let article: { documentId: string; slug: string };
let comment: { documentId: string; editToken: string };

beforeAll(async () => {
  app = await startApp();
  token = await apiToken(app, 'full-access');
  article = await createArticle(app);
  comment = await approvedComment(app, article.documentId);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

interface Door {
  method: 'post' | 'put' | 'patch';
  path: () => string;
  /** The body with a hostile value in one field. */
  fields: Record<string, (value: unknown) => unknown>;
  headers?: () => Record<string, string>;
}

const inData = (rest: () => object, name: string) => (value: unknown) => ({
  data: { ...rest(), [name]: value },
});
const each = (rest: () => object, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, inData(rest, name)]));

const guest = { name: 'Ana', email: 'ana@example.com' };
const commentData = () => ({ content: 'A comment.', author: guest });
const withToken = () => ({ Authorization: `Bearer ${token}` });

const DOORS: Record<string, Door> = {
  rating: {
    method: 'put',
    path: () => `/api/analysis/articles/${article.documentId}/rating`,
    fields: each(() => ({}), ['value']),
  },
  comment: {
    method: 'post',
    path: () => `/api/analysis/articles/${article.documentId}/comments`,
    fields: {
      ...each(commentData, ['content', 'parent', 'author']),
      'author.name': (name) => ({ data: { content: 'A comment.', author: { ...guest, name } } }),
      'author.email': (email) => ({ data: { content: 'A comment.', author: { ...guest, email } } }),
      'author.url': (url) => ({ data: { content: 'A comment.', author: { ...guest, url } } }),
      data: (data) => ({ data }),
    },
  },
  'comment edit': {
    method: 'patch',
    path: () => `/api/analysis/comments/${comment.documentId}`,
    fields: each(() => ({}), ['content']),
    headers: () => ({ 'X-Analysis-Edit-Token': comment.editToken }),
  },
  report: {
    method: 'post',
    path: () => `/api/analysis/comments/${comment.documentId}/reports`,
    fields: each(() => ({ reason: 'spam' }), ['reason', 'note']),
  },
  article: {
    method: 'post',
    path: () => '/api/analysis/articles?status=draft',
    fields: each(articleData, [
      ...['title', 'slug', 'language', 'body', 'originalLink', 'sourceName', 'sourcePublishedAt'],
      ...['coverAlt', 'origin', 'generatorModel', 'generatedAt', 'reviewer', 'topics', 'cover'],
      ...['editorialResponsibility', 'summaries'],
    ]),
    headers: withToken,
  },
  summary: {
    method: 'post',
    path: () => '/api/analysis/summaries?status=draft',
    fields: each(() => ({ article: article.documentId }), ['article', 'language', 'text']),
    headers: withToken,
  },
  topic: {
    method: 'post',
    path: () => '/api/analysis/topics',
    fields: each(() => ({ name: 'Topic' }), ['name', 'slug', 'kind']),
    headers: withToken,
  },
  ingest: {
    method: 'put',
    path: () => '/api/analysis/posts',
    fields: {
      ...each(articleData, [
        ...['title', 'slug', 'language', 'body', 'bodyFormat', 'originalLink', 'sourceName'],
        ...['sourcePublishedAt', 'summaries', 'topics', 'provenance'],
      ]),
      'summaries.text': (text) => ({ data: { ...articleData(), summaries: [{ text }] } }),
      'provenance.runId': (runId) => ({ data: { ...articleData(), provenance: { runId } } }),
      data: (data) => ({ data }),
    },
    headers: withToken,
  },
};

const CASES = Object.entries(DOORS).flatMap(([door, { fields }]) =>
  Object.keys(fields).map((field) => [door, field] as const)
);

test(`there are at least 500 hostile values`, () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(500);
});

test.each(CASES)('%s: no value of %s is the server’s fault', async (door, field) => {
  const { method, path, fields, headers } = DOORS[door] as Door;
  const make = fields[field] as (value: unknown) => unknown;
  const wrong: unknown[] = [];
  for (const value of HOSTILE) {
    const { status, body } = await app
      .http()
      [method](path())
      .set(headers?.() ?? {})
      .send(make(value) as object);
    if (status >= 500 || (status >= 400 && typeof body.error?.message !== 'string')) {
      wrong.push([status, JSON.stringify(value)?.slice(0, 80)]);
    }
  }
  expect(wrong).toEqual([]);
});

test('no text page is the server’s fault', async () => {
  for (const value of HOSTILE) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    for (const page of [
      text,
      `Title\n\nSummary: ${text}\n\nOriginal Link:\n${text}\n\nArticle:\n\n${text}`,
    ]) {
      const { status } = await app
        .http()
        .put('/api/analysis/posts')
        .set(withToken())
        .set('Content-Type', 'text/plain')
        .send(page);
      expect(status).toBeLessThan(500);
    }
  }
});

test('no form of the reader and no address is', async () => {
  for (const value of HOSTILE) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (text.length > 100_000) continue;
    const form = await app
      .http()
      .post(`/posts/${article.slug}/comments`)
      .type('form')
      .set('Sec-Fetch-Site', 'same-origin')
      .send({ name: text, email: text, url: text, content: text, parent: text });
    expect(form.status).toBeLessThan(500);
    // A lone surrogate cannot stand in an address at all.
    if (text.length > 2_000 || /\p{Surrogate}/u.test(text)) continue;
    const part = encodeURIComponent(text);
    for (const path of [
      `/posts/${part}`,
      `/posts/${article.slug}?reply=${part}&cursor=${part}&lang=${part}`,
      `/?page=${part}&sort=${part}`,
      `/api/analysis/posts/${part}?lang=${part}`,
      `/api/analysis/articles/${part}`,
      `/api/analysis/articles/${part}/comments?thread=${part}`,
      `/api/analysis/articles?filters[title][$contains]=${part}`,
      `/api/analysis/summaries/${part}`,
    ]) {
      const { status } = await app.http().get(path);
      expect([path.slice(0, 120), status < 500]).toEqual([path.slice(0, 120), true]);
    }
  }
});

test('after all that every counter still equals a count of the rows', () =>
  expectCountersExact(app));
