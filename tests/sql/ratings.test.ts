import { createHmac } from 'node:crypto';
import { sharedApp, type TestApp } from '../helpers/app';
import {
  createArticle,
  countQueries,
  createUser,
  documents,
  setPublicPermission,
  visitor,
} from '../helpers/factories';

const RATING = 'plugin::analysis.rating';
const EMPTY = { total: 0, average: 0, histogram: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }, mine: null };

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterAll(() => app.stop());
afterEach(() => expect(app.errors.splice(0)).toEqual([]));

const path = (documentId: string) => `/api/analysis/articles/${documentId}/rating`;

/** Tells what the counters should be, from the rows themselves. */
async function countRows(articleId: string) {
  const rows: { value: number }[] = await app.strapi.db
    .connection('analysis_ratings')
    .where({ article_id: articleId })
    .select('value');
  const histogram: Record<string, number> = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const { value } of rows) histogram[value] = (histogram[value] ?? 0) + 1;
  return { total: rows.length, histogram };
}

const vote = (articleId: string, voter: number | string, value: unknown) =>
  app.http().put(path(articleId)).set(visitor(voter)).send({ data: { value } });

test('a post that nobody rated shows zeros', async () => {
  const { documentId } = await createArticle(app);
  const { body, headers } = await app.http().get(path(documentId)).expect(200);
  expect(body.data).toMatchObject(EMPTY);
  expect(headers['cache-control']).toBe('private, no-store');
});

test('votes that come at once on two posts each change that post’s own', async () => {
  const [one, two] = await Promise.all([createArticle(app), createArticle(app)]);
  const voters = Array.from({ length: 8 }, (_, n) => `of-two-${n}`);
  for (const voter of voters) await vote(one.documentId, voter, 1).expect(200);
  const answers = await Promise.all(
    voters.flatMap((voter) => [
      vote(two.documentId, voter, 3).expect(200),
      vote(one.documentId, voter, 5).expect(200),
    ])
  );
  expect(answers.map(({ body }) => body.data.mine)).toEqual(voters.flatMap(() => [3, 5]));
  for (const [{ documentId }, average] of [
    [one, 5],
    [two, 3],
  ] as const) {
    const { body } = await app.http().get(path(documentId)).expect(200);
    expect(body.data).toMatchObject({ total: 8, average });
    expect(await countRows(documentId)).toMatchObject({ total: 8, histogram: { [average]: 8 } });
  }
});

test('a guest rates, changes their mind, and withdraws', async () => {
  const { documentId } = await createArticle(app);
  const first = await vote(documentId, 'a', 4).expect(200);
  expect(first.body.data).toMatchObject({ total: 1, average: 4, mine: 4 });
  const changed = await vote(documentId, 'a', 2).expect(200);
  expect(changed.body.data).toMatchObject({
    total: 1,
    average: 2,
    histogram: { 2: 1, 4: 0 },
    mine: 2,
  });
  const seen = await app.http().get(path(documentId)).set(visitor('a')).expect(200);
  expect(seen.body.data.mine).toBe(2);
  const other = await app.http().get(path(documentId)).set(visitor('b')).expect(200);
  expect(other.body.data).toMatchObject({ total: 1, mine: null });
  const gone = await app.http().delete(path(documentId)).set(visitor('a')).expect(200);
  expect(gone.body.data).toMatchObject(EMPTY);
  await app.http().delete(path(documentId)).set(visitor('a')).expect(200);
  expect(await countRows(documentId)).toEqual({ total: 0, histogram: EMPTY.histogram });
});

/** As a browser that was never here, of one make for all. */
const stranger = (articleId: string, value: number) =>
  app.http().put(path(articleId)).set('User-Agent', 'office').send({ data: { value } });

test('the token handed out with the first vote names the same voter from elsewhere', async () => {
  const { documentId } = await createArticle(app);
  const { headers } = await stranger(documentId, 5).expect(200);
  const token = headers['x-analysis-visitor'] as string;
  expect(token).toMatch(/^v2\./);
  const [cookie] = headers['set-cookie'] as unknown as string[];
  expect(cookie).toMatch(/^analysis_visitor=.*httponly/i);
  const again = await stranger(documentId, 1)
    .set('User-Agent', 'another browser')
    .set('X-Analysis-Visitor', token)
    .expect(200);
  expect(again.body.data).toMatchObject({ total: 1, mine: 1 });
  expect(again.headers['x-analysis-visitor']).toBeUndefined();
  const byCookie = await app
    .http()
    .get(path(documentId))
    .set('Cookie', (cookie as string).split(';')[0] as string)
    .expect(200);
  expect(byCookie.body.data.mine).toBe(1);
});

test('two without a token on one network and in one browser have a vote each, and no other', async () => {
  const { documentId } = await createArticle(app);
  await stranger(documentId, 5).expect(200);
  const second = await stranger(documentId, 1).expect(200);
  expect(second.body.data).toMatchObject({ total: 2, average: 3, mine: 1 });
  const seen = await app.http().get(path(documentId)).set('User-Agent', 'office').expect(200);
  expect(seen.body.data.mine).toBeNull();
  const withdrawn = await app.http().delete(path(documentId)).set('User-Agent', 'office');
  expect(withdrawn.body.data).toMatchObject({ total: 2, mine: null });
  expect(await countRows(documentId)).toMatchObject({ total: 2 });
});

test('a forged token, and one of the first version, is another voter than it names', async () => {
  const { documentId } = await createArticle(app);
  const { headers } = await stranger(documentId, 5).expect(200);
  const [, id, signature] = (headers['x-analysis-visitor'] as string).split('.') as [
    string,
    string,
    string,
  ];
  const first = createHmac(
    'sha256',
    (process.env.ANALYSIS_SECRETS as string).split(',')[0] as string
  )
    .update(`visitor:${id}`)
    .digest('base64url');
  const forged = [`v2.${id}.${'A'.repeat(43)}`, `v1.${id}.${signature}`, `v1.${id}.${first}`];
  for (const [n, token] of [...forged, `v2.${id}.${first}`].entries()) {
    const answer = await stranger(documentId, 1).set('X-Analysis-Visitor', token).expect(200);
    expect(answer.body.data).toMatchObject({ total: n + 2 });
    expect(answer.headers['x-analysis-visitor']).toMatch(/^v2\./);
  }
});

test.each([
  ['not confirmed', { confirmed: false }],
  ['made by an administrator and never confirmed', { confirmed: null }],
])('an account that is %s is a visitor', async (_what, state) => {
  const { documentId } = await createArticle(app);
  const { jwt } = await createUser(app, state);
  const vote1 = () => stranger(documentId, 4).set('Authorization', `Bearer ${jwt}`);
  const { headers } = await vote1().expect(200);
  expect(headers['x-analysis-visitor']).toMatch(/^v2\./);
  // Known by the token alone, as every visitor.
  await vote1().expect(200);
  expect(await countRows(documentId)).toMatchObject({ total: 2 });
  const mine = await app.http().get(path(documentId)).set('Authorization', `Bearer ${jwt}`);
  expect(mine.body.data.mine).toBeNull();
});

test('a signed-in reader has one vote on every device, whatever the body says', async () => {
  const { documentId } = await createArticle(app);
  const { jwt } = await createUser(app);
  for (const [device, value] of [
    ['phone', 3],
    ['laptop', 5],
  ] as const) {
    await vote(documentId, device, value).set('Authorization', `Bearer ${jwt}`).expect(200);
  }
  expect(await countRows(documentId)).toEqual({
    total: 1,
    histogram: { ...EMPTY.histogram, 5: 1 },
  });
  await vote(documentId, 'x', 5)
    .send({ data: { value: 5, voterKey: 'someone' } })
    .expect(400);
});

test.each([
  ['six stars', { data: { value: 6 } }, ['value']],
  ['no star', { data: { value: 0 } }, ['value']],
  ['half a star', { data: { value: 3.5 } }, ['value']],
  ['words', { data: { value: 'five' } }, ['value']],
  ['null', { data: { value: null } }, ['value']],
  ['nothing', { data: {} }, ['value']],
  ['an unknown field', { data: { value: 3, note: 'x' } }, ['note']],
  ['no data', {}, ['data']],
  ['a field beside data', { data: { value: 3 }, voter: 'x' }, ['voter']],
  ['a list', [{ value: 3 }], [undefined]],
])('%s is refused with its path', async (_what, body, paths) => {
  const { documentId } = await createArticle(app);
  const answer = await app.http().put(path(documentId)).send(body).expect(400);
  expect(answer.body.error.name).toBe('ValidationError');
  expect(
    answer.body.error.details.errors.map(({ path: [first] }: { path: string[] }) => first)
  ).toEqual(paths);
});

test('what is not JSON is 400, another type 415, more than 1 MB 413', async () => {
  const { documentId } = await createArticle(app);
  const put = () => app.http().put(path(documentId));
  await put().set('Content-Type', 'application/json').send('{"data":').expect(400);
  await put().set('Content-Type', 'text/plain').send('5').expect(415);
  await put()
    .send({ data: { value: 'x'.repeat(1_100_000) } })
    .expect(413);
});

test('an unknown and an unpublished article are 404 for every verb', async () => {
  const draft = await createArticle(app, { published: false });
  for (const id of [draft.documentId, 'nosucharticle', '%00', 'a'.repeat(300)]) {
    const status = id === '%00' ? 400 : 404;
    await app.http().get(path(id)).expect(status);
    await app
      .http()
      .put(path(id))
      .send({ data: { value: 3 } })
      .expect(status);
    await app.http().delete(path(id)).expect(status);
  }
  const stats = await app.strapi.db
    .connection('analysis_stats')
    .where({ article_id: 'nosucharticle' });
  expect(stats).toEqual([]);
});

test('each verb needs its own permission', async () => {
  const { documentId } = await createArticle(app);
  for (const action of ['find', 'rate', 'withdraw']) {
    await setPublicPermission(app, `${RATING}.${action}`, false);
  }
  await app.http().get(path(documentId)).expect(403);
  await vote(documentId, 1, 3).expect(403);
  await app.http().delete(path(documentId)).expect(403);
  for (const action of ['find', 'rate', 'withdraw']) {
    await setPublicPermission(app, `${RATING}.${action}`, true);
  }
  await app.http().get(path(documentId)).expect(200);
});

test('200 parallel votes of 50 voters make 50 votes, counted exactly', async () => {
  const { documentId } = await createArticle(app);
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) => vote(documentId, n % 50, 1 + ((n * 7) % 5)))
  );
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  const { body } = await app.http().get(path(documentId)).expect(200);
  const rows = await countRows(documentId);
  expect(rows.total).toBe(50);
  expect(body.data).toMatchObject(rows);
  expect(await app.strapi.plugin('analysis').service('housekeeping').recount()).toMatchObject({
    corrected: 0,
  });
});

test('what anyone may do is not read from the database for each reader', async () => {
  const { documentId } = await createArticle(app);
  const asked: string[] = [];
  const listen = ({ sql }: { sql: string }) => {
    if (sql.includes('up_permissions')) asked.push(sql);
  };
  // The clock that the role's time to live goes by stands still.
  const clock = jest.spyOn(performance, 'now').mockReturnValue(performance.now());
  app.strapi.db.connection.on('query', listen);
  try {
    for (let n = 0; n < 20; n += 1) await app.http().get(path(documentId)).expect(200);
  } finally {
    app.strapi.db.connection.removeListener('query', listen);
    clock.mockRestore();
  }
  expect(asked.length).toBeLessThanOrEqual(1);
});

test('votes that come together are counted together', async () => {
  const { documentId } = await createArticle(app);
  const alone = await countQueries(app, async () => vote(documentId, 'first', 3).expect(200));
  const many = await countQueries(app, () =>
    Promise.all(Array.from({ length: 40 }, (_, n) => vote(documentId, n, 4).expect(200)))
  );
  expect(await countRows(documentId)).toMatchObject({ total: 41 });
  expect(many.queries.length).toBeLessThan((40 * alone.queries.length) / 4);
});

test('votes and withdrawals at once leave rows and counters in agreement', async () => {
  const { documentId } = await createArticle(app);
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      n % 3 === 2
        ? app
            .http()
            .delete(path(documentId))
            .set(visitor(n % 10))
            .expect(200)
        : vote(documentId, n % 10, 1 + (n % 5)).expect(200)
    )
  );
  const { body } = await app.http().get(path(documentId)).expect(200);
  expect(body.data).toMatchObject(await countRows(documentId));
});

test('an editor who corrects or removes a vote moves the counters too', async () => {
  const { documentId } = await createArticle(app);
  await vote(documentId, 1, 5).expect(200);
  await vote(documentId, 2, 1).expect(200);
  const [row] = (await app.strapi.db
    .query(RATING)
    .findMany({ where: { articleId: documentId, value: 5 } })) as { documentId: string }[];
  const ratings = documents(app, RATING);
  await ratings.update({ documentId: row?.documentId as string, data: { value: 3 } as never });
  await expect(
    ratings.update({ documentId: row?.documentId as string, data: { value: 9 } as never })
  ).rejects.toMatchObject({ name: 'ValidationError' });
  expect((await app.http().get(path(documentId))).body.data).toMatchObject(
    await countRows(documentId)
  );
  await ratings.delete({ documentId: row?.documentId as string });
  expect((await app.http().get(path(documentId))).body.data).toMatchObject({
    total: 1,
    average: 1,
  });
});

test('the rating stays through unpublish and publish, and goes with the article', async () => {
  const { documentId } = await createArticle(app);
  await vote(documentId, 1, 4).expect(200);
  const articles = documents(app, 'plugin::analysis.article');
  await articles.unpublish({ documentId });
  await app.http().get(path(documentId)).expect(404);
  await articles.publish({ documentId });
  expect((await app.http().get(path(documentId))).body.data).toMatchObject({
    total: 1,
    average: 4,
  });
  await articles.delete({ documentId });
  expect(await countRows(documentId)).toMatchObject({ total: 0 });
});
