import { sharedApp, type TestApp } from '../helpers/app';
import { approvedComment, commentPath, decide } from '../helpers/discussion';
import { adminToken, createArticle, createUser, visitor } from '../helpers/factories';
import { deskOf } from '../helpers/desk';
import { behindProxy, fromNetwork } from '../helpers/networks';

let app: TestApp;
let token: string;
let article: string;
let networks = 0;
beforeAll(async () => {
  app = await sharedApp();
  behindProxy(app);
  token = await adminToken(app);
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const { call, queue } = deskOf(() => ({ app, token }));
const freshNetwork = () => fromNetwork((networks += 1));
const report = (commentId: string, headers: Record<string, string> = freshNetwork()) =>
  app
    .http()
    .post(`${commentPath(commentId)}/reports`)
    .set(headers)
    .send({ data: { reason: 'spam' } });
const asAccount = async () => ({ Authorization: `Bearer ${(await createUser(app)).jwt}` });
const isPublic = async (commentId: string): Promise<boolean> => {
  const { body } = await app.http().get(`/api/analysis/articles/${article}/comments`).expect(200);
  return body.data.some(({ documentId }: { documentId: string }) => documentId === commentId);
};
const rows = (commentId: string) =>
  app.strapi.db.connection('analysis_reports').where({ comment_id: commentId });
const openCount = async (commentId: string) => {
  const { data } = await queue(`tab=reported&article=${article}`);
  return data.find((card: { documentId: string }) => card.documentId === commentId)?.reports.length;
};
/** As three readers of three networks do. */
const reportAtLength = async (commentId: string) => {
  for (let n = 0; n < 3; n += 1) await report(commentId).expect(201);
};

describe('what hides a comment', () => {
  test('any number of browsers and accounts of one network do not', async () => {
    const { documentId } = await approvedComment(app, article);
    const network = freshNetwork();
    for (let n = 0; n < 6; n += 1) {
      await report(documentId, { ...network, ...visitor(`invented ${n}`) }).expect(201);
      await report(documentId, network).expect(201);
    }
    for (let n = 0; n < 3; n += 1) {
      await report(documentId, { ...network, ...(await asAccount()) }).expect(201);
    }
    expect(await isPublic(documentId)).toBe(true);
    expect(await openCount(documentId)).toBe(15);
    // The account weighs two; another network is the third.
    await report(documentId).expect(201);
    expect(await isPublic(documentId)).toBe(false);
  });

  test('three networks do, and many at once hide once', async () => {
    const { documentId } = await approvedComment(app, article);
    await report(documentId).expect(201);
    await report(documentId).expect(201);
    expect(await isPublic(documentId)).toBe(true);
    await Promise.all(Array.from({ length: 10 }, () => report(documentId)));
    expect(await isPublic(documentId)).toBe(false);
    const events = await app.strapi.db
      .connection('analysis_events')
      .where({ comment_id: documentId, kind: 'reports' });
    expect(events).toHaveLength(1);
  });

  test('neighbours within a prefix are one network', async () => {
    const { documentId } = await approvedComment(app, article);
    networks += 1;
    for (const host of [1, 2, 3, 4]) {
      await report(documentId, fromNetwork(networks, host)).expect(201);
    }
    expect(await isPublic(documentId)).toBe(true);
  });

  test('an account reports once, from wherever; one that is not confirmed is a visitor', async () => {
    const { documentId } = await approvedComment(app, article);
    const account = await asAccount();
    await report(documentId, { ...account, ...freshNetwork() }).expect(201);
    await report(documentId, { ...account, ...freshNetwork() }).expect(409);
    expect(await isPublic(documentId)).toBe(true);
    const { jwt } = await createUser(app, { confirmed: false });
    const other = await approvedComment(app, article);
    for (const headers of [freshNetwork(), freshNetwork()]) {
      await report(other.documentId, { Authorization: `Bearer ${jwt}`, ...headers }).expect(201);
    }
    expect(await isPublic(other.documentId)).toBe(true);
  });

  test('reports whose networks are forgotten are those of one', async () => {
    const { documentId } = await approvedComment(app, article);
    await report(documentId).expect(201);
    await report(documentId).expect(201);
    const longAgo = new Date(Date.now() - 31 * 86_400_000);
    await rows(documentId).update({ created_at: longAgo });
    const young = await approvedComment(app, article);
    await report(young.documentId).expect(201);
    await app.strapi.plugin('analysis').service('housekeeping').run();
    expect(await rows(documentId).select('network')).toEqual([
      { network: null },
      { network: null },
    ]);
    expect(await rows(young.documentId).select('network')).toEqual([
      { network: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
    await report(documentId).expect(201);
    expect(await isPublic(documentId)).toBe(true);
    await report(documentId).expect(201);
    expect(await isPublic(documentId)).toBe(false);
  });
});

describe('a moderator who has looked at the reports', () => {
  const decideAtDesk = (commentId: string, status: string) =>
    call('put', `/comments/${commentId}/status`, { status }).expect(200);

  test.each([
    ['approves', (id: string) => decideAtDesk(id, 'approved')],
    [
      'approves many at once',
      (id: string) =>
        call('post', '/moderation/bulk', {
          status: 'approved',
          items: [{ documentId: id }],
        }).expect(200),
    ],
    [
      'dismisses the reports',
      (id: string) =>
        call('put', `/moderation/comments/${id}/reports`, { verdict: 'dismissed' }).expect(200),
    ],
    [
      'answers',
      (id: string) =>
        call('post', `/moderation/comments/${id}/replies`, { content: 'It stays.' }).expect(201),
    ],
    [
      'rejects, and undoes that',
      async (id: string) => {
        await decideAtDesk(id, 'approved');
        const { body } = await decideAtDesk(id, 'rejected');
        await call('post', '/moderation/undo', { batch: body.data.batch }).expect(200);
      },
    ],
  ])('and %s: further reports are listed and hide nothing', async (_what, act) => {
    const { documentId } = await approvedComment(app, article);
    await reportAtLength(documentId);
    expect(await isPublic(documentId)).toBe(false);
    await act(documentId);
    expect(await isPublic(documentId)).toBe(true);
    await reportAtLength(documentId);
    await reportAtLength(documentId);
    expect(await isPublic(documentId)).toBe(true);
    expect(await openCount(documentId)).toBeGreaterThanOrEqual(6);
  });

  test('and approves while it is public still: the same', async () => {
    const { documentId } = await approvedComment(app, article);
    await report(documentId).expect(201);
    await decideAtDesk(documentId, 'approved');
    await reportAtLength(documentId);
    expect(await isPublic(documentId)).toBe(true);
  });

  test('has looked at that text: what its author makes of it can be hidden', async () => {
    app.strapi.config.set('plugin::analysis.comments.initialStatus', 'approved');
    const { documentId, editToken } = await approvedComment(app, article);
    await reportAtLength(documentId);
    await decideAtDesk(documentId, 'approved');
    const edit = (content: string) =>
      app
        .http()
        .patch(commentPath(documentId))
        .set('X-Analysis-Edit-Token', editToken)
        .send({ data: { content } })
        .expect(200);
    await edit('Something else.');
    // The old words again are not what was looked at either.
    await edit('What about the ferries?');
    expect(await isPublic(documentId)).toBe(true);
    await reportAtLength(documentId);
    expect(await isPublic(documentId)).toBe(false);
    app.strapi.config.set('plugin::analysis.comments.initialStatus', 'pending');
  });
});

test('an approval before anyone reported says nothing of reports', async () => {
  const { documentId } = await approvedComment(app, article);
  await decide(app, documentId, 'approved');
  await reportAtLength(documentId);
  expect(await isPublic(documentId)).toBe(false);
});

test('the weight of accounts and the threshold are the operator’s', async () => {
  app.strapi.config.set('plugin::analysis.comments.hideAfterReports', 2);
  app.strapi.config.set('plugin::analysis.comments.reports.accountWeight', 1);
  const { documentId } = await approvedComment(app, article);
  await report(documentId, { ...(await asAccount()), ...freshNetwork() }).expect(201);
  expect(await isPublic(documentId)).toBe(true);
  await report(documentId, { ...(await asAccount()), ...freshNetwork() }).expect(201);
  expect(await isPublic(documentId)).toBe(false);
});

test('a note in which nothing can be seen is none', async () => {
  const { documentId } = await approvedComment(app, article);
  await app
    .http()
    .post(`${commentPath(documentId)}/reports`)
    .send({ data: { reason: 'spam', note: '\u200b\u3164\u2800' } })
    .expect(201);
  expect(await rows(documentId).first('note')).toEqual({ note: null });
});
