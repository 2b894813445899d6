import { sharedApp, type TestApp } from '../helpers/app';
import { createArticle } from '../helpers/factories';
import { graphql } from '../helpers/graphql';
import { search } from '../helpers/search';

const PER_MINUTE = 8;

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp({
    config: { 'search.perMinute': PER_MINUTE, 'delivery.cache.enabled': false },
  });
  await createArticle(app);
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  // The next test begins with a count of its own.
  await app.strapi.plugin('analysis').service('limits').close();
});
afterAll(() => app.stop());

const inGraphql = async (q: string) => {
  const { errors } = await graphql(
    app,
    'query ($q: String) { analysisSearch(q: $q) { nextCursor } }',
    {
      q,
    }
  );
  return errors?.[0]?.extensions.code ?? 'found';
};

test('a beginning of a word has three letters', async () => {
  for (const q of ['a*', 'harbour pl*', 'h\u200bp*']) {
    const { body } = await search(app, { q }).expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['q'], code: 'too_short' }]);
    expect(await inGraphql(q)).toBe('BAD_USER_INPUT');
    await app.http().get('/search').query({ q }).expect(400);
  }
  const { body } = await search(app, { q: 'har*' }).expect(200);
  expect(body.data).toHaveLength(1);
});

test('a network searches so many times a minute, through every route; lists are not counted', async () => {
  const searches = [
    async () => (await search(app, { q: 'harbour' })).status,
    async () => ((await inGraphql('harbour')) === 'found' ? 200 : 429),
    async () => (await app.http().get('/search').query({ q: 'harbour' })).status,
  ];
  for (let n = 0; n < PER_MINUTE; n += 1) expect(await searches[n % 3]!()).toBe(200);
  for (const ask of searches) expect(await ask()).toBe(429);
  const { body } = await search(app, { q: 'harbour' }).expect(429);
  expect(body.error).toMatchObject({
    name: 'RateLimitError',
    message: expect.stringMatching(/8 searches/),
  });
  await search(app, {}).expect(200);
});
