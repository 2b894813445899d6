import {
  byDocumentId,
  each,
  guest,
  writeContext,
  testNesting,
  testHostileValues,
  type WriteRoute,
} from '../helpers/hostile-writes';
import { claimBody, forgetAttempts } from '../helpers/claims';
import { articleData, visitor } from '../helpers/factories';
import { HOSTILE, missingIn, SAMPLE } from '../helpers/hostile';

const at = writeContext();
let readers = 0;

const commentData = () => ({ content: 'A comment.', author: guest });
const withToken = () => ({ Authorization: `Bearer ${at.token}` });

const ROUTES: Record<string, WriteRoute> = {
  rating: {
    method: 'put',
    path: () => `/api/analysis/articles/${at.article.documentId}/rating`,
    fields: each(() => ({}), ['value']),
    storedIn: { table: 'analysis_ratings', columns: { value: 'value' } },
  },
  comment: {
    method: 'post',
    path: () => `/api/analysis/articles/${at.article.documentId}/comments`,
    fields: {
      ...each(commentData, ['content', 'parent', 'author']),
      'author.name': (name) => ({ data: { content: 'A comment.', author: { ...guest, name } } }),
      'author.email': (email) => ({ data: { content: 'A comment.', author: { ...guest, email } } }),
      'author.url': (url) => ({ data: { content: 'A comment.', author: { ...guest, url } } }),
      homepage: (homepage) => ({ data: { ...commentData(), homepage } }),
      formToken: (formToken) => ({ data: { ...commentData(), formToken } }),
      data: (data) => ({ data }),
    },
    storedIn: {
      table: 'analysis_comments',
      where: byDocumentId,
      columns: {
        content: 'content',
        parent: 'parent_id',
        'author.name': 'author_name',
        'author.email': 'author_email',
        'author.url': 'author_url',
      },
    },
  },
  'comment edit': {
    method: 'patch',
    path: () => `/api/analysis/comments/${at.comment.documentId}`,
    fields: each(() => ({}), ['content']),
    headers: () => ({ 'X-Analysis-Edit-Token': at.comment.editToken }),
    storedIn: { table: 'analysis_comments', where: byDocumentId, columns: { content: 'content' } },
  },
  report: {
    method: 'post',
    path: () => `/api/analysis/comments/${at.comment.documentId}/reports`,
    fields: each(() => ({ reason: 'spam' }), ['reason', 'note']),
    storedIn: { table: 'analysis_reports', columns: { reason: 'reason', note: 'note' } },
  },
  claim: {
    method: 'post',
    path: () => `/api/analysis/articles/${at.article.documentId}/claims`,
    fields: each(() => claimBody().data, ['quote', 'note', 'source', 'homepage']),
    // Each from a reader of its own, so that what is well-formed comes as far as the database.
    headers: () => {
      void forgetAttempts(at.app);
      return visitor((readers += 1));
    },
    storedIn: { table: 'analysis_claims', columns: { note: 'note', source: 'source' } },
  },
};

const ARTICLE_COLUMNS = {
  title: 'title',
  slug: 'slug',
  language: 'language',
  body: 'body',
  originalLink: 'original_link',
  sourceName: 'source_name',
  sourcePublishedAt: 'source_published_at',
  coverAlt: 'cover_alt',
  origin: 'origin',
  generatorModel: 'generator_model',
  generatedAt: 'generated_at',
  reviewer: 'reviewer',
  'provenance.runId': 'run_id',
};

const TOKEN_ROUTES: Record<string, WriteRoute> = {
  article: {
    method: 'post',
    path: () => '/api/analysis/articles?status=draft',
    fields: each(articleData, [
      ...['title', 'slug', 'language', 'body', 'originalLink', 'sourceName', 'sourcePublishedAt'],
      ...['coverAlt', 'origin', 'generatorModel', 'generatedAt', 'reviewer', 'topics', 'cover'],
      ...['editorialResponsibility', 'summaries'],
    ]),
    headers: withToken,
    storedIn: {
      table: 'analysis_articles',
      where: byDocumentId,
      columns: ARTICLE_COLUMNS,
    },
  },
  summary: {
    method: 'post',
    path: () => '/api/analysis/summaries?status=draft',
    fields: each(() => ({ article: at.article.documentId }), ['article', 'language', 'text']),
    headers: withToken,
  },
  topic: {
    method: 'post',
    path: () => '/api/analysis/topics',
    fields: each(() => ({ name: 'Topic' }), ['name', 'slug', 'kind']),
    headers: withToken,
    storedIn: {
      table: 'analysis_topics',
      where: byDocumentId,
      columns: { name: 'name', slug: 'slug', kind: 'kind' },
    },
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
    storedIn: {
      table: 'analysis_articles',
      where: byDocumentId,
      columns: ARTICLE_COLUMNS,
    },
  },
};

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

test('there are at least 500 hostile values, and two of each kind are sent', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(500);
  expect(missingIn(SAMPLE)).toEqual([]);
});
testHostileValues(at, ROUTES);
testHostileValues(at, TOKEN_ROUTES);
testNesting(at, { ...ROUTES, ...TOKEN_ROUTES });

test('no text page is the server’s fault', async () => {
  for (const value of SAMPLE) {
    const text = textOf(value);
    for (const page of [
      text,
      `Title\n\nSummary: ${text}\n\nOriginal Link:\n${text}\n\nArticle:\n\n${text}`,
    ]) {
      const { status } = await at.app
        .http()
        .put('/api/analysis/posts')
        .set(withToken())
        .set('Content-Type', 'text/plain')
        .send(page);
      expect(status).toBeLessThan(500);
    }
  }
});

test('no report in the reader’s form is', async () => {
  for (const value of SAMPLE) {
    const text = textOf(value);
    if (text.length > 100_000) continue;
    const { status } = await at.app
      .http()
      .post(`/posts/${at.article.slug}/claims`)
      .type('form')
      .set('Sec-Fetch-Site', 'same-origin')
      .send({ quote: text, note: text, source: text });
    expect(status).toBeLessThan(500);
  }
});

test('no form of the reader and no address is', async () => {
  for (const value of SAMPLE) {
    const text = textOf(value);
    if (text.length > 100_000) continue;
    const form = await at.app
      .http()
      .post(`/posts/${at.article.slug}/comments`)
      .type('form')
      .set('Sec-Fetch-Site', 'same-origin')
      .send({ name: text, email: text, url: text, content: text, parent: text });
    expect(form.status).toBeLessThan(500);
    // A lone surrogate cannot stand in an address at all.
    if (text.length > 2_000 || /\p{Surrogate}/u.test(text)) continue;
    const part = encodeURIComponent(text);
    for (const path of [
      `/posts/${part}`,
      `/posts/${at.article.slug}?reply=${part}&cursor=${part}&lang=${part}`,
      `/?page=${part}&sort=${part}`,
      `/api/analysis/posts/${part}?lang=${part}`,
      `/api/analysis/articles/${part}`,
      `/api/analysis/articles/${part}/comments?thread=${part}`,
      `/api/analysis/articles?filters[title][$contains]=${part}`,
      `/api/analysis/summaries/${part}`,
    ]) {
      const { status } = await at.app.http().get(path);
      expect([path.slice(0, 120), status < 500]).toEqual([path.slice(0, 120), true]);
    }
  }
});
