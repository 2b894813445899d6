import { sharedApp, type TestApp } from '../helpers/app';
import {
  claimBody,
  claimsPath,
  correctedClaim,
  decideClaim,
  forgetAttempts,
  PASSAGE,
  reportClaim,
  sendClaim,
} from '../helpers/claims';
import {
  ARTICLE,
  createArticle,
  createSummary,
  createUser,
  documents,
  setPublicPermission,
  visitor,
} from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(() => forgetAttempts(app));
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const rows = (articleId: string) =>
  app.strapi.db.connection('analysis_claims').where({ article_id: articleId }).orderBy('id');
const getPost = (slug: string) => app.http().get(`/api/analysis/posts/${slug}`);
const corrections = async (slug: string) => (await getPost(slug).expect(200)).body.data.corrections;

test('a reader reports a passage, and only a moderator learns of it', async () => {
  const { documentId, slug } = await createArticle(app);
  const { body, headers } = await sendClaim(app, documentId, {
    quote: '  nobody DISPUTED\nthe figures ',
    source: 'https://example.com/minutes',
  }).expect(201);
  expect(body).toEqual({ data: { reported: true }, meta: {} });
  expect(headers['cache-control']).toBe('private, no-store');
  expect(headers['x-analysis-visitor']).toBeUndefined();
  const [row] = await rows(documentId);
  const { contentHash } = (await getPost(slug)).body.data.article;
  expect(row).toMatchObject({
    // As the article has it.
    quote: PASSAGE,
    note: 'Two engineers did dispute them.',
    source: 'https://example.com/minutes',
    state: 'open',
    content_hash: contentHash,
    correction: null,
    corrected_at: null,
  });
  expect(await corrections(slug)).toEqual([]);
});

test('title and public summaries may be quoted too, what is not public may not', async () => {
  const { documentId } = await createArticle(app, { title: 'The harbour costs 15 million' });
  await createSummary(app, documentId, { language: 'fr' });
  await createSummary(app, documentId, {
    language: 'de',
    text: 'Der Rat hat den Plan für den Hafen lange beraten und vertagt.',
    published: false,
  });
  await reportClaim(app, documentId, { quote: 'the harbour costs 15 million' });
  await reportClaim(app, documentId, { quote: 'la question du risque reste ouverte' });
  await documents(app, ARTICLE).update({
    documentId,
    data: { title: 'The harbour costs 25 million' } as never,
  });
  for (const quote of [
    'harbour costs 25 million',
    'Der Rat hat den Plan',
    'costs 15 million Le conseil',
    '5 million but longer',
  ]) {
    const { body } = await sendClaim(app, documentId, { quote }).expect(400);
    expect(body.error.details.errors).toMatchObject([
      { path: ['quote'], code: 'not_found', message: expect.stringContaining('copied') },
    ]);
  }
});

test('every field at fault is named at once', async () => {
  const { documentId } = await createArticle(app);
  const faultsOf = async (data: Record<string, unknown>) =>
    (await sendClaim(app, documentId, data).expect(400)).body.error.details.errors.map(
      ({ path, code }: { path: string[]; code: string }) => [path.join('.'), code]
    );
  expect(
    await faultsOf({ quote: 'short', note: '', source: 'ftp://x', reporterKey: 'me' })
  ).toEqual([
    ['quote', 'too_short'],
    ['note', 'required'],
    ['source', 'invalid_url'],
    ['reporterKey', 'unknown_field'],
  ]);
  expect(await faultsOf({ quote: `a${'\u200b'.repeat(20)}b` })).toEqual([['quote', 'too_short']]);
  expect(await faultsOf({ quote: 'x'.repeat(501), note: 'x'.repeat(2_001) })).toEqual([
    ['quote', 'too_long'],
    ['note', 'too_long'],
  ]);
  expect(await faultsOf({ quote: 'nowhere in there', source: 'http://127.0.0.1/' })).toEqual([
    ['source', 'private_url'],
    ['quote', 'not_found'],
  ]);
  await app.http().post(claimsPath(documentId)).send('quote=x').expect(415);
  await app
    .http()
    .post(`${claimsPath(documentId)}?x=1`)
    .send(claimBody())
    .expect(400);
  expect(await rows(documentId)).toEqual([]);
});

test('nobody reports what is not published', async () => {
  const draft = await createArticle(app, { published: false });
  for (const id of [draft.documentId, 'nosuch', 'a'.repeat(100)]) {
    await sendClaim(app, id).expect(404);
  }
  await app.http().post('/api/analysis/articles/%00/claims').send(claimBody()).expect(400);
});

test('one report of a passage from each reader, also of two at once', async () => {
  const { documentId } = await createArticle(app);
  await sendClaim(app, documentId).expect(201);
  const { body } = await sendClaim(app, documentId, {
    quote: 'NOBODY disputed the  figures',
    note: 'Said in other words this time.',
  }).expect(409);
  expect(body.error).toMatchObject({
    name: 'ConflictError',
    details: { errors: [{ path: ['quote'], code: 'taken' }] },
  });
  await sendClaim(app, documentId, { quote: 'what divided the room' }).expect(201);
  await sendClaim(app, documentId, {}, 'ben').expect(201);
  const { jwt } = await createUser(app);
  const signedIn = () =>
    app.http().post(claimsPath(documentId)).set('Authorization', `Bearer ${jwt}`).send(claimBody());
  await signedIn().expect(201);
  await signedIn().expect(409);

  const other = await createArticle(app);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => sendClaim(app, other.documentId, {}, 'carl'))
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  expect(await rows(other.documentId)).toHaveLength(1);
});

test('a database holds the rule even past the service', async () => {
  const { documentId } = await createArticle(app);
  await reportClaim(app, documentId);
  const [{ id: _id, ...row }] = await rows(documentId);
  await expect(
    app.strapi.db.connection('analysis_claims').insert({ ...row, document_id: 'another' })
  ).rejects.toMatchObject({ code: expect.stringMatching(/UNIQUE|23505|DUP/) });
});

test('what fills in the hidden field is thanked and not kept', async () => {
  const { documentId } = await createArticle(app);
  const { body } = await sendClaim(app, documentId, { homepage: 'https://spam.example' }).expect(
    201
  );
  expect(body.data).toEqual({ reported: true });
  expect(await rows(documentId)).toEqual([]);
  await sendClaim(app, documentId, { homepage: '', source: '' }).expect(201);
  expect(await rows(documentId)).toMatchObject([{ source: null }]);
});

test('ten reports a day of one reader, thirty of one network; looking for the passage is free', async () => {
  const { documentId } = await createArticle(app);
  for (let n = 0; n < 12; n += 1) {
    await sendClaim(app, documentId, { quote: `not in there, try ${n}` }).expect(400);
  }
  const words = 'what divided the room was who should carry the risk, and for how long'.split(' ');
  const report = (n: number, guest: string) =>
    sendClaim(app, documentId, { quote: words.slice(n % 9).join(' ') }, guest);
  for (let n = 0; n < 9; n += 1) await report(n, 'one').expect(201);
  await sendClaim(app, documentId, {}, 'one').expect(201);
  const { body } = await sendClaim(app, documentId, { quote: 'The council heard' }, 'one').expect(
    429
  );
  expect(body.error).toMatchObject({
    name: 'RateLimitError',
    message: expect.stringContaining('tomorrow'),
  });
  for (let n = 10; n < 30; n += 1) await report(n, `other ${n}`).expect(201);
  await report(1, 'another').expect(429);
  expect(await rows(documentId)).toHaveLength(30);
});

test('an upheld claim stands as a correction with date and text until it is taken off', async () => {
  const { documentId, slug } = await createArticle(app);
  const before = await getPost(slug).expect(200);
  const claimId = await reportClaim(app, documentId);
  const started = Date.now();
  await decideClaim(app, claimId, { status: 'upheld', correction: 'Two engineers did.' });
  const after = await getPost(slug)
    .set('If-None-Match', before.headers.etag as string)
    .expect(200);
  const [correction] = after.body.data.corrections;
  expect(correction).toEqual({
    documentId: claimId,
    quote: PASSAGE,
    text: 'Two engineers did.',
    correctedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
  });
  // MySQL keeps no more than a datetime's precision.
  expect(Date.parse(correction.correctedAt)).toBeGreaterThanOrEqual(started - 1_000);
  expect(after.body.data.jsonLd.correction).toEqual([
    {
      '@type': 'CorrectionComment',
      text: 'Two engineers did.',
      datePublished: correction.correctedAt,
    },
  ]);
  await getPost(slug)
    .set('If-None-Match', after.headers.etag as string)
    .expect(304);

  await decideClaim(app, claimId, { status: 'upheld', correction: 'Three engineers did.' });
  expect(await corrections(slug)).toEqual([{ ...correction, text: 'Three engineers did.' }]);
  for (const status of ['open', 'dismissed']) {
    await decideClaim(app, claimId, { status });
    expect(await corrections(slug)).toEqual([]);
    await decideClaim(app, claimId, { status: 'upheld', correction: 'Two engineers did.' });
  }
});

test('unpublishing hides corrections, publishing again shows them, deleting removes all', async () => {
  const { documentId, slug } = await createArticle(app);
  await correctedClaim(app, documentId);
  const articles = documents(app, ARTICLE);
  const service = app.strapi.plugin('analysis').service('claims');
  await articles.unpublish({ documentId });
  await getPost(slug).expect(404);
  expect(await service.corrections([documentId])).toEqual(new Map());
  await sendClaim(app, documentId, {}, 'ben').expect(404);
  await articles.publish({ documentId });
  expect(await corrections(slug)).toHaveLength(1);
  await articles.delete({ documentId });
  expect(await rows(documentId)).toEqual([]);
  const events = app.strapi.db.connection('analysis_claim_events');
  expect(await events.where({ article_id: documentId })).toEqual([]);
});

test('corrections come newest first, the latest fifty, and in one query for many articles', async () => {
  const { documentId, slug } = await createArticle(app);
  await correctedClaim(app, documentId);
  const [{ id: _id, ...row }] = await rows(documentId);
  const times = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2026, 0, 1, 0, n)));
  await app.strapi.db.connection.batchInsert(
    'analysis_claims',
    times.map((corrected_at, n) => ({
      ...row,
      document_id: `upheld${n}x${documentId}`.slice(0, 64),
      quote_hash: `hash ${n}`,
      correction: `Correction ${n}`,
      corrected_at,
    })),
    20
  );
  const found = await corrections(slug);
  expect(found).toHaveLength(50);
  expect(found.map(({ text }: { text: string }) => text).slice(0, 3)).toEqual([
    'Two engineers disputed the figures.',
    'Correction 59',
    'Correction 58',
  ]);
});

test('the permission can be taken away, and no other route leads to claims', async () => {
  const { documentId } = await createArticle(app);
  await setPublicPermission(app, 'plugin::analysis.claim.create', false);
  await sendClaim(app, documentId).expect(403);
  await setPublicPermission(app, 'plugin::analysis.claim.create', true);
  for (const path of [
    claimsPath(documentId),
    '/api/analysis/claims',
    '/api/analysis/claim-events',
  ]) {
    const { status } = await app.http().get(path).set(visitor('x'));
    expect([404, 405]).toContain(status);
  }
});
