import { sharedApp, type TestApp } from '../helpers/app';
import { commentBody, commentPath, commentsPath, postComment } from '../helpers/discussion';
import { createArticle, createUser, visitor } from '../helpers/factories';
import { graphql } from '../helpers/graphql';
import { behindProxy, fromNetwork } from '../helpers/networks';

/** As they are where an operator sets nothing. */
const DEFAULTS = {
  'comments.perNetwork': { minute: 10, hour: 60 },
  'comments.reports.perNetwork': 30,
  'ratings.votesPerNetwork': 20,
};

let app: TestApp;
let networks = 0;
beforeAll(async () => {
  app = await sharedApp({ config: { ...DEFAULTS, 'comments.triage': true } });
  behindProxy(app);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

/** A network that nothing came from yet. */
const freshNetwork = () => fromNetwork((networks += 1));
const countOf = async (table: string, articleId: string): Promise<number> =>
  (await app.strapi.db.connection(table).where({ article_id: articleId }).select('id')).length;
const form = (path: string, body: object, headers: Record<string, string>) =>
  app
    .http()
    .post(path)
    .type('form')
    .set({ 'Sec-Fetch-Site': 'same-origin', ...headers })
    .send(body);
const tally = (answers: { status: number }[]) => {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
/** Strapi's envelope, with a sentence and a time in seconds that stands in the header too. */
const expectTooMany = (
  { body, headers }: { body: { error: object }; headers: Record<string, string> },
  within: number
) => {
  expect(body.error).toMatchObject({
    status: 429,
    name: 'RateLimitError',
    message: expect.stringMatching(/^Many \w+ .*network.*\. Please try again/),
  });
  const { retryAfter } = (body.error as { details: { retryAfter: number } }).details;
  expect(headers['retry-after']).toBe(String(retryAfter));
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(within);
};

describe('votes of one network', () => {
  const path = (articleId: string) => `/api/analysis/articles/${articleId}/rating`;
  const vote = (articleId: string, headers: Record<string, string>, value = 1) =>
    app.http().put(path(articleId)).set(headers).send({ data: { value } });
  const ratingOf = async (articleId: string) =>
    (await app.http().get(path(articleId)).expect(200)).body.data;

  test('100 invented browsers at once count twenty times; another network counts', async () => {
    const { documentId } = await createArticle(app);
    const network = freshNetwork();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        vote(documentId, n % 2 ? { ...network, ...visitor(`invented ${n}`) } : network)
      )
    );
    expect(tally(answers)).toEqual({ 200: 20, 429: 80 });
    expectTooMany(answers.find(({ status }) => status === 429) as never, 86_400);
    expect(await countOf('analysis_ratings', documentId)).toBe(20);
    expect(await ratingOf(documentId)).toMatchObject({ total: 20, average: 1 });
    await vote(documentId, freshNetwork(), 5).expect(200);
    expect(await ratingOf(documentId)).toMatchObject({ total: 21 });
    const recounted = await app.strapi.plugin('analysis').service('housekeeping').recount();
    expect(recounted).toMatchObject({ corrected: 0 });
  });

  test('a vote that is changed is no new one; another post has a bound of its own', async () => {
    const { documentId } = await createArticle(app);
    const network = freshNetwork();
    const known = { ...network, ...visitor('changes their mind') };
    for (let n = 0; n < 30; n += 1) await vote(documentId, known, 1 + (n % 5)).expect(200);
    for (let n = 0; n < 19; n += 1) await vote(documentId, network).expect(200);
    await vote(documentId, network).expect(429);
    await vote(documentId, known, 5).expect(200);
    const other = await createArticle(app);
    await vote(other.documentId, network).expect(200);
  });

  test('accounts count as others do, and neighbours within the prefix', async () => {
    const { documentId } = await createArticle(app);
    networks += 1;
    for (let n = 0; n < 20; n += 1) {
      await vote(documentId, fromNetwork(networks, n)).expect(200);
    }
    const { jwt } = await createUser(app);
    const asAccount = { Authorization: `Bearer ${jwt}` };
    await vote(documentId, { ...asAccount, ...fromNetwork(networks, 99) }).expect(429);
    await vote(documentId, { ...asAccount, ...freshNetwork() }).expect(200);
  });

  test('an article that is not there takes no turn', async () => {
    const network = freshNetwork();
    for (let n = 0; n < 25; n += 1) await vote('nosucharticle', network).expect(404);
    const { documentId } = await createArticle(app);
    await vote(documentId, network).expect(200);
  });

  test('GraphQL: one operation is one voter, and beyond the bound there is an error', async () => {
    const { documentId } = await createArticle(app);
    const network = freshNetwork();
    const rate = `rateAnalysisArticle(articleId: "${documentId}", value: 1) { total }`;
    const many = Array.from({ length: 10 }, (_, n) => `v${n}: ${rate}`).join('\n');
    const { data } = await graphql(app, `mutation { ${many} }`, {}, network);
    expect(data.v9).toEqual({ total: 1 });
    for (let n = 0; n < 19; n += 1) await graphql(app, `mutation { ${rate} }`, {}, network);
    const { body, headers } = await app
      .http()
      .post('/graphql')
      .set(network)
      .send({ query: `mutation { ${rate} }` });
    expect(body.errors[0].extensions).toMatchObject({
      code: 'STRAPI_RATE_LIMIT_ERROR',
      error: { name: 'RateLimitError', details: { retryAfter: expect.any(Number) } },
    });
    expect(headers['retry-after']).toMatch(/^\d+$/);
    expect(await countOf('analysis_ratings', documentId)).toBe(20);
  });

  test.each([
    ['en', 'Many requests came from your network'],
    ['fr', 'De nombreuses demandes sont venues de votre réseau'],
  ])('the reader’s form answers with a page in %s', async (lang, words) => {
    const { documentId, slug } = await createArticle(app);
    const network = freshNetwork();
    for (let n = 0; n < 20; n += 1) await vote(documentId, network).expect(200);
    const { headers, text } = await form(
      `/posts/${slug}/rating?lang=${lang}`,
      { value: '5' },
      network
    ).expect(429);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['retry-after']).toMatch(/^\d+$/);
    expect(text).toContain(words);
    expect(await countOf('analysis_ratings', documentId)).toBe(20);
  });
});

describe('comments of one network', () => {
  let sent = 0;
  const body = () => commentBody({ content: `A thought of its own, number ${(sent += 1)}.` });
  const send = (articleId: string, headers: Record<string, string>) =>
    app.http().post(commentsPath(articleId)).set(headers).send(body());

  test('of 60 at once ten are stored in a minute, accounts and guests alike', async () => {
    const { documentId } = await createArticle(app);
    const network = freshNetwork();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) =>
        send(documentId, n % 2 ? { ...network, ...visitor(`writer ${n}`) } : network)
      )
    );
    expect(tally(answers)).toEqual({ 201: 10, 429: 50 });
    expectTooMany(answers.find(({ status }) => status === 429) as never, 60);
    expect(await countOf('analysis_comments', documentId)).toBe(10);
    const { jwt } = await createUser(app);
    const asAccount = (headers: Record<string, string>) =>
      app
        .http()
        .post(commentsPath(documentId))
        .set({ Authorization: `Bearer ${jwt}`, ...headers })
        .send({ data: { content: `By an account, ${(sent += 1)}.` } });
    await asAccount(network).expect(429);
    await asAccount(freshNetwork()).expect(201);
  });

  test('what is refused for a fault takes no turn; edits do, as they are the same work', async () => {
    const { documentId } = await createArticle(app);
    const network = freshNetwork();
    for (let n = 0; n < 12; n += 1) {
      await app
        .http()
        .post(commentsPath(documentId))
        .set(network)
        .send(commentBody({ content: '' }))
        .expect(400);
    }
    const { body: made } = await send(documentId, network).expect(201);
    const edit = (n: number) =>
      app
        .http()
        .patch(commentPath(made.data.documentId))
        .set({ ...network, 'X-Analysis-Edit-Token': made.meta.editToken })
        .send({ data: { content: `Put otherwise, ${n}.` } });
    for (let n = 0; n < 9; n += 1) await edit(n).expect(200);
    await edit(9).expect(429);
  });

  test('nothing beyond the hour’s, which the minute’s refusals do not use up', async () => {
    app.strapi.config.set('plugin::analysis.comments.perNetwork', { minute: 0, hour: 12 });
    const { documentId } = await createArticle(app);
    const network = freshNetwork();
    for (let n = 0; n < 12; n += 1) await send(documentId, network).expect(201);
    expectTooMany((await send(documentId, network).expect(429)) as never, 3_600);
    app.strapi.config.set('plugin::analysis.comments.perNetwork', DEFAULTS['comments.perNetwork']);
  });

  test('the reader’s form keeps what was written, and says why', async () => {
    const { documentId, slug } = await createArticle(app);
    const network = freshNetwork();
    for (let n = 0; n < 10; n += 1) await send(documentId, network).expect(201);
    const values = { name: 'Ana', email: 'ana@example.com', content: 'Not to be lost.' };
    const { text, headers } = await form(`/posts/${slug}/comments`, values, network).expect(429);
    expect(text).toContain('Not to be lost.');
    expect(text).toContain('Many requests came from your network');
    expect(headers['retry-after']).toMatch(/^\d+$/);
    expect(await countOf('analysis_comments', documentId)).toBe(10);
  });

  test('GraphQL: nothing beyond', async () => {
    const { documentId } = await createArticle(app);
    const network = freshNetwork();
    const fields = Array.from(
      { length: 12 },
      (_, n) => `c${n}: createAnalysisComment(articleId: "${documentId}", data: {
        content: "A thought by GraphQL, ${n}", author: { name: "Ana", email: "ana@example.com" }
      }) { status }`
    );
    for (const field of fields) await graphql(app, `mutation { ${field} }`, {}, network);
    expect(await countOf('analysis_comments', documentId)).toBe(10);
  });
});

test('reports of one network: thirty an hour', async () => {
  const { documentId } = await createArticle(app);
  const { documentId: comment } = await postComment(app, documentId);
  await app.strapi
    .plugin('analysis')
    .service('moderation')
    .decide({ id: 0, name: 'Mo', personalData: true }, comment, { status: 'approved' });
  const network = freshNetwork();
  const answers = await Promise.all(
    Array.from({ length: 40 }, () =>
      app
        .http()
        .post(`${commentPath(comment)}/reports`)
        .set(network)
        .send({ data: { reason: 'spam' } })
    )
  );
  expect(tally(answers)).toEqual({ 201: 30, 429: 10 });
  expectTooMany(answers.find(({ status }) => status === 429) as never, 3_600);
  expect(await countOf('analysis_reports', documentId)).toBe(30);
});

test('reports of passages say when to try again', async () => {
  const { documentId } = await createArticle(app);
  const network = freshNetwork();
  const data = { quote: 'Nobody disputed the figures', note: 'Two engineers did dispute them.' };
  const send = () =>
    app.http().post(`/api/analysis/articles/${documentId}/claims`).set(network).send({ data });
  for (let n = 0; n < 30; n += 1) await send().expect(201);
  const { headers } = await send().expect(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(86_000);
});
