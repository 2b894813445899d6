import { createServer, type Server } from 'node:http';
import { sharedApp, type TestApp } from '../helpers/app';
import { commentPath, commentsPath, decide, postComment } from '../helpers/discussion';
import { adminToken, apiToken, articleData, createArticle, visitor } from '../helpers/factories';
import { until } from '../helpers/outside';

/** What a webhook was sent, by a receiver on loopback. */
interface Received {
  event: string;
  body: Record<string, unknown>;
}

let app: TestApp;
let receiver: Server;
let article: string;
const received: Received[] = [];

const EVENTS = [
  'analysis.comment.created',
  'analysis.comment.approved',
  'analysis.comment.rejected',
  'analysis.comment.reported',
  'analysis.rating.changed',
  'analysis.post.ingested',
];

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      received.push({
        event: String(request.headers['x-strapi-event']),
        body: JSON.parse(text) as Record<string, unknown>,
      });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  app = await sharedApp();
  const { port } = receiver.address() as { port: number };
  // Strapi's own webhooks, made over its own API.
  await app
    .http()
    .post('/admin/webhooks')
    .set('Authorization', `Bearer ${await adminToken(app)}`)
    .send({ name: 'all', url: `http://127.0.0.1:${port}/`, headers: {}, events: EVENTS })
    .expect(201);
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
  received.length = 0;
});
afterEach(() => {
  expect(app.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await app.stop();
  await new Promise((resolve) => receiver.close(resolve));
});

/** Waits until so many events have come. */
async function events(count: number): Promise<Received[]> {
  await until(() => received.length >= count);
  return received;
}
const names = async (count: number) => (await events(count)).map(({ event }) => event);

test('a comment’s way is told step by step', async () => {
  // Strapi sends webhooks side by side: only what is waited for comes in order.
  const { documentId } = await postComment(app, article);
  await events(1);
  await decide(app, documentId, 'approved');
  await events(2);
  await app
    .http()
    .post(`${commentPath(documentId)}/reports`)
    .set(visitor('reporter'))
    .send({ data: { reason: 'abuse' } })
    .expect(201);
  await events(3);
  await decide(app, documentId, 'spam');
  expect(await names(4)).toEqual([
    'analysis.comment.created',
    'analysis.comment.approved',
    'analysis.comment.reported',
    'analysis.comment.rejected',
  ]);
  expect(received[0]?.body).toMatchObject({
    comment: { documentId, status: 'pending', content: 'What about the ferries?', reports: 0 },
    article: { documentId: article },
    by: null,
  });
  expect(received.at(-1)?.body).toMatchObject({ comment: { status: 'spam' } });
});

test('no address, network or key is told', async () => {
  await postComment(app, article);
  const [{ body }] = (await events(1)) as [Received];
  expect(Object.keys(body).sort()).toEqual(['article', 'by', 'comment', 'createdAt', 'event']);
  expect(Object.keys(body.comment as object).sort()).toEqual([
    'author',
    'content',
    'createdAt',
    'documentId',
    'language',
    'parent',
    'reports',
    'status',
    'visible',
  ]);
  expect(JSON.stringify(body)).not.toMatch(/example\.com/);
});

test('where comments are public at once, that is told as well', async () => {
  app.strapi.config.set('plugin::analysis.comments.initialStatus', 'approved');
  await postComment(app, article);
  app.strapi.config.set('plugin::analysis.comments.initialStatus', 'pending');
  expect(await names(2)).toEqual(['analysis.comment.created', 'analysis.comment.approved']);
});

test('a moderator’s name stands by a decision in the admin', async () => {
  const { documentId } = await postComment(app, article);
  await app
    .http()
    .put(`/analysis/comments/${documentId}/status`)
    .set('Authorization', `Bearer ${await adminToken(app)}`)
    .send({ data: { status: 'approved' } })
    .expect(200);
  expect((await events(2))[1]?.body).toMatchObject({ by: 'Test Person' });
});

test('a vote, a change of it and its withdrawal are told; the same vote again is not', async () => {
  const path = `/api/analysis/articles/${article}/rating`;
  const vote = (value: number) =>
    app.http().put(path).set(visitor('voter')).send({ data: { value } }).expect(200);
  await vote(5);
  await vote(5);
  await events(1);
  await vote(3);
  await events(2);
  await app.http().delete(path).set(visitor('voter')).expect(200);
  await events(3);
  expect(received.map(({ body }) => body.rating as { total: number; average: number })).toEqual([
    expect.objectContaining({ total: 1, average: 5 }),
    expect.objectContaining({ total: 1, average: 3 }),
    expect.objectContaining({ total: 0, average: 0 }),
  ]);
});

test('an ingested post is told when it is new or changed', async () => {
  const token = await apiToken(app, ['plugin::analysis.ingest.put']);
  const { title, language, body, originalLink } = articleData();
  const put = (data: object) =>
    app.http().put('/api/analysis/posts').set('Authorization', `Bearer ${token}`).send({ data });
  const post = { title, language, body, originalLink };
  const first = await put(post).expect(201);
  await put(post).expect(200);
  await events(1);
  await put({ ...post, body: `${body as string}\n\nMore of it.` }).expect(200);
  await events(2);
  expect(received.map(({ body: told }) => told.outcome)).toEqual(['created', 'updated']);
  expect(received[0]?.body).toMatchObject({
    article: { documentId: first.body.data.documentId, title },
  });
});

test('what does not happen is not told', async () => {
  await app
    .http()
    .post(commentsPath(article))
    .send({ data: { content: 'x' } })
    .expect(400);
  const { analysis } = { analysis: app.strapi.plugin('analysis') };
  await expect(
    app.strapi.db.transaction(async ({ trx }) => {
      const { snapshots } = analysis.service('comments');
      await analysis.service('events').comments('created', await snapshots(['none']));
      const { documentId } = await postCommentIn(trx);
      await analysis.service('events').comments('approved', await snapshots([documentId]));
      throw new Error('rolled back');
    })
  ).rejects.toThrow('rolled back');
  const { documentId } = await postComment(app, article);
  expect(await names(1)).toEqual(['analysis.comment.created']);
  expect(received[0]?.body).toMatchObject({ comment: { documentId } });
});

/** Any comment that is there already. */
const postCommentIn = async (trx: unknown): Promise<{ documentId: string }> => {
  const row = await app.strapi.db
    .connection('analysis_comments')
    .transacting(trx as never)
    .first('document_id');
  return { documentId: row.document_id as string };
};

test('a bulk action tells of each comment, once it is done', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    ids.push((await postComment(app, article, { content: `Number ${n}.` }, n)).documentId);
  }
  await events(5);
  received.length = 0;
  await app.strapi
    .plugin('analysis')
    .service('moderation')
    .decideBulk(
      { id: 1, name: 'Mod', personalData: true },
      { status: 'rejected', items: ids.map((documentId) => ({ documentId })) }
    );
  await events(5);
  expect(
    received.map(({ body }) => (body.comment as { documentId: string }).documentId).sort()
  ).toEqual([...ids].sort());
});
