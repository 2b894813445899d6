import { sharedApp, type TestApp } from '../helpers/app';
import {
  approvedComment,
  COMMENT,
  commentsPath,
  expectCountersExact,
  outline,
  postComment,
} from '../helpers/discussion';
import { adminToken, apiToken, createArticle, createUser, documents } from '../helpers/factories';

let app: TestApp;
let article: string;
let moderator: string;
beforeAll(async () => {
  app = await sharedApp();
  moderator = await adminToken(app, [{ action: 'plugin::analysis.moderate' }]);
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

const decide = (id: string, data: unknown, token: string | null = moderator) => {
  const request = app.http().put(`/analysis/comments/${id}/status`);
  return (token === null ? request : request.set('Authorization', `Bearer ${token}`)).send({
    data,
  });
};
const read = async () => (await app.http().get(commentsPath(article)).expect(200)).body;

test('a moderator approves, and everyone sees it; takes it back, and nobody does', async () => {
  const { documentId } = await postComment(app, article);
  const { body } = await decide(documentId, { status: 'approved', reason: 'welcome' }).expect(200);
  expect(body.data).toEqual({
    documentId,
    status: 'approved',
    previousStatus: 'pending',
    visible: true,
    batch: expect.any(String),
  });
  expect((await read()).meta.total).toBe(1);
  for (const status of ['rejected', 'spam', 'trash', 'pending', 'approved']) {
    await decide(documentId, { status }).expect(200);
    expect((await read()).meta.total).toBe(status === 'approved' ? 1 : 0);
  }
});

test('only the permission decides: everyone else is refused', async () => {
  const { documentId } = await postComment(app, article);
  const editor = await adminToken(app, [{ action: 'plugin::upload.read' }]);
  const { jwt } = await createUser(app);
  const token = await apiToken(app, 'full-access');
  for (const [who, status] of [
    [null, 401],
    [jwt, 401],
    [token, 401],
    ['nonsense', 401],
    [editor, 403],
  ] as const) {
    await decide(documentId, { status: 'approved' }, who).expect(status);
  }
  expect((await read()).data).toEqual([]);
});

test.each([
  ['an unknown status', { status: 'published' }, 'status'],
  ['no status', {}, 'status'],
  ['an unknown field', { status: 'approved', by: 'me' }, 'by'],
  ['a long reason', { status: 'approved', reason: 'x'.repeat(251) }, 'reason'],
])('%s is refused', async (_what, data, path) => {
  const { documentId } = await postComment(app, article);
  const { body } = await decide(documentId, data).expect(400);
  expect(body.error.details.errors[0].path).toEqual([path]);
});

test('an unknown comment is 404', async () => {
  await decide('nosuchcomment', { status: 'approved' }).expect(404);
  await decide('x'.repeat(300), { status: 'approved' }).expect(404);
});

test('opposite decisions at once leave flags and counters in agreement', async () => {
  const root = await approvedComment(app, article, { content: 'root' });
  const reply = await approvedComment(app, article, { content: 'reply', parent: root.documentId });
  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      decide(n % 2 ? root.documentId : reply.documentId, {
        status: n % 3 ? 'approved' : 'rejected',
      }).expect(200)
    )
  );
  await decide(root.documentId, { status: 'approved' }).expect(200);
  await decide(reply.documentId, { status: 'approved' }).expect(200);
  expect(outline((await read()).data)).toEqual([['root', 'reply']]);
});

test('a status set in the content manager shows at once, and what the server owns stays', async () => {
  const { documentId } = await postComment(app, article);
  const comments = documents(app, COMMENT);
  await comments.update({
    documentId,
    data: { state: 'approved', visible: false, depth: 4, articleId: 'other' } as never,
  });
  expect((await read()).data).toMatchObject([{ documentId, depth: 0 }]);
  for (const content of ['Cut by a moderator.', '']) {
    await expect(comments.update({ documentId, data: { content } as never })).rejects.toMatchObject(
      { name: 'ValidationError' }
    );
  }
  await comments.delete({ documentId });
  expect((await read()).meta.total).toBe(0);
});

test('a comment with replies is not deleted under them', async () => {
  const root = await approvedComment(app, article);
  await approvedComment(app, article, { parent: root.documentId });
  await expect(
    documents(app, COMMENT).delete({ documentId: root.documentId })
  ).rejects.toMatchObject({ name: 'ValidationError' });
  expect((await read()).meta.total).toBe(2);
});

test('imported comments meet the same rules and are counted', async () => {
  const comments = documents(app, COMMENT);
  const made = (await comments.create({
    data: {
      articleId: article,
      content: 'Imported.',
      authorName: 'Ana',
      state: 'approved',
    } as never,
  })) as unknown as { documentId: string };
  await comments.create({
    data: {
      articleId: article,
      parentId: made.documentId,
      content: 'Imported reply.',
      authorName: 'Ben',
      state: 'approved',
    } as never,
  });
  expect(outline((await read()).data)).toEqual([['Imported.', 'Imported reply.']]);
  await expect(
    comments.create({ data: { articleId: article, content: 'x', parentId: 'lost' } as never })
  ).rejects.toMatchObject({
    details: {
      errors: expect.arrayContaining([
        expect.objectContaining({ path: ['content'] }),
        expect.objectContaining({ path: ['parentId'] }),
      ]),
    },
  });
});

test('where comments are published at once they are, and a held one stays held when edited', async () => {
  app.strapi.config.set('plugin::analysis.comments.initialStatus', 'approved');
  try {
    const { documentId, editToken } = await postComment(app, article);
    expect((await read()).meta.total).toBe(1);
    const edit = () =>
      app
        .http()
        .patch(`/api/analysis/comments/${documentId}`)
        .set('X-Analysis-Edit-Token', editToken)
        .send({ data: { content: 'Another wording.' } })
        .expect(200);
    expect((await edit()).body.data.status).toBe('approved');
    await decide(documentId, { status: 'pending' }).expect(200);
    expect((await edit()).body.data.status).toBe('pending');
  } finally {
    app.strapi.config.set('plugin::analysis.comments.initialStatus', 'pending');
  }
});
