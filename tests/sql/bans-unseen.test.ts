import type { Response } from 'supertest';
import { startApp, type OwnApp } from '../helpers/app';
import { DESK, deskOf } from '../helpers/desk';
import { approvedComment, commentBody, commentPath, commentsPath } from '../helpers/discussion';
import { adminToken, createArticle, visitor } from '../helpers/factories';
import { startMailbox, type Mailbox } from '../helpers/mail';

let app: OwnApp;
let box: Mailbox;
let moderator: string;
beforeAll(async () => {
  box = await startMailbox();
  // Moderators' digest would go out when a minute strikes.
  const env = { ...box.env, NOTIFICATIONS_MODERATORS: 'off' };
  app = await startApp({ env, config: { 'comments.triage': true } });
  moderator = await adminToken(app, DESK);
  const { policy, setPolicy } = app.strapi.plugin('analysis').service('triage');
  const now = await policy();
  await setPolicy({ ...now, flood: { ...now.flood, perNetwork: 10_000, perIdentity: 1_000 } });
});
afterEach(async () => {
  await app.strapi.db.connection('analysis_bans').delete();
  expect(app.errors.splice(0)).toEqual([]);
});
afterAll(async () => {
  await app.stop();
  await box.stop();
});

const { call } = deskOf(() => ({ app, token: moderator }));
const stored = (documentId: string) =>
  app.strapi.db.connection('analysis_comments').where({ document_id: documentId }).first();

/** Of an answer all but what is another for each comment. */
const plain = ({ status, body, text, headers }: Response) => ({
  status,
  body: JSON.stringify(Object.keys(body).length > 0 ? body : text)
    .replace(/"documentId":"\w{24}"/g, '"documentId"')
    .replace(/"editToken":"[\w-]{43}"/g, '"editToken"')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replace(/comment-\w{24}/g, 'comment-id')
    .replace(/(held|banned)-\w+/g, 'who'),
  headers: Object.entries(headers as Record<string, string>)
    .filter(
      ([name]) =>
        !['date', 'etag', 'set-cookie', 'x-analysis-visitor', 'x-response-time'].includes(name)
    )
    .map(([name, value]) => [
      name,
      name === 'content-length' ? '' : value.replace(/article:\w{24}/, 'article'),
    ]),
});

const GRAPHQL = {
  create: `mutation ($id: ID!, $data: AnalysisCommentInput!) {
    made: createAnalysisComment(articleId: $id, data: $data) {
      documentId status reason content editToken editableUntil notify
    } }`,
  edit: `mutation ($id: ID!, $token: String) {
    updateAnalysisComment(documentId: $id, content: "By GraphQL, reworded.", editToken: $token) {
      status reason content editedAt notify
    } }`,
  remove: `mutation ($id: ID!, $token: String) {
    deleteAnalysisComment(documentId: $id, editToken: $token) }`,
};

/** All that somebody is answered who comments, edits, deletes and reports, in order. */
async function heard(who: string, author: { name: string; email: string }) {
  const { documentId: article, slug } = await createArticle(app, {
    title: 'One and the same article',
    slug: 'one-and-the-same',
  });
  const known = await approvedComment(app, article, {
    content: `Public before ${who} came.`,
    author: { name: 'Kim', email: `kim-${who}@example.com` },
  });
  const http = () => app.http();
  const as = visitor(who);
  const answers: ReturnType<typeof plain>[] = [];
  const hear = async (asked: PromiseLike<Response>) => {
    const answer = await asked;
    answers.push(plain(answer));
    return answer.body;
  };
  const post = (data: object) =>
    hear(
      http()
        .post(commentsPath(article))
        .set(as)
        .send(commentBody({ author, ...data }))
    );
  const graphql = (query: string, variables: object) =>
    hear(http().post('/graphql').set(as).send({ query, variables }));

  const { data, meta } = await post({ content: 'A thought that nobody had before.', notify: true });
  await post({ content: 'A thought that nobody had before.' });
  await post({ content: 'An answer to myself.', parent: data.documentId });
  await post({
    content: 'A link: https://example.org/ and https://example.net/ too',
    notify: true,
  });
  const edit = (token: string, content = 'A thought, reworded.') =>
    hear(
      http()
        .patch(commentPath(data.documentId))
        .set({ ...as, 'X-Analysis-Edit-Token': token })
        .send({ data: { content } })
    );
  await edit(meta.editToken);
  await edit(meta.editToken, 'And once more, in other words.');
  await edit('x'.repeat(43));
  await hear(
    http()
      .post(`${commentPath(data.documentId)}/reports`)
      .set(as)
      .send({ data: { reason: 'spam' } })
  );
  await hear(
    http()
      .post(`${commentPath(known.documentId)}/reports`)
      .set(as)
      .send({ data: { reason: 'spam' } })
  );
  const { made } = (
    await graphql(GRAPHQL.create, {
      id: article,
      data: { content: 'Said by GraphQL for once.', author, notify: true },
    })
  ).data;
  await graphql(GRAPHQL.edit, { id: made.documentId, token: made.editToken });
  await graphql(GRAPHQL.remove, { id: made.documentId, token: made.editToken });
  await graphql(GRAPHQL.remove, { id: made.documentId, token: made.editToken });
  await hear(
    http()
      .post(`/posts/${slug}/comments`)
      .set({ ...as, 'Sec-Fetch-Site': 'same-origin' })
      .type('form')
      .send({ ...author, content: 'By the form of the page.', notify: '1' })
  );
  await hear(http().get(commentsPath(article)).set(as));
  const kept = await stored(data.documentId);
  const remove = () =>
    hear(
      http()
        .delete(commentPath(data.documentId))
        .set({ ...as, 'X-Analysis-Edit-Token': meta.editToken })
    );
  await remove();
  await remove();
  await app.strapi.documents('plugin::analysis.article' as never).delete({ documentId: article });
  return { answers, state: kept.state as string };
}

test.each([
  ['the address', { kind: 'email', value: 'zed@example.org' }],
  ['its domain', { kind: 'domain', value: 'example.org' }],
])('who is banned by %s is answered as one who waits', async (_what, ban) => {
  const held = await heard(`held-${ban.kind}`, { name: 'Zed', email: 'zed@example.org' });
  await call('post', '/moderation/bans', ban).expect(201);
  const banned = await heard(`banned-${ban.kind}`, { name: 'Zed', email: 'zed@example.org' });
  expect([held.state, banned.state]).toEqual(['pending', 'spam']);
  expect(held.answers.map(({ status }) => status)).toContain(201);
  expect(banned.answers).toEqual(held.answers);
  await app.strapi
    .plugin('analysis')
    .service('notifications')
    .deliver(new Date(Date.now() + 61_000));
  expect(box.mails).toEqual([]);
});

test.each([
  ['a plus', 'ana@example.org', 'Ana+again@example.org'],
  ['another plus', 'ana+1@example.org', 'ana+2@example.org'],
  ['dots and another name of the same provider', 'anaborg@gmail.com', 'a.na.borg+x@googlemail.com'],
  ['another script of the domain', 'ana@büro.example', 'ana@xn--bro-hoa.example'],
])('%s does not evade a ban, nor its sweep', async (_what, value, email) => {
  const { documentId: article } = await createArticle(app);
  const write = async (content: string, as: string) =>
    (
      await app
        .http()
        .post(commentsPath(article))
        .set(visitor(as))
        .send(commentBody({ content, author: { name: 'Ana', email } }))
        .expect(201)
    ).body.data.documentId;
  const before = await write(`Before the ban on ${value}.`, `before-${email}`);
  const other = { name: 'Other', email: `other.${email}` };
  const { body } = await app
    .http()
    .post(commentsPath(article))
    .set(visitor('other'))
    .send(commentBody({ content: `By somebody else than ${value}.`, author: other }))
    .expect(201);
  const made = await call('post', '/moderation/bans', { kind: 'email', value, sweep: true });
  expect(made.body.meta).toEqual({ swept: 1 });
  expect((await stored(before)).state).toBe('spam');
  expect((await stored(body.data.documentId)).state).toBe('pending');
  expect((await stored(await write(`After the ban on ${value}.`, `after-${email}`))).state).toBe(
    'spam'
  );
});

test('bans of before are put on the mailbox once, where comments tell it, or hold as typed', async () => {
  const { createHash } = await import('node:crypto');
  const old = (kind: string, value: string) =>
    createHash('sha256').update(`${kind}:${value}`).digest('hex');
  const { documentId: article } = await createArticle(app);
  const author = { name: 'Old', email: 'Old.Hand@gmail.com' };
  await app.http().post(commentsPath(article)).send(commentBody({ author })).expect(201);
  const moderation = app.strapi.plugin('analysis').service('moderation');
  const moderator = { id: 1, name: 'Mod', personalData: true };
  for (const [kind, value] of [
    ['email', 'old.hand@gmail.com'],
    ['email', 'gone+x@example.org'],
    ['domain', 'googlemail.com'],
  ] as const) {
    const { ban } = await moderation.banAuthor(moderator, { kind, value });
    await app.strapi.db
      .connection('analysis_bans')
      .where({ document_id: ban.documentId })
      .update({ value_hash: old(kind, value), ...(kind === 'domain' ? { label: value } : {}) });
  }
  await app.strapi
    .store({ type: 'plugin', name: 'analysis', key: 'bans-keyed-by-mailbox' })
    .delete({});
  await app.restart();
  const found = await app.strapi
    .plugin('analysis')
    .service('bans')
    .find(
      app.strapi.db.connection,
      ['oldhand+y@googlemail.com', 'gone+x@example.org', 'gone+y@example.org', 'who@gmail.com'].map(
        (email) => ({ authorKey: null, email, network: null })
      )
    );
  expect(found.map((ban: { kind: string } | null) => ban?.kind ?? null)).toEqual([
    expect.stringMatching(/email|domain/),
    'email',
    null,
    'domain',
  ]);
});
