/**
 * What the nearest peer gets wrong, each in the words it was reported in: "moderation rights are
 * checked only in the browser, an edit keeps its approval, pending comments are public, and
 * configuration is ignored".
 */
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
import { adminToken, apiToken, createArticle, createUser, visitor } from '../helpers/factories';
import { graphql } from '../helpers/graphql';

/** None of them what the plugin does unless told. */
const CONFIGURED = {
  'comments.initialStatus': 'approved',
  'comments.closeAfterDays': 2,
  'comments.editWindowMinutes': 60,
  'comments.hideAfterReports': 1,
  'comments.purgeAfterDays': 3,
} as const;

let app: TestApp;
let article: { documentId: string; slug: string };
const before = new Map<string, unknown>();
beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  article = await createArticle(app);
});
afterEach(async () => {
  for (const [key, value] of before) app.strapi.config.set(`plugin::analysis.${key}`, value);
  before.clear();
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

/** Sets one value as `config/plugins.ts` would, until the test is over. */
function configure(key: keyof typeof CONFIGURED): void {
  before.set(key, app.strapi.config.get(`plugin::analysis.${key}`));
  expect(before.get(key)).not.toEqual(CONFIGURED[key]);
  app.strapi.config.set(`plugin::analysis.${key}`, CONFIGURED[key]);
}

const HOUR_MS = 3_600_000;
const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR_MS);
const table = (name: string) => app.strapi.db.connection(name);
const shown = async (): Promise<unknown[]> =>
  outline((await app.http().get(commentsPath(article.documentId)).expect(200)).body.data);
const edit = (id: string, token: string) =>
  app
    .http()
    .patch(commentPath(id))
    .set('X-Analysis-Edit-Token', token)
    .send({ data: { content: 'Buy my watches instead.' } });

test('“moderation rights are checked only in the browser”: the server checks them, whoever calls', async () => {
  const { documentId } = await postComment(app, article.documentId);
  const callers: [string | null, number][] = [
    [null, 401],
    [(await createUser(app)).jwt, 401],
    [await apiToken(app, 'full-access'), 401],
    [await adminToken(app, { role: 'strapi-author' }), 403],
    [await adminToken(app, [{ action: 'plugin::analysis.moderation.read' }]), 403],
  ];
  for (const [token, expected] of callers) {
    for (const [method, path, data] of [
      ['put', `/analysis/comments/${documentId}/status`, { status: 'approved' }],
      ['post', '/analysis/moderation/bulk', { status: 'approved', items: [{ documentId }] }],
      ['post', `/analysis/moderation/comments/${documentId}/replies`, { content: 'Hello.' }],
      ['post', '/analysis/moderation/bans', { kind: 'domain', value: 'example.com' }],
    ] as const) {
      const request = app.http()[method](path);
      if (token !== null) void request.set('Authorization', `Bearer ${token}`);
      const { status } = await request.send({ data });
      expect([path, status]).toEqual([path, expected]);
    }
  }
  expect(await shown()).toEqual([]);
  expect(await table('analysis_bans').first()).toBeUndefined();
});

test('“an edit keeps its approval”: an edited comment waits again, and nobody sees either text', async () => {
  const { documentId, editToken } = await approvedComment(app, article.documentId);
  expect(await shown()).toHaveLength(1);
  const { body } = await edit(documentId, editToken).expect(200);
  expect(body.data.status).toBe('pending');
  expect(await shown()).toEqual([]);
  await decide(app, documentId, 'approved');
  expect(await shown()).toEqual(['Buy my watches instead.']);
});

test('“pending comments are public”: through no route, filter or sort', async () => {
  const { documentId } = await postComment(app, article.documentId, { content: 'Still waiting.' });
  const routes = [
    commentsPath(article.documentId),
    `/api/analysis/posts/${article.slug}`,
    `/posts/${article.slug}`,
  ];
  const others = [
    `${commentsPath(article.documentId)}?thread=${documentId}`,
    `${commentsPath(article.documentId)}?status=pending`,
    `${commentsPath(article.documentId)}?filters[state]=pending`,
    `${commentsPath(article.documentId)}?sort=state`,
    '/api/analysis/comments?filters[state]=pending',
    commentPath(documentId),
    `/api/analysis/articles/${article.documentId}?populate=*`,
  ];
  const telling = async (paths: string[]): Promise<string[]> => {
    const told: string[] = [];
    for (const path of paths) {
      const { status, text } = await app.http().get(path).set(visitor('somebody else'));
      expect([path, status < 500]).toEqual([path, true]);
      if (text.includes('Still waiting')) told.push(path);
    }
    return told;
  };
  const overGraphql = async () =>
    (
      await graphql(
        app,
        `{ analysisArticle(documentId: "${article.documentId}") { comments { items { content } } } }`
      )
    ).data.analysisArticle.comments.items;
  expect(await telling([...routes, ...others])).toEqual([]);
  expect(await overGraphql()).toEqual([]);
  await decide(app, documentId, 'approved');
  expect(await telling(routes)).toEqual(routes);
  expect(await overGraphql()).toEqual([{ content: 'Still waiting.' }]);
});

test('“configuration is ignored”: initialStatus decides what a comment starts as', async () => {
  configure('comments.initialStatus');
  await postComment(app, article.documentId, { content: 'At once.' });
  expect(await shown()).toEqual(['At once.']);
});

test('“configuration is ignored”: closeAfterDays ends a discussion', async () => {
  const published = (hours: number) =>
    table('analysis_articles')
      .where({ document_id: article.documentId })
      .update({ first_published_at: ago(hours) });
  const post = () =>
    app
      .http()
      .post(commentsPath(article.documentId))
      .send({ data: { content: 'In time?', author: { name: 'Ana', email: 'ana@example.com' } } });
  await published(49);
  await post().expect(201);
  configure('comments.closeAfterDays');
  await post().expect(403);
  await published(47);
  await post().expect(201);
});

test('“configuration is ignored”: editWindowMinutes says how long an author may edit', async () => {
  const { documentId, editToken } = await postComment(app, article.documentId);
  const written = (hours: number) =>
    table('analysis_comments')
      .where({ document_id: documentId })
      .update({ created_at: ago(hours) });
  await written(0.9);
  await edit(documentId, editToken).expect(403);
  configure('comments.editWindowMinutes');
  await edit(documentId, editToken).expect(200);
  await written(1.1);
  await edit(documentId, editToken).expect(403);
});

test('“configuration is ignored”: hideAfterReports says how many reports hide a comment', async () => {
  const { documentId } = await approvedComment(app, article.documentId, { content: 'Reported.' });
  const report = (who: string) =>
    app
      .http()
      .post(`${commentPath(documentId)}/reports`)
      .set(visitor(who))
      .send({ data: { reason: 'abuse' } })
      .expect(201);
  await report('first');
  expect(await shown()).toEqual(['Reported.']);
  configure('comments.hideAfterReports');
  await report('second');
  expect(await shown()).toEqual([]);
});

test('“configuration is ignored”: purgeAfterDays says when trash is deleted', async () => {
  const { documentId } = await postComment(app, article.documentId);
  await decide(app, documentId, 'trash');
  const mine = () => table('analysis_comments').where({ document_id: documentId });
  await mine().update({ updated_at: ago(4 * 24) });
  const { housekeeping } = app.strapi.plugin('analysis').services;
  await housekeeping.run();
  expect(await mine()).toHaveLength(1);
  configure('comments.purgeAfterDays');
  await housekeeping.run();
  expect(await mine()).toHaveLength(0);
});
