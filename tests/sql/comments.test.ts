import { sharedApp, type TestApp } from '../helpers/app';
import {
  approvedComment,
  commentBody,
  commentPath,
  commentsPath,
  decide,
  expectCountersExact,
  outline,
  postComment,
} from '../helpers/discussion';
import {
  createArticle,
  createUser,
  documents,
  setPublicPermission,
  visitor,
} from '../helpers/factories';

let app: TestApp;
let article: string;
beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

const list = (query = '') => app.http().get(`${commentsPath(article)}${query}`);
const read = async () => (await list().expect(200)).body;

test('an empty discussion is an empty list', async () => {
  expect(await read()).toEqual({
    data: [],
    meta: { total: 0, sort: 'newest', limit: 20, open: true, notify: false, nextCursor: null },
  });
});

test('a new comment is pending, and nobody sees it until it is approved', async () => {
  const { body, headers } = await app
    .http()
    .post(commentsPath(article))
    .send(commentBody({ author: { name: ' Ana ', email: 'ana@example.com', url: '' } }))
    .expect(201);
  expect(body.data).toMatchObject({
    status: 'pending',
    content: 'What about the ferries?',
    author: { name: 'Ana', url: null, moderator: false },
    depth: 0,
    parent: null,
  });
  expect(body.data.reason).toMatch(/moderator/);
  expect(body.meta.editToken).toMatch(/^[\w-]{43}$/);
  expect(headers['cache-control']).toBe('private, no-store');
  expect((await read()).meta.total).toBe(0);
  await decide(app, body.data.documentId, 'approved');
  const after = await read();
  expect(after.meta.total).toBe(1);
  expect(after.data[0]).toEqual({
    documentId: body.data.documentId,
    parent: null,
    depth: 0,
    author: { name: 'Ana', url: null, moderator: false },
    content: 'What about the ferries?',
    contentHtml: '<p>What about the ferries?</p>',
    createdAt: expect.stringMatching(/Z$/),
    editedAt: null,
    deleted: false,
    replies: [],
    replyTotal: 0,
    repliesCursor: null,
  });
});

test('no answer holds an address, a hash, a token or a browser', async () => {
  await app
    .http()
    .post(commentsPath(article))
    .set('User-Agent', 'SecretBrowser/1')
    .send(commentBody({ author: { name: 'Ana', email: 'secret@example.com' } }))
    .expect(201)
    .then(({ body }) => decide(app, body.data.documentId, 'approved'));
  const text = JSON.stringify(await read());
  for (const secret of [
    'secret@example.com',
    'SecretBrowser',
    'Hash',
    'userId',
    'Key',
    'visible',
  ]) {
    expect(text).not.toContain(secret);
  }
});

test('replies show under their parents, and only under approved ones', async () => {
  const root = await approvedComment(app, article, { content: 'root' });
  const reply = await approvedComment(app, article, { content: 'reply', parent: root.documentId });
  await approvedComment(app, article, { content: 'below', parent: reply.documentId });
  expect(outline((await read()).data)).toEqual([['root', ['reply', 'below']]]);
  await decide(app, reply.documentId, 'rejected');
  expect(outline((await read()).data)).toEqual(['root']);
  expect((await read()).meta.total).toBe(1);
  await decide(app, reply.documentId, 'approved');
  expect(outline((await read()).data)).toEqual([['root', ['reply', 'below']]]);
  await decide(app, root.documentId, 'spam');
  expect((await read()).data).toEqual([]);
});

test('a thread is at most five levels deep', async () => {
  let parent: string | undefined;
  for (let level = 1; level <= 5; level += 1) {
    parent = (await approvedComment(app, article, { content: `level ${level}`, parent }))
      .documentId;
  }
  const { body } = await app
    .http()
    .post(commentsPath(article))
    .send(commentBody({ parent }))
    .expect(400);
  expect(body.error.details.errors).toEqual([
    expect.objectContaining({ path: ['parent'], code: 'too_deep', params: { limit: 5 } }),
  ]);
});

test.each([
  ['no content', { content: undefined }, ['content']],
  ['one letter', { content: 'x' }, ['content']],
  ['5,001 letters', { content: 'x'.repeat(5_001) }, ['content']],
  ['a list as content', { content: ['x'] }, ['content']],
  ['a control character', { content: 'bell \u0007' }, ['content']],
  ['no author', { author: undefined }, ['author']],
  ['an author without a name', { author: { name: ' ', email: 'a@example.com' } }, ['author.name']],
  [
    'three faults at once',
    { content: '', author: { name: 'x'.repeat(81), email: 'no' } },
    ['author.email', 'author.name', 'content'],
  ],
  [
    'a script as website',
    { author: { name: 'A', email: 'a@example.com', url: 'javascript:alert(1)' } },
    ['author.url'],
  ],
  ['an unknown parent', { parent: 'nosuchcomment' }, ['parent']],
  ['a status of its own', { status: 'approved' }, ['status']],
  ['a user of its own', { user: 1, userId: 'x' }, ['user', 'userId']],
])('%s is refused, every fault with its path', async (_what, overrides, paths) => {
  const { body } = await app
    .http()
    .post(commentsPath(article))
    .send(commentBody(overrides))
    .expect(400);
  expect(
    body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.')).sort()
  ).toEqual(paths);
});

test('too long says the limit', async () => {
  const { body } = await app
    .http()
    .post(commentsPath(article))
    .send(commentBody({ content: 'x'.repeat(5_001) }))
    .expect(400);
  expect(body.error.details.errors[0].message).toContain('5000');
});

test('a reply needs a public parent on the same article', async () => {
  const pending = await postComment(app, article);
  const other = await createArticle(app);
  const elsewhere = await approvedComment(app, other.documentId);
  for (const parent of [pending.documentId, elsewhere.documentId]) {
    const { body } = await app
      .http()
      .post(commentsPath(article))
      .send(commentBody({ parent }))
      .expect(400);
    expect(body.error.details.errors[0]).toMatchObject({ path: ['parent'], code: 'not_found' });
  }
});

test("a signed-in reader's name and address come from the account", async () => {
  const { jwt, username, documentId } = await createUser(app);
  const post = (body: object) =>
    app.http().post(commentsPath(article)).set('Authorization', `Bearer ${jwt}`).send(body);
  const refused = await post(commentBody()).expect(400);
  expect(refused.body.error.details.errors[0]).toMatchObject({ path: ['author'] });
  const { body } = await post({ data: { content: 'Signed in.' } }).expect(201);
  expect(body.data.author).toEqual({ name: username, url: null, moderator: false });
  const [row] = await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: body.data.documentId });
  expect(row).toMatchObject({ user_id: documentId, author_email: `${username}@example.com` });
});

test('unknown and unpublished articles are 404; what is not JSON is 400, 415 or 413', async () => {
  const draft = await createArticle(app, { published: false });
  for (const id of ['nosucharticle', draft.documentId]) {
    await app.http().get(commentsPath(id)).expect(404);
    await app.http().post(commentsPath(id)).send(commentBody()).expect(404);
  }
  const post = () => app.http().post(commentsPath(article));
  await post().set('Content-Type', 'application/json').send('{').expect(400);
  await post().set('Content-Type', 'application/x-www-form-urlencoded').send('a=b').expect(415);
  await post()
    .send(commentBody({ content: 'x'.repeat(1_100_000) }))
    .expect(413);
});

test('comments of an unpublished article are gone from sight and come back with it', async () => {
  const { documentId } = await approvedComment(app, article);
  const articles = documents(app, 'plugin::analysis.article');
  await articles.unpublish({ documentId: article });
  await list().expect(404);
  await app
    .http()
    .patch(commentPath(documentId))
    .send({ data: { content: 'xx' } })
    .expect(404);
  await app
    .http()
    .post(`${commentPath(documentId)}/reports`)
    .send({ data: { reason: 'spam' } })
    .expect(404);
  await articles.publish({ documentId: article });
  expect((await read()).meta.total).toBe(1);
});

test('each verb needs its own permission', async () => {
  const { documentId } = await approvedComment(app, article);
  const actions = ['find', 'create', 'update', 'delete', 'report'];
  const set = async (allowed: boolean) => {
    for (const action of actions) {
      await setPublicPermission(app, `plugin::analysis.comment.${action}`, allowed);
    }
  };
  await set(false);
  const http = app.http();
  await http.get(commentsPath(article)).expect(403);
  await http.post(commentsPath(article)).send(commentBody()).expect(403);
  await http
    .patch(commentPath(documentId))
    .send({ data: { content: 'xx' } })
    .expect(403);
  await http.delete(commentPath(documentId)).expect(403);
  await http
    .post(`${commentPath(documentId)}/reports`)
    .send({ data: { reason: 'spam' } })
    .expect(403);
  await set(true);
  await http.get(commentsPath(article)).expect(200);
});

test('many readers comment at once, and every comment is counted', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      app
        .http()
        .post(commentsPath(article))
        .set(visitor(n))
        .send(commentBody({ content: `Comment ${n}` }))
        .expect(201)
    )
  );
  const row = await app.strapi.db
    .connection('analysis_stats')
    .where({ article_id: article })
    .first('comments_pending');
  expect(row.comments_pending).toBe(40);
});

test('deleting the article deletes its discussion', async () => {
  const { documentId } = await approvedComment(app, article);
  await approvedComment(app, article, { parent: documentId });
  await app
    .http()
    .post(`${commentPath(documentId)}/reports`)
    .send({ data: { reason: 'spam' } })
    .expect(201);
  await documents(app, 'plugin::analysis.article').delete({ documentId: article });
  for (const table of ['analysis_comments', 'analysis_reports', 'analysis_stats']) {
    expect(await app.strapi.db.connection(table).where({ article_id: article })).toEqual([]);
  }
});
