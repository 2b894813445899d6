import { sharedApp, type TestApp } from '../helpers/app';
import {
  approvedComment,
  commentPath,
  commentsPath,
  decide,
  expectCountersExact,
  outline,
  postComment,
} from '../helpers/discussion';
import { createArticle, createUser, visitor } from '../helpers/factories';

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

const TOKEN = 'X-Analysis-Edit-Token';
const read = async () => (await app.http().get(commentsPath(article)).expect(200)).body;
const edit = (id: string, content: unknown = 'A better wording.') =>
  app.http().patch(commentPath(id)).send({ data: { content } });

test('the holder of the token edits, and no edit keeps an approval', async () => {
  const { documentId, editToken } = await approvedComment(app, article);
  const { body } = await edit(documentId).set(TOKEN, editToken).expect(200);
  expect(body.data).toMatchObject({ status: 'pending', content: 'A better wording.' });
  expect(body.data.editedAt).not.toBeNull();
  expect(body.meta.editToken).toBeUndefined();
  expect((await read()).data).toEqual([]);
  await decide(app, documentId, 'approved');
  expect(outline((await read()).data)).toEqual(['A better wording.']);
});

test('nobody else does: 403 for a public comment, 404 for one that is not', async () => {
  const shown = await approvedComment(app, article);
  const hidden = await postComment(app, article);
  const { jwt } = await createUser(app);
  for (const token of ['', 'x', hidden.editToken]) {
    await edit(shown.documentId).set(TOKEN, token).expect(403);
    await app.http().delete(commentPath(shown.documentId)).set(TOKEN, token).expect(403);
  }
  for (const token of ['', 'x', shown.editToken]) {
    await edit(hidden.documentId).set(TOKEN, token).expect(404);
    await app.http().delete(commentPath(hidden.documentId)).set(TOKEN, token).expect(404);
  }
  await edit(shown.documentId).set('Authorization', `Bearer ${jwt}`).expect(403);
  await edit('nosuchcomment').set(TOKEN, shown.editToken).expect(404);
});

test('a signed-in reader changes their own comment from any device', async () => {
  const { jwt } = await createUser(app);
  const { body } = await app
    .http()
    .post(commentsPath(article))
    .set('Authorization', `Bearer ${jwt}`)
    .send({ data: { content: 'Mine.' } })
    .expect(201);
  await edit(body.data.documentId, 'Mine, improved.')
    .set('Authorization', `Bearer ${jwt}`)
    .set('User-Agent', 'another device')
    .expect(200);
});

test('the time for changing ends, and a decision ends it at once', async () => {
  const late = await approvedComment(app, article);
  const knex = app.strapi.db.connection;
  await knex('analysis_comments')
    .where({ document_id: late.documentId })
    .update({ created_at: new Date(Date.now() - 16 * 60_000) });
  const { body } = await edit(late.documentId).set(TOKEN, late.editToken).expect(403);
  expect(body.error.message).toContain('15 minutes');
  expect(body.error.details.errors).toEqual([
    expect.objectContaining({ code: 'edit_expired', params: { limit: 15 } }),
  ]);
  const rejected = await postComment(app, article);
  await decide(app, rejected.documentId, 'rejected');
  await edit(rejected.documentId).set(TOKEN, rejected.editToken).expect(403);
});

test.each([
  ['an empty text', { content: '' }, 'content'],
  ['a status', { content: 'A wording.', status: 'approved' }, 'status'],
  ['an author', { content: 'A wording.', author: { name: 'X', email: 'x@example.com' } }, 'author'],
])('an edit with %s is refused', async (_what, data, path) => {
  const { documentId, editToken } = await postComment(app, article);
  const { body } = await app
    .http()
    .patch(commentPath(documentId))
    .set(TOKEN, editToken)
    .send({ data })
    .expect(400);
  expect(body.error.details.errors[0].path).toEqual([path]);
});

test('a deleted comment without replies is gone; one with replies leaves an empty place', async () => {
  const root = await approvedComment(app, article, { content: 'root' });
  const reply = await approvedComment(app, article, { content: 'reply', parent: root.documentId });
  await app
    .http()
    .post(`${commentPath(root.documentId)}/reports`)
    .set(visitor('reporter'))
    .send({ data: { reason: 'personal-data', note: 'It names my neighbour.' } })
    .expect(201);
  await app.http().delete(commentPath(root.documentId)).set(TOKEN, root.editToken).expect(204);
  const { data, meta } = await read();
  expect(outline(data)).toEqual([[null, 'reply']]);
  expect(data[0]).toMatchObject({ deleted: true, author: null, contentHtml: null });
  expect(meta.total).toBe(1);
  const [row] = await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: root.documentId });
  expect(row).toMatchObject({ content: '', author_name: null, author_email: null, ip_hash: null });
  const reports = app.strapi.db.connection('analysis_reports');
  expect(await reports.where({ comment_id: root.documentId })).toEqual([]);
  await edit(root.documentId).set(TOKEN, root.editToken).expect(404);

  // The last reply takes the empty place with it.
  await app.http().delete(commentPath(reply.documentId)).set(TOKEN, reply.editToken).expect(204);
  expect((await read()).data).toEqual([]);
  expect(
    await app.strapi.db.connection('analysis_comments').where({ article_id: article })
  ).toEqual([]);
});

test('an empty place hides while nothing below it is public', async () => {
  const root = await approvedComment(app, article, { content: 'root' });
  const reply = await approvedComment(app, article, { content: 'reply', parent: root.documentId });
  await app.http().delete(commentPath(root.documentId)).set(TOKEN, root.editToken).expect(204);
  await decide(app, reply.documentId, 'rejected');
  expect(await read()).toMatchObject({ data: [], meta: { total: 0 } });
  await decide(app, reply.documentId, 'approved');
  expect(outline((await read()).data)).toEqual([[null, 'reply']]);
});

test('a reader reports a comment once; what is not public cannot be reported', async () => {
  const { documentId } = await approvedComment(app, article);
  const report = (id: string, data: object) =>
    app
      .http()
      .post(`${commentPath(id)}/reports`)
      .set(visitor('reporter'))
      .send({ data });
  await report(documentId, { reason: 'abuse', note: 'Rude to the ferry crew.' }).expect(201);
  await report(documentId, { reason: 'spam' }).expect(409);
  await report(documentId, { reason: 'boring' }).expect(400);
  await report(documentId, { reason: 'spam', reporter: 'x' }).expect(400);
  const hidden = await postComment(app, article);
  await report(hidden.documentId, { reason: 'spam' }).expect(404);
  const [row] = await app.strapi.db
    .connection('analysis_comments')
    .where({ document_id: documentId });
  expect(row.report_count).toBe(1);
  expect(JSON.stringify(await read())).not.toContain('report');
});

test('ten reports of one reader at once make one', async () => {
  const { documentId } = await approvedComment(app, article);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      app
        .http()
        .post(`${commentPath(documentId)}/reports`)
        .set(visitor('reporter'))
        .send({ data: { reason: 'spam' } })
    )
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)]);
});
