import { startApp, type TestApp } from '../helpers/app';
import { decide } from '../helpers/discussion';
import { createArticle, visitor, emptyCache } from '../helpers/factories';
import { deliver, linkIn, startMailbox, type Mailbox } from '../helpers/mail';

let app: TestApp;
let box: Mailbox;
let article: string;

beforeAll(async () => {
  box = await startMailbox();
  app = await startApp({ env: box.env });
  article = (await createArticle(app)).documentId;
});
afterEach(() => {
  expect(app.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await app.stop();
  await box.stop();
});

test('the reader’s form asks for mail, and says when a link comes', async () => {
  const { slug } = await createArticle(app);
  const path = `/posts/${slug}`;
  expect((await app.http().get(path).expect(200)).text).toMatch(/type="checkbox" name="notify"/);
  const form = { name: 'Ana', email: 'form@example.com', content: 'By the form.', notify: '1' };
  const sent = await app
    .http()
    .post(`${path}/comments`)
    .set('Sec-Fetch-Site', 'same-origin')
    .type('form')
    .send(form)
    .expect(303);
  const page = await app
    .http()
    .get(sent.headers.location as string)
    .expect(200);
  expect(page.text).toMatch(/Once your comment is public, a mail with a link comes/);
  const { document_id: made } = await app.strapi.db
    .connection('analysis_comments')
    .where({ author_email: form.email })
    .first();
  await decide(app, made, 'approved');
  await deliver(app);
  expect(linkIn(await box.next('form@example.com'), /token=confirm/)).toBeTruthy();
  const refused = await app
    .http()
    .post(`${path}/comments`)
    .set('Sec-Fetch-Site', 'same-origin')
    .type('form')
    .send({ ...form, content: '' })
    .expect(400);
  expect(refused.text).toMatch(/name="notify"[^>]*checked/);
  await emptyCache(app);
  app.strapi.config.set('plugin::analysis.notifications.authors', false);
  const off = (await app.http().get(path).expect(200)).text;
  app.strapi.config.set('plugin::analysis.notifications.authors', true);
  expect(off).not.toMatch(/name="notify"/);
});

test('the same over GraphQL', async () => {
  const call = (query: string, variables: object) =>
    app.http().post('/graphql').set(visitor('graph')).send({ query, variables });
  const author = { name: 'Ana', email: 'graph@example.com' };
  const { body } = await call(
    'mutation ($id: ID!, $data: AnalysisCommentInput!) { createAnalysisComment(articleId: $id, data: $data) { documentId notify } }',
    { id: article, data: { content: 'By GraphQL.', notify: true, author } }
  );
  const { documentId, notify } = body.data.createAnalysisComment;
  expect(notify).toBe('confirm');
  await decide(app, documentId, 'approved');
  await deliver(app);
  const token = linkIn(await box.next(author.email), /token=confirm/).searchParams.get('token');
  const settle = 'mutation ($token: String!) { settleAnalysisNotice(token: $token) }';
  const bad = await call(settle, { token: 'x' });
  expect(bad.body.errors[0].extensions.error.details.errors[0].path).toEqual(['token']);
  const done = await call(settle, { token });
  expect(done.body.data).toEqual({ settleAnalysisNotice: 'confirm' });
});
