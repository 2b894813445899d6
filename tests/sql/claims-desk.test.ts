import { sharedApp, type TestApp } from '../helpers/app';
import {
  correctedClaim,
  decideClaim,
  forgetAttempts,
  PASSAGE,
  reportClaim,
} from '../helpers/claims';
import { DESK, deskOf, type Method } from '../helpers/desk';
import {
  adminToken,
  ARTICLE,
  articleData,
  countQueries,
  createArticle,
  createSummary,
  documents,
  setSummaries,
} from '../helpers/factories';

let app: TestApp;
let moderator: string;
let article: { documentId: string; slug: string };
beforeAll(async () => {
  app = await sharedApp();
  moderator = await adminToken(app, DESK);
});
beforeEach(async () => {
  await forgetAttempts(app);
  article = await createArticle(app);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const { call } = deskOf(() => ({ app, token: moderator }));
const list = async (query: string) => (await call('get', `/claims?${query}`).expect(200)).body;
const put = (id: string, data: Record<string, unknown>) => call('put', `/claims/${id}`, data);
const RIGHT = 'Two engineers disputed the figures.';

test('a card tells what was reported, where, and whether it still stands there', async () => {
  const claimId = await reportClaim(app, article.documentId, {
    source: 'https://example.com/minutes',
  });
  const { data, meta } = await list(`article=${article.documentId}`);
  expect(meta).toEqual({ status: 'open', limit: 25, nextCursor: null });
  expect(data).toEqual([
    {
      documentId: claimId,
      status: 'open',
      quote: PASSAGE,
      note: 'Two engineers did dispute them.',
      source: 'https://example.com/minutes',
      createdAt: expect.any(String),
      article: {
        documentId: article.documentId,
        title: expect.stringContaining('The harbour plan'),
        slug: article.slug,
        language: 'en',
        published: true,
        address: expect.stringMatching(new RegExp(`/posts/${article.slug}$`)),
      },
      stillThere: true,
      correction: null,
      correctedAt: null,
      decided: null,
    },
  ]);
});

test('a passage that was corrected in the article is not there any more', async () => {
  const { documentId } = article;
  await createSummary(app, documentId, { language: 'fr' });
  await reportClaim(app, documentId);
  await reportClaim(app, documentId, { quote: 'la question du risque reste ouverte' });
  const stillThere = async () =>
    (await list(`article=${documentId}`)).data.map(
      (card: { stillThere: boolean }) => card.stillThere
    );
  const articles = documents(app, ARTICLE);
  const body = String(articleData().body).replaceAll(PASSAGE, 'Two engineers disputed the figures');
  await articles.update({ documentId, data: { body } as never });
  // Readers see what is published.
  expect(await stillThere()).toEqual([true, true]);
  await articles.publish({ documentId });
  expect(await stillThere()).toEqual([false, true]);
  await articles.unpublish({ documentId });
  expect(await stillThere()).toEqual([false, true]);
  await setSummaries(app, documentId, []);
  expect(await stillThere()).toEqual([false, false]);
  expect((await list(`article=${documentId}`)).data[0].article.published).toBe(false);
});

test('upholding needs a correction; words change, the date stays; every decision is kept', async () => {
  const claimId = await reportClaim(app, article.documentId);
  for (const correction of [undefined, null, '', 'too short', 'x'.repeat(2_001)]) {
    const { body } = await put(claimId, { status: 'upheld', correction }).expect(400);
    expect(body.error.details.errors[0].path).toEqual(['correction']);
  }
  const upheld = (await put(claimId, { status: 'upheld', correction: RIGHT, from: 'open' })).body
    .data;
  expect(upheld).toMatchObject({
    status: 'upheld',
    correction: RIGHT,
    correctedAt: expect.any(String),
    decided: { by: 'Test Person', at: expect.any(String) },
  });
  const other = 'Three engineers disputed the figures.';
  const changed = (await put(claimId, { status: 'upheld', correction: other })).body.data;
  expect(changed).toMatchObject({ correction: other, correctedAt: upheld.correctedAt });
  // The same again changes nothing, and is no decision.
  await put(claimId, { status: 'upheld', correction: other }).expect(200);
  const dismissed = (await put(claimId, { status: 'dismissed' }).expect(200)).body.data;
  expect(dismissed).toMatchObject({
    status: 'dismissed',
    correction: null,
    correctedAt: null,
    decided: { by: 'Test Person' },
  });
  const open = (await put(claimId, { status: 'open' }).expect(200)).body.data;
  expect(open).toMatchObject({ status: 'open', correction: null, decided: null });

  const events = await app.strapi.db
    .connection('analysis_claim_events')
    .where({ claim_id: claimId })
    .orderBy('id');
  expect(
    events.map(({ from_status, to_status, correction, actor_name }) => [
      from_status,
      to_status,
      correction,
      actor_name,
    ])
  ).toEqual([
    ['open', 'upheld', RIGHT, 'Test Person'],
    ['upheld', 'upheld', other, 'Test Person'],
    ['upheld', 'dismissed', null, 'Test Person'],
    ['dismissed', 'open', null, 'Test Person'],
  ]);
  const record = documents(app, 'plugin::analysis.claim-event');
  await expect(record.delete({ documentId: events[0].document_id })).rejects.toMatchObject({
    name: 'ForbiddenError',
  });
});

test('of two moderators who decide otherwise the second is told; who decide alike agree', async () => {
  const claimId = await reportClaim(app, article.documentId);
  await put(claimId, { status: 'upheld', correction: RIGHT, from: 'open' }).expect(200);
  await put(claimId, { status: 'upheld', correction: RIGHT, from: 'open' }).expect(200);
  for (const decision of [
    { status: 'dismissed', from: 'open' },
    { status: 'upheld', correction: 'Nobody ever disputed anything.', from: 'open' },
  ]) {
    const { body } = await put(claimId, decision).expect(409);
    expect(body.error.details.current).toMatchObject({
      documentId: claimId,
      status: 'upheld',
      correction: RIGHT,
    });
  }
  const answers = await Promise.all(
    ['open', 'dismissed'].map((status) => put(claimId, { status, from: 'upheld' }))
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a decision on nothing, or of nothing', async () => {
  const claimId = await reportClaim(app, article.documentId);
  for (const id of ['nosuch', 'a'.repeat(100)]) await put(id, { status: 'open' }).expect(404);
  for (const [data, path] of [
    [{}, 'status'],
    [{ status: 'spam' }, 'status'],
    [{ status: 'open', from: 'x' }, 'from'],
    [{ status: 'open', actorName: 'me' }, 'actorName'],
  ] as const) {
    const { body } = await put(claimId, data).expect(400);
    expect(body.error.details.errors[0].path).toEqual([path]);
  }
});

test('lists by status, filter and search, sorted, in pages that miss and repeat nothing', async () => {
  const { documentId } = article;
  const quotes = ['Nobody disputed', 'what divided the room', 'carry the risk'];
  const ids: string[] = [];
  for (const quote of quotes) ids.push(await reportClaim(app, documentId, { quote }));
  const idsOf = ({ data }: { data: { documentId: string }[] }) =>
    data.map((card) => card.documentId);
  const here = `article=${documentId}`;
  expect(idsOf(await list(here))).toEqual(ids);
  expect(idsOf(await list(`${here}&sort=newest`))).toEqual([...ids].reverse());
  for (const sort of ['oldest', 'newest']) {
    const walked: string[] = [];
    let cursor = '';
    do {
      const { data, meta } = await list(`${here}&limit=1&sort=${sort}&cursor=${cursor}`);
      walked.push(...idsOf({ data }));
      cursor = meta.nextCursor ?? '';
    } while (cursor !== '');
    expect(walked).toEqual(sort === 'oldest' ? ids : [...ids].reverse());
  }
  await decideClaim(app, ids[1] as string, { status: 'dismissed' });
  await decideClaim(app, ids[2] as string, {
    status: 'upheld',
    correction: 'The town carries 100%.',
  });
  expect(idsOf(await list(`${here}&status=dismissed`))).toEqual([ids[1]]);
  expect(idsOf(await list(`${here}&status=upheld&q=CARRIES%20100%25`))).toEqual([ids[2]]);
  expect(idsOf(await list(`${here}&status=upheld&q=carries%25100`))).toEqual([]);
  expect(idsOf(await list(`${here}&q=DISPUTE%20them`))).toEqual([ids[0]]);
  const counts = await call('get', `/claims/counts?${here}`).expect(200);
  expect(counts.body).toEqual({ data: { open: 1, upheld: 1, dismissed: 1 }, meta: {} });
  expect((await call('get', `/claims/counts?${here}&q=risk`)).body.data).toEqual({
    open: 0,
    upheld: 1,
    dismissed: 0,
  });
  expect((await call('get', '/claims/counts')).body.data.open).toBeGreaterThanOrEqual(1);
});

test.each([
  ['status=spam', 'status'],
  ['sort=best', 'sort'],
  ['limit=101', 'limit'],
  ['cursor=x', 'cursor'],
  ['q[]=x', 'q'],
  [`article=${'a'.repeat(65)}`, 'article'],
  ['email=a', 'email'],
])('%s is refused, naming the parameter', async (query, path) => {
  const { body } = await call('get', `/claims?${query}`).expect(400);
  expect(body.error.details.errors[0].path).toEqual([path]);
});

test('a page of claims takes as many queries for thirty articles as for one', async () => {
  const count = async (limit: number) =>
    (await countQueries(app, () => list(`limit=${limit}`))).queries.filter((sql) =>
      /analysis_/.test(sql)
    ).length;
  await reportClaim(app, article.documentId);
  const one = await count(1);
  for (let n = 0; n < 5; n += 1) {
    await reportClaim(app, (await createArticle(app)).documentId, {}, `guest ${n}`);
  }
  expect((await list('limit=100')).data.length).toBeGreaterThanOrEqual(6);
  expect(await count(100)).toBe(one);
  expect(one).toBe(3);
  const counts = await countQueries(app, () => call('get', '/claims/counts?q=a'));
  expect(counts.queries.filter((sql) => /analysis_/.test(sql))).toHaveLength(1);
});

test('each route needs its own permission', async () => {
  const claimId = await correctedClaim(app, article.documentId);
  const routes: [Method, string, unknown, string][] = [
    ['get', '/claims', undefined, 'moderation.read'],
    ['get', '/claims/counts', undefined, 'moderation.read'],
    ['put', `/claims/${claimId}`, { status: 'open' }, 'moderate'],
  ];
  for (const [method, path, data, permission] of routes) {
    const others = DESK.filter(({ action }) => action !== `plugin::analysis.${permission}`);
    await app.http()[method](`/analysis${path}`).expect(401);
    await call(method, path, data, await adminToken(app, others)).expect(403);
    await call(method, path, data).expect(200);
  }
});
