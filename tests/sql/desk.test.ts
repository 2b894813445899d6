import { sharedApp, type TestApp } from '../helpers/app';
import { DESK, deskOf } from '../helpers/desk';
import { behindProxy, fromNetwork } from '../helpers/networks';
import {
  approvedComment,
  commentPath,
  commentsPath,
  expectCountersExact,
  postComment,
} from '../helpers/discussion';
import { adminToken, countQueries, createArticle } from '../helpers/factories';
import { whileRefused } from '../helpers/refusals';

let app: TestApp;
let moderator: string;
let article: string;
beforeAll(async () => {
  app = await sharedApp();
  behindProxy(app);
  moderator = await adminToken(app, DESK);
});
beforeEach(async () => {
  article = (await createArticle(app)).documentId;
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(() => app.stop());

const { call, queue, detail } = deskOf(() => ({ app, token: moderator }));
const publicTotal = async () =>
  (await app.http().get(commentsPath(article)).expect(200)).body.meta.total;

test('a card tells what a moderator needs, and the record who decided what, and why', async () => {
  const root = await approvedComment(app, article, { content: 'The root.' });
  const { documentId } = await postComment(app, article, {
    content: 'A reply.',
    parent: root.documentId,
  });
  const { data } = await queue(`article=${article}`);
  expect(data).toMatchObject([
    {
      documentId,
      status: 'pending',
      content: 'A reply.',
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      depth: 1,
      author: {
        name: 'Ana',
        email: 'ana@example.com',
        signedIn: false,
        moderator: false,
        banned: false,
        history: { approved: expect.any(Number), rejected: 0, spam: 0 },
      },
      article: {
        documentId: article,
        published: true,
        slug: expect.any(String),
        address: expect.stringMatching(/\/posts\/the-harbour-plan-/),
      },
      parent: { documentId: root.documentId, author: 'Ana', content: 'The root.' },
      reports: [],
      decided: null,
    },
  ]);
  await call('put', `/comments/${documentId}/status`, {
    status: 'rejected',
    reason: 'off topic',
    contentHash: data[0].contentHash,
    from: 'pending',
  }).expect(200);
  const { card, events, thread } = await detail(documentId);
  expect(card).toMatchObject({ status: 'rejected', decided: { by: 'Test Person' } });
  expect(events).toMatchObject([
    { kind: 'decision', by: 'Test Person', from: 'pending', to: 'rejected', reason: 'off topic' },
  ]);
  expect(thread.map((each: { content: string }) => each.content)).toEqual([
    'The root.',
    'A reply.',
  ]);
});

test('a text that changed under the moderator’s eyes is not approved: 409 with the new one', async () => {
  const { documentId, editToken } = await postComment(app, article, { content: 'Harmless.' });
  const [seen] = (await queue(`article=${article}`)).data;
  await app
    .http()
    .patch(commentPath(documentId))
    .set('X-Analysis-Edit-Token', editToken)
    .send({ data: { content: 'Not so harmless.' } })
    .expect(200);
  const { body } = await call('put', `/comments/${documentId}/status`, {
    status: 'approved',
    contentHash: seen.contentHash,
  }).expect(409);
  expect(body.error.details.current).toMatchObject({
    documentId,
    content: 'Not so harmless.',
    status: 'pending',
  });
  expect(await publicTotal()).toBe(0);
});

test('of two moderators who decide otherwise the second is told; who decide alike agree', async () => {
  const { documentId } = await postComment(app, article);
  const decide = (status: string) =>
    call('put', `/comments/${documentId}/status`, { status, from: 'pending' });
  await decide('spam').expect(200);
  const { body } = await decide('approved').expect(409);
  expect(body.error.details.current.status).toBe('spam');
  expect((await decide('spam').expect(200)).body.data).toMatchObject({ batch: null });
  const answers = await Promise.all(
    ['approved', 'rejected'].map((status) =>
      call('put', `/comments/${documentId}/status`, { status, from: 'spam' })
    )
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('every decision can be undone, until someone decides again or the text changes', async () => {
  const one = await postComment(app, article);
  const two = await postComment(app, article);
  const { body } = await call('post', '/moderation/bulk', {
    status: 'approved',
    items: [{ documentId: one.documentId }, { documentId: two.documentId }],
  }).expect(200);
  expect(body.data).toMatchObject({ changed: 2, skipped: [], more: false });
  expect(await publicTotal()).toBe(2);
  await call('put', `/comments/${two.documentId}/status`, { status: 'spam' }).expect(200);
  const undone = await call('post', '/moderation/undo', { batch: body.data.batch }).expect(200);
  expect(undone.body.data).toEqual({ undone: 1, kept: 1 });
  expect((await detail(one.documentId)).card.status).toBe('pending');
  expect((await detail(two.documentId)).card.status).toBe('spam');
  await call('post', '/moderation/undo', { batch: 'never-was' }).expect(404);
});

test('filters combine, live in the query, and the list goes on by cursor', async () => {
  for (const [name, content] of [
    ['Zoë', 'One 100% sure_thing'],
    ['Zoë', 'Two'],
    ['Max', 'Three 100x sure thing'],
  ] as const) {
    await postComment(app, article, {
      content,
      author: { name, email: `${name === 'Max' ? 'max' : 'zoe'}@example.com` },
    });
  }
  const contents = async (query: string) =>
    (await queue(`article=${article}&${query}`)).data.map(
      ({ content }: { content: string }) => content
    );
  expect(await contents('author=zo')).toEqual(['One 100% sure_thing', 'Two']);
  expect(await contents(`q=${encodeURIComponent('100% SURE_')}`)).toEqual(['One 100% sure_thing']);
  expect(await contents('email=max@example.com')).toEqual(['Three 100x sure thing']);
  expect(await contents('from=2999-01-01')).toEqual([]);
  expect(await contents('sort=newest&limit=1')).toEqual(['Three 100x sure thing']);
  const first = await queue(`article=${article}&limit=2`);
  const second = await queue(`article=${article}&limit=2&cursor=${first.meta.nextCursor}`);
  expect([...first.data, ...second.data]).toHaveLength(3);
  expect(second.meta.nextCursor).toBeNull();
  const counts = await call('get', `/moderation/counts?article=${article}`).expect(200);
  expect(counts.body).toMatchObject({
    data: { pending: 3, approved: 0, spam: 0 },
    meta: { capped: true },
  });
  for (const query of [
    'tab=all',
    'sort=best',
    'from=yesterday',
    'from=2026-02-30',
    'limit=0',
    'order=x',
  ]) {
    await call('get', `/moderation/queue?${query}`).expect(400);
  }
});

test('a bulk of 500 is one transaction of fewer than 20 queries, and exact', async () => {
  const rows = Array.from({ length: 501 }, (_, n) => ({
    document_id: `bulk${String(n).padStart(20, '0')}`,
    root_id: `bulk${String(n).padStart(20, '0')}`,
    created_at: new Date(Date.now() - 1_000 + n),
    updated_at: new Date(),
    published_at: new Date(),
    article_id: article,
    depth: 0,
    state: 'pending',
    visible: false,
    content: `Bulk ${n}`,
    report_count: 0,
  }));
  const knex = app.strapi.db.connection;
  await knex.batchInsert('analysis_comments', rows, 50);
  await app.strapi.plugin('analysis').service('housekeeping').recount();
  const send = () =>
    call('post', '/moderation/bulk', {
      status: 'approved',
      matching: { tab: 'pending', filters: { article }, until: new Date().toISOString() },
    }).expect(200);
  const { result, queries } = await countQueries(app, send);
  expect(result.body.data).toMatchObject({ changed: 500, more: true });
  const own = queries.filter((sql) => /analysis_(comments|stats|events)/.test(sql));
  expect(own.length).toBeLessThan(20);
  expect((await send()).body.data).toMatchObject({ changed: 1, more: false });
  expect(await publicTotal()).toBe(501);
});

test('a page costs the same number of queries for one comment or many', async () => {
  await postComment(app, article);
  const cost = async () =>
    (await countQueries(app, () => queue(`article=${article}`))).queries.filter((sql) =>
      /analysis_/.test(sql)
    ).length;
  const few = await cost();
  for (let n = 0; n < 12; n += 1) await postComment(app, article, { content: `More ${n}` });
  expect(await cost()).toBe(few);
});

test('a moderator answers: shown with a badge, and what it answers is approved', async () => {
  const { documentId } = await postComment(app, article, { content: 'A question?' });
  await call('post', `/moderation/comments/${documentId}/replies`, {
    content: 'An answer.',
  }).expect(201);
  const { body } = await app.http().get(commentsPath(article)).expect(200);
  expect(body.data).toMatchObject([
    {
      content: 'A question?',
      author: { moderator: false },
      replies: [{ content: 'An answer.', author: { name: 'Test Person', moderator: true } }],
    },
  ]);
  await call('post', '/moderation/comments/nosuch/replies', { content: 'Hello?' }).expect(404);
  await call('post', `/moderation/comments/${documentId}/replies`, { content: '' }).expect(400);
});

test('where an answer cannot be stored, what it answers waits on', async () => {
  const { documentId } = await postComment(app, article, { content: 'A question?' });
  const content = 'An answer that finds no room.';
  const row = { table: 'analysis_comments', column: 'content', value: content };
  await whileRefused(app, { ...row, why: 'no room for it' }, () =>
    call('post', `/moderation/comments/${documentId}/replies`, { content }).expect(500)
  );
  expect(app.errors.splice(0).join()).toContain('no room for it');
  expect((await detail(documentId)).card.status).toBe('pending');
  expect(await publicTotal()).toBe(0);
});

test('reports hide a comment at the threshold; dismissed it is back, upheld it goes', async () => {
  const report = async (commentId: string, from: number) => {
    for (const n of [from, from + 1, from + 2]) {
      await app
        .http()
        .post(`${commentPath(commentId)}/reports`)
        .set(fromNetwork(n))
        .send({ data: { reason: 'abuse', note: `Reporter ${n}` } })
        .expect(201);
    }
  };
  const { documentId } = await approvedComment(app, article);
  await report(documentId, 1);
  expect(await publicTotal()).toBe(0);
  const [card] = (await queue(`tab=reported&article=${article}`)).data;
  expect(card).toMatchObject({ documentId, status: 'pending' });
  expect(card.reports).toHaveLength(3);
  const close = (verdict: string) =>
    call('put', `/moderation/comments/${documentId}/reports`, { verdict });
  expect((await close('dismissed').expect(200)).body.data).toEqual({ closed: 3 });
  expect(await publicTotal()).toBe(1);
  expect((await queue(`tab=reported&article=${article}`)).data).toEqual([]);
  await report(documentId, 4);
  await close('upheld').expect(200);
  expect((await detail(documentId)).card).toMatchObject({ status: 'rejected', reports: [] });
  await close('forgiven').expect(400);

  // Any decision is a look at the reports; to let it wait is none.
  const looked = await approvedComment(app, article);
  await report(looked.documentId, 10);
  await call('put', `/comments/${looked.documentId}/status`, { status: 'pending' }).expect(200);
  expect((await detail(looked.documentId)).card.reports).toHaveLength(3);
  await call('put', `/comments/${looked.documentId}/status`, { status: 'approved' }).expect(200);
  expect((await detail(looked.documentId)).card).toMatchObject({ status: 'approved', reports: [] });

  const edited = await approvedComment(app, article);
  await report(edited.documentId, 7);
  await app
    .http()
    .patch(commentPath(edited.documentId))
    .set('X-Analysis-Edit-Token', edited.editToken)
    .send({ data: { content: 'Another text.' } })
    .expect(200);
  await call('put', `/moderation/comments/${edited.documentId}/reports`, { verdict: 'dismissed' });
  expect((await detail(edited.documentId)).card.status).toBe('pending');
});

test('an author is banned for a time, and past comments swept', async () => {
  const author = { name: 'Spammer', email: 'spammer@example.net' };
  const one = await approvedComment(app, article, { author });
  const two = await postComment(app, article, { author });
  const other = await approvedComment(app, article);
  const { body } = await call('post', '/moderation/bans', {
    kind: 'email',
    commentId: one.documentId,
    days: 7,
    reason: 'spam',
    sweep: true,
  }).expect(201);
  expect(body).toMatchObject({
    data: { kind: 'email', label: 's…@example.net', by: 'Test Person' },
    meta: { swept: 2 },
  });
  expect((await detail(two.documentId)).card).toMatchObject({
    status: 'spam',
    author: { banned: true },
  });
  expect((await detail(other.documentId)).card.author.banned).toBe(false);
  expect((await call('get', '/moderation/bans').expect(200)).body.data).toHaveLength(1);
  const stored = await app.strapi.db.connection('analysis_bans').first();
  expect(JSON.stringify(stored)).not.toContain('spammer@');
  await call('delete', `/moderation/bans/${body.data.documentId}`).expect(204);
  await call('delete', `/moderation/bans/${body.data.documentId}`).expect(404);
  await call('post', '/moderation/bans', { kind: 'email' }).expect(400);
});

test('the summary says what waits, since when, and what the week brought', async () => {
  const read = async () => (await call('get', '/moderation/summary').expect(200)).body.data;
  const before = await read();
  const { documentId } = await postComment(app, article);
  const after = await read();
  expect(after.pending).toBe(before.pending + 1);
  expect(after.lastWeek.arrived).toBe(before.lastWeek.arrived + 1);
  expect(Date.parse(after.oldest)).not.toBeNaN();
  await call('put', `/comments/${documentId}/status`, { status: 'approved' }).expect(200);
  expect((await read()).lastWeek.decided).toBe(before.lastWeek.decided + 1);
});
