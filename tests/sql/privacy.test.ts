import { sharedApp, type TestApp } from '../helpers/app';
import { DESK, deskOf } from '../helpers/desk';
import {
  approvedComment,
  commentsPath,
  decide,
  expectCountersExact,
  outline,
  postComment,
} from '../helpers/discussion';
import { adminToken, countQueries, createArticle, createUser } from '../helpers/factories';

let app: TestApp;
let token: string;
let article: string;
beforeAll(async () => {
  app = await sharedApp();
  token = await adminToken(app, DESK);
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

const { call } = deskOf(() => ({ app, token }));
const exported = async (email: string, cursor?: string) =>
  (await call('post', '/privacy/export', { email, ...(cursor ? { cursor } : {}) }).expect(200))
    .body;
const erase = async (email: string) =>
  (await call('post', '/privacy/erase', { email }).expect(200)).body.data;
const rows = (table: string) => app.strapi.db.connection(table);

/** Comments under one address, copied from a real one rather than posted one by one. */
async function many(email: string, count: number): Promise<void> {
  const { documentId } = await postComment(app, article, { author: { name: 'Pat', email } });
  const { id: _id, ...like } = await rows('analysis_comments')
    .where({ document_id: documentId })
    .first();
  const copies = Array.from({ length: count - 1 }, (_, n) => {
    const id = `${documentId.slice(0, 18)}${String(n).padStart(6, '0')}`;
    return { ...like, document_id: id, root_id: id, content: `Copy ${n}` };
  });
  for (let from = 0; from < copies.length; from += 20) {
    await rows('analysis_comments').insert(copies.slice(from, from + 20));
  }
  await app.strapi.plugin('analysis').service('housekeeping').recount();
}

test('a person gets what is kept of them, whatever the case, and has it erased', async () => {
  const author = { name: 'Lea', email: 'Lea@example.org', url: 'https://lea.example.org/' };
  const root = await approvedComment(app, article, { author, content: 'Lea’s root' });
  await approvedComment(app, article, { content: 'Someone’s reply', parent: root.documentId });
  const alone = await postComment(app, article, {
    author: { ...author, email: 'lea@example.org' },
    content: 'Lea alone',
  });
  await call('put', `/comments/${alone.documentId}/status`, { status: 'rejected', reason: 'rude' });
  const { data, meta } = await exported('lea@EXAMPLE.org');
  expect(meta).toEqual({ total: 2, nextCursor: null });
  expect(data).toMatchObject({
    bans: [],
    addresses: [],
    comments: [
      {
        content: 'Lea’s root',
        name: 'Lea',
        email: 'Lea@example.org',
        url: author.url,
        status: 'approved',
        account: null,
        record: [{ kind: 'decision', from: 'pending', to: 'approved' }],
      },
      {
        content: 'Lea alone',
        email: 'lea@example.org',
        status: 'rejected',
        networkHash: expect.any(String),
        heldReasons: [],
        record: [{ from: 'pending', to: 'rejected', reason: 'rude' }],
      },
    ],
  });
  // Who decided is the moderator's own data.
  expect(JSON.stringify(data)).not.toContain('Test Person');
  expect(await erase('LEA@example.org')).toEqual({
    erased: { comments: 2, bans: 0, addresses: 0 },
    kept: { bans: 0, addresses: 0 },
    more: false,
  });
  expect((await exported('lea@example.org')).data.comments).toEqual([]);
  expect(
    await rows('analysis_comments').where({ document_id: alone.documentId }).first()
  ).toBeUndefined();
  const { body } = await app.http().get(commentsPath(article)).expect(200);
  expect(outline(body.data)).toEqual([[null, 'Someone’s reply']]);
});

test('the record of decisions says nothing of the author, before or after', async () => {
  const author = {
    name: 'Mirabel',
    email: 'mirabel@example.org',
    url: 'https://mirabel.example.org/',
  };
  const { documentId } = await postComment(app, article, { author, content: 'By Mirabel.' });
  await decide(app, documentId, 'approved');
  const { ip_hash, author_key, user_agent, content_hash } = await rows('analysis_comments')
    .where({ document_id: documentId })
    .first();
  await app.strapi
    .plugin('analysis')
    .service('moderation')
    .decide({ id: 1, name: 'Mod' }, documentId, { status: 'trash', reason: 'Mirabel again' });
  await erase(author.email);
  const events = await rows('analysis_events').where({ comment_id: documentId });
  expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
    'decision',
    'decision',
    'purge',
  ]);
  for (const mark of ['irabel', ip_hash, author_key, user_agent, content_hash]) {
    expect(JSON.stringify(events)).not.toContain(mark);
  }
});

test('a signed-in reader’s comments are found by the account’s address', async () => {
  const reader = await createUser(app);
  await app
    .http()
    .post(commentsPath(article))
    .set('Authorization', `Bearer ${reader.jwt}`)
    .send({ data: { content: 'From an account.' } })
    .expect(201);
  expect((await exported(reader.email)).data.comments).toMatchObject([
    { content: 'From an account.', account: reader.documentId },
  ]);
});

test('a ban on the address is told of and stays; one that is over goes', async () => {
  const email = 'banned@example.org';
  const banOn = async () =>
    (await call('post', '/moderation/bans', { kind: 'email', value: email, reason: 'abuse' })).body
      .data.documentId;
  await call('post', '/moderation/bans', { kind: 'domain', value: 'example.org' });
  const id = await banOn();
  expect((await exported('Banned@Example.org')).data.bans).toEqual([
    {
      kind: 'email',
      label: 'b…@example.org',
      reason: 'abuse',
      createdAt: expect.any(String),
      until: null,
      inForce: true,
    },
  ]);
  expect(await erase(email)).toMatchObject({ erased: { bans: 0 }, kept: { bans: 1 } });
  await call('delete', `/moderation/bans/${id}`).expect(204);
  expect((await exported(email)).data.bans).toMatchObject([{ inForce: false }]);
  expect(await erase(email)).toMatchObject({ erased: { bans: 1 }, kept: { bans: 0 } });
  expect((await exported(email)).data.bans).toEqual([]);
  expect((await call('get', '/moderation/bans').expect(200)).body.data).toMatchObject([
    { kind: 'domain' },
  ]);
});

test('an address with many comments is exported page by page and erased in parts', async () => {
  const email = 'prolific@example.org';
  await many(email, 230);
  const { result: first, queries } = await countQueries(app, () => exported(email));
  expect(first.data.comments).toHaveLength(100);
  expect(first.meta).toMatchObject({ total: 230, nextCursor: expect.any(String) });
  expect(queries.filter((sql) => sql.includes('analysis_'))).toHaveLength(5);
  const second = await exported(email, first.meta.nextCursor);
  const third = await exported(email, second.meta.nextCursor);
  expect(third.meta.nextCursor).toBeNull();
  const ids = [first, second, third].flatMap(({ data }) =>
    data.comments.map((comment: { documentId: string }) => comment.documentId)
  );
  expect(new Set(ids).size).toBe(230);

  let text = '';
  const { privacy } = app.strapi.plugin('analysis').services;
  for await (const part of privacy.file({ email })) text += part;
  expect(JSON.parse(text)).toMatchObject({ email, bans: [], exportedAt: expect.any(String) });
  expect(JSON.parse(text).comments.map((each: { documentId: string }) => each.documentId)).toEqual(
    ids
  );

  expect(await erase(email)).toMatchObject({ erased: { comments: 200 }, more: true });
  expect(await erase(email)).toMatchObject({ erased: { comments: 30 }, more: false });
  expect((await exported(email)).meta.total).toBe(0);
});

test('of a comment the latest hundred decisions are told', async () => {
  const email = 'often@example.org';
  const { documentId } = await postComment(app, article, { author: { name: 'Of', email } });
  for (let n = 0; n < 51; n += 1) {
    for (const status of ['approved', 'pending']) await decide(app, documentId, status);
  }
  const [comment] = (await exported(email)).data.comments;
  expect(comment.record).toHaveLength(100);
  expect(comment.record.at(-1)).toMatchObject({ to: 'pending' });
});

test.each([
  ['no address', { email: 'no address' }, 'email'],
  ['nothing', {}, 'email'],
  ['a list', { email: ['a@example.org'] }, 'email'],
  ['an unknown field', { email: 'a@example.org', name: 'A' }, 'name'],
])('%s is refused', async (_what, data, path) => {
  for (const what of ['export', 'erase']) {
    const { body } = await call('post', `/privacy/${what}`, data).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: [path] }]);
  }
});

test('a cursor that is none is refused, not the server’s fault', async () => {
  const far = Buffer.from('999999999999999.999999999999999').toString('base64url');
  for (const cursor of ['x', far, 'x'.repeat(65)]) {
    const data = { email: 'a@example.org', cursor };
    const { body } = await call('post', '/privacy/export', data).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['cursor'] }]);
  }
});

test('bans stay as bare hashes, and ban on', async () => {
  await rows('analysis_bans').delete();
  const author = { name: 'Tamsin', email: 'tamsin@example.org' };
  const { documentId } = await postComment(app, article, { author }, 'tamsin');
  const { author_key: authorKey } = await rows('analysis_comments')
    .where({ document_id: documentId })
    .first();
  const moderation = app.strapi.plugin('analysis').service('moderation');
  for (const kind of ['author', 'email', 'network']) {
    const reason = 'Tamsin of tamsin@example.org';
    await moderation.banAuthor(
      { id: 1, name: 'Mod', personalData: true },
      { kind, commentId: documentId, reason }
    );
  }
  await erase(author.email);
  const kept = await rows('analysis_bans').select();
  expect(kept.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'author',
    'email',
    'network',
  ]);
  expect(JSON.stringify(kept)).not.toMatch(/tamsin|t…@/i);
  const bans = app.strapi.plugin('analysis').service('bans');
  const found = await bans.find(app.strapi.db.connection, [
    { authorKey, email: null, network: null },
    { authorKey: null, email: author.email, network: null },
  ]);
  expect(found).toMatchObject([{ kind: 'author' }, { kind: 'email' }]);
  await rows('analysis_bans').delete();
});
