import { startApp, type TestApp } from '../helpers/app';
import { claimsPath, forgetAttempts, PASSAGE, sendClaim } from '../helpers/claims';
import { commentBody, commentsPath, decide, postComment } from '../helpers/discussion';
import {
  apiToken,
  articleData,
  createArticle,
  emptyCache,
  visitor,
  type MadeArticle,
} from '../helpers/factories';
import { graphql } from '../helpers/graphql';
import { deliver, startMailbox, type Mailbox } from '../helpers/mail';
import { until } from '../helpers/outside';

let app: TestApp;
let box: Mailbox;
let token: string;
let article: MadeArticle;
beforeAll(async () => {
  box = await startMailbox();
  app = await startApp({
    env: box.env,
    config: { 'notifications.moderators': { send: 'off', to: [], digestHours: 24 } },
  });
  token = await apiToken(app, 'full-access');
});
beforeEach(async () => {
  article = await createArticle(app);
  await forgetAttempts(app);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(async () => {
  await app.stop();
  await box.stop();
});

const comment = (author: Record<string, unknown>) =>
  app
    .http()
    .post(commentsPath(article.documentId))
    .set(visitor('ana'))
    .send(commentBody({ author: { name: 'Ana', email: 'ana@example.com', ...author } }));
const stored = (table: string) =>
  app.strapi.db
    .connection(table)
    .where({ article_id: article.documentId })
    .orderBy('id', 'desc')
    .first();
const submit = (form: string, fields: Record<string, string>) =>
  app
    .http()
    .post(`/posts/${article.slug}/${form}`)
    .type('form')
    .set('Sec-Fetch-Site', 'same-origin')
    .set('Accept-Language', 'en')
    .send(fields);

describe('a site without a scheme gets one', () => {
  const TYPED = 'www.Ferry.example/about';
  const KEPT = 'https://www.ferry.example/about';

  test('in comments over REST, GraphQL and the page', async () => {
    const { body } = await comment({ url: TYPED }).expect(201);
    expect(body.data.author.url).toBe(KEPT);

    const made = await graphql(
      app,
      `
        mutation ($id: ID!, $data: AnalysisCommentInput!) {
          createAnalysisComment(articleId: $id, data: $data) {
            documentId
          }
        }
      `,
      {
        id: article.documentId,
        data: { content: 'A', author: { name: 'Ana', email: 'ana@example.com', url: TYPED } },
      }
    );
    expect(made.errors?.length).toBe(1);
    const second = await graphql(
      app,
      `
        mutation ($id: ID!, $data: AnalysisCommentInput!) {
          createAnalysisComment(articleId: $id, data: $data) {
            documentId
          }
        }
      `,
      {
        id: article.documentId,
        data: { content: 'And how?', author: { name: 'B', email: 'b@example.com', url: TYPED } },
      }
    );
    expect(second.errors).toBeUndefined();
    expect(await stored('analysis_comments')).toMatchObject({ author_name: 'B', author_url: KEPT });

    await submit('comments', {
      ...{ content: 'From the page itself.', name: 'C', email: 'c@example.com', url: TYPED },
    }).expect(303);
    expect(await stored('analysis_comments')).toMatchObject({ author_name: 'C', author_url: KEPT });
  });

  test('in claims over REST, GraphQL and the page', async () => {
    await sendClaim(app, article.documentId, { source: TYPED }).expect(201);
    expect(await stored('analysis_claims')).toMatchObject({ source: KEPT });
    const { errors } = await graphql(
      app,
      `
        mutation ($id: ID!, $quote: String!, $note: String!, $source: String) {
          reportAnalysisClaim(articleId: $id, quote: $quote, note: $note, source: $source)
        }
      `,
      { id: article.documentId, quote: PASSAGE, note: 'Two did so.', source: `${TYPED}/2` },
      visitor('b')
    );
    expect(errors).toBeUndefined();
    expect(await stored('analysis_claims')).toMatchObject({ source: `${KEPT}/2` });
    await submit('claims', {
      ...{ quote: PASSAGE, note: 'Three did so.', source: `${TYPED}/3` },
    }).expect(303);
    expect(await stored('analysis_claims')).toMatchObject({ source: `${KEPT}/3` });
  });
});

test.each([
  'https:evil.example',
  'https:/evil.example',
  'http:\\\\evil.example',
  'https://evil.example/a b',
  'https://evil.example/\u200b.',
  'evil',
  '/evil.html',
  'me@evil.example',
])('%j is no address of a site', async (url) => {
  const refused = await comment({ url }).expect(400);
  expect(refused.body.error.details.errors).toEqual([
    expect.objectContaining({ path: ['author', 'url'], code: 'invalid_url' }),
  ]);
  const { body } = await app
    .http()
    .post(claimsPath(article.documentId))
    .set(visitor('c'))
    .send({ data: { quote: PASSAGE, note: 'Two engineers did.', source: url } })
    .expect(400);
  expect(body.error.details.errors).toEqual([
    expect.objectContaining({ path: ['source'], code: 'invalid_url' }),
  ]);
});

test('an address of a site from before is shown so that it leads there', async () => {
  const { documentId } = await postComment(app, article.documentId);
  await decide(app, documentId, 'approved');
  await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: documentId })
    .update({ author_url: 'https:evil.example' });
  await app.strapi.db
    .connection('analysis_articles')
    .where({ document_id: article.documentId })
    .update({ original_link: 'https:/news.example/a' });
  emptyCache(app);
  const { body } = await app.http().get(`/api/analysis/posts/${article.slug}`).expect(200);
  expect(body.data.article.originalLink).toBe('https://news.example/a');
  expect(body.data.comments.items[0].author.url).toBe('https://evil.example/');
  const { text } = await app.http().get(`/posts/${article.slug}`).expect(200);
  expect(text).toContain('href="https://evil.example/"');
  expect(text).not.toMatch(/href="https?:\/?[^/]/);
});

describe('mail addresses of all scripts', () => {
  test('are taken, kept with their domain in ASCII, and written to', async () => {
    const { body } = await app
      .http()
      .post(commentsPath(article.documentId))
      .set(visitor('joerg'))
      .send(commentBody({ notify: true, author: { name: 'J', email: ' Jörg@Büro.example ' } }))
      .expect(201);
    const kept = 'Jörg@xn--bro-hoa.example';
    expect(await stored('analysis_comments')).toMatchObject({
      document_id: body.data.documentId,
      author_email: kept,
    });
    // An address is asked once its comment is public.
    await decide(app, body.data.documentId, 'approved');
    await deliver(app);
    await until(() => box.mails.length > 0);
    const [mail] = box.mails.splice(0);
    const to = [mail?.to].flat()[0]?.value[0]?.address;
    expect(['Jörg@xn--bro-hoa.example', 'Jörg@büro.example']).toContain(to);
  });

  test.each(['jörg@büro', 'jö rg@büro.example', 'jö\u200brg@büro.example', 'a@b@büro.example'])(
    'not %j',
    async (email) => {
      const { body } = await comment({ email }).expect(400);
      expect(body.error.details.errors).toEqual([
        expect.objectContaining({ path: ['author', 'email'], code: 'invalid_email' }),
      ]);
    }
  );
});

describe('a day that is none', () => {
  const DAYS = ['2026-02-30T10:00:00Z', '2026-04-31', '2026-13-01', '2026-01-01T24:01:00Z'];
  const OFFSETS = ['2026-01-01T10:00:00+25:00', '2026-01-01T10:00:00+01:75'];
  const asToken = () => ({ Authorization: `Bearer ${token}` });

  test.each([...DAYS, ...OFFSETS])('is refused in what is sent: %s', async (day) => {
    const send = (method: 'put' | 'post', path: string) =>
      app
        .http()
        [method](path)
        .set(asToken())
        .send({ data: articleData({ sourcePublishedAt: day }) });
    for (const { status, body } of [
      await send('put', '/api/analysis/posts'),
      await send('post', '/api/analysis/articles'),
      await send('put', `/api/analysis/articles/${article.documentId}`),
    ]) {
      expect([status, body.error?.details?.errors?.[0]?.path]).toEqual([
        400,
        ['sourcePublishedAt'],
      ]);
    }
  });

  test.each([...DAYS, ...OFFSETS])('is refused as a filter: %s', async (day) => {
    const filter = encodeURIComponent(day);
    const { status } = await app
      .http()
      .get(`/api/analysis/articles?filters[sourcePublishedAt][$gt]=${filter}`);
    expect(status).toBe(400);
  });
});
