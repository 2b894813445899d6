import { sharedApp, type TestApp } from '../helpers/app';
import { approvedComment, commentsPath } from '../helpers/discussion';
import {
  adminToken,
  countQueries,
  createArticle,
  createSummary,
  createUser,
  emptyCache,
} from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  // No answer goes stale by itself here: what is new is so because somebody said so.
  app = await sharedApp({ config: { 'delivery.cache.ttlSecondsAlone': 3_600 } });
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const api = (slug: string) => `/api/analysis/posts/${slug}`;
const page = (slug: string) => `/posts/${slug}`;
const view = () => app.strapi.plugin('analysis').service('postCache').view();
const read = async (path: string, headers: Record<string, string> = {}) =>
  app.http().get(path).set(headers);
const post = async (slug: string) => (await app.http().get(api(slug)).expect(200)).body.data;

/** Runs `work` and tells how many answers came from what was kept. */
async function hitsOf(work: () => Promise<unknown>): Promise<number> {
  const { hits } = view();
  await work();
  return view().hits - hits;
}

describe('a hit', () => {
  test.each([
    ['a post', (made: { slug: string }) => api(made.slug)],
    ['the first comments', (made: { documentId: string }) => commentsPath(made.documentId)],
    ['a ranking', () => '/api/analysis/rankings?by=votes&limit=5'],
    ['the page of a post', (made: { slug: string }) => page(made.slug)],
    ['the list of posts', () => '/'],
  ])('of %s is the miss again, and asks the database nothing', async (_what, pathOf) => {
    const made = await createArticle(app);
    await approvedComment(app, made.documentId);
    // The second origin is given the body that the first one filled, and its age.
    const asked = Date.now();
    for (const headers of [{}, { origin: 'https://site.example' }] as Record<string, string>[]) {
      const miss = await read(pathOf(made as never), headers);
      expect(miss.status).toBe(200);
      const { result: hit, queries } = await countQueries(app, () =>
        read(pathOf(made as never), headers)
      );
      const { date: _date, age, ...rest } = hit.headers;
      const { date: _before, ...before } = miss.headers;
      expect(rest).toEqual(before);
      expect(age).toMatch(/^\d+$/);
      expect(Number(age)).toBeLessThanOrEqual((Date.now() - asked) / 1_000);
      expect(hit.text).toBe(miss.text);
      expect(queries).toEqual([]);
    }
  });

  test('is answered before Koa hears of it', async () => {
    const { slug } = await createArticle(app);
    const koa = app.strapi.server.app;
    const create = koa.createContext;
    let contexts = 0;
    koa.createContext = ((...given: Parameters<typeof create>) => {
      contexts += 1;
      return create.apply(koa, given);
    }) as typeof create;
    try {
      for (const _ of [1, 2, 3]) expect((await read(api(slug))).status).toBe(200);
    } finally {
      koa.createContext = create;
    }
    expect(contexts).toBe(1);
  });

  test('has the headers of its own origin, and a body that others have too', async () => {
    const { slug } = await createArticle(app);
    const one = await read(api(slug), { origin: 'https://one.example' });
    const { bytes } = view();
    const two = await read(api(slug), { origin: 'https://two.example' });
    expect(two.headers['access-control-allow-origin']).toBe('https://two.example');
    expect(view().bytes - bytes).toBeLessThan(Buffer.byteLength(one.text));
    const again = await read(api(slug), { origin: 'https://one.example' });
    expect(again.headers['access-control-allow-origin']).toBe('https://one.example');
    expect(again.headers.age).toBe('0');
    expect(again.headers.vary).toMatch(/Origin/);
  });

  test('is in the encoding and the form that are asked for', async () => {
    const { slug } = await createArticle(app);
    const plain = await read(api(slug), { 'accept-encoding': 'identity' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
    ] as const) {
      const answer = await read(api(slug), { 'accept-encoding': accepted });
      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers.age).toBe('0');
      expect(answer.text).toBe(plain.text);
      expect(Number(answer.headers['content-length'])).toBeLessThan(plain.text.length / 2);
    }
    const head = await app.http().head(api(slug)).set('accept-encoding', 'identity').expect(200);
    expect(head.headers['content-length']).toBe(plain.headers['content-length']);
    expect(head.text).toBeUndefined();
    const held = await read(api(slug), { 'if-none-match': plain.headers.etag as string });
    expect(held.status).toBe(304);
    expect(held.headers.etag).toBe(plain.headers.etag);
    expect(held.headers['cache-control']).toBe(plain.headers['cache-control']);
    expect(held.headers).not.toHaveProperty('content-type');
    const other = await read(api(slug), { 'if-none-match': '"another"' });
    expect(other.status).toBe(200);
  });

  test('a first reader who holds the answer already, or asks by HEAD, fills it for others', async () => {
    const { slug, documentId } = await createArticle(app);
    const { etag } = (await read(api(slug))).headers;
    await app.strapi.plugin('analysis').service('postCache').drop([documentId]);
    const held = await read(api(slug), { 'if-none-match': etag as string });
    expect([held.status, held.headers.age]).toEqual([304, undefined]);
    expect((await read(api(slug))).headers.age).toBe('0');
    await app.strapi.plugin('analysis').service('postCache').drop([documentId]);
    await app.http().head(api(slug)).expect(200);
    expect((await read(api(slug))).body.data.article.slug).toBe(slug);
    expect((await read(api(slug))).headers.age).toBe('0');
  });

  test('speaks the language of the reader', async () => {
    const { slug, documentId } = await createArticle(app);
    await createSummary(app, documentId, { language: 'fr' });
    await createSummary(app, documentId, {
      language: 'pt-BR',
      text: 'O conselho debateu o plano do porto; a questão do risco continua em aberto.',
    });
    const summaryFor = async (header: string, query = '') =>
      (await read(`${api(slug)}${query}`, { 'accept-language': header })).body.data.summary
        .language;
    for (const round of ['miss', 'hit']) {
      expect([round, await summaryFor('fr-CA, en;q=0.5')]).toEqual([round, 'fr']);
      expect([round, await summaryFor('pt')]).toEqual([round, 'pt-BR']);
      expect([round, await summaryFor('fr', '?lang=pt')]).toEqual([round, 'pt-BR']);
      const html = await read(page(slug), { 'accept-language': 'fr' });
      expect(html.text).toMatch(/<html lang="fr">/);
      const english = await read(`${page(slug)}?lang=en`, { 'accept-language': 'fr' });
      expect(english.text).toMatch(/<html lang="en">/);
    }
    // Whatever somebody calls their language, there are no more answers than summaries.
    const before = view();
    for (let n = 0; n < 30; n += 1) await summaryFor(`fr-x-a${n}, de;q=0.${n}`);
    expect(view().fills).toBe(before.fills);
  });

  test('is not for a request with credentials, nor for what is not known', async () => {
    const { slug } = await createArticle(app);
    await read(api(slug));
    const { jwt } = await createUser(app);
    const bearer = { authorization: `Bearer ${jwt}` };
    expect(await hitsOf(() => read(api(slug), bearer))).toBe(0);
    expect(await hitsOf(() => read(`${api(slug)}?utm_source=x`))).toBe(0);
    expect((await read(`${api(slug)}?utm_source=x`)).status).toBe(400);
    expect(await hitsOf(() => read(page(slug)))).toBe(0);
    const { addresses } = view();
    expect(await hitsOf(() => read(`${page(slug)}?utm_source=x&fbclid=y`))).toBe(1);
    expect(await hitsOf(() => read(`${page(slug)}?notice=rated`))).toBe(0);
    expect(await hitsOf(() => read(`${page(slug)}?reply=whatever`))).toBe(0);
    expect(view().addresses).toBe(addresses);
  });

  test('goes out without a cookie to somebody who has one', async () => {
    const { slug, documentId } = await createArticle(app);
    const voted = await app
      .http()
      .put(`/api/analysis/articles/${documentId}/rating`)
      .send({ data: { value: 5 } })
      .expect(200);
    const cookie = String(voted.headers['set-cookie']).split(';')[0] as string;
    const first = await read(api(slug), { cookie });
    const second = await read(api(slug));
    expect(second.headers.age).toBe('0');
    expect(second.text).toBe(first.text);
    expect(second.headers).not.toHaveProperty('set-cookie');
  });
});

test('a thousand readers of a post at once are one fill', async () => {
  const { slug } = await createArticle(app);
  // What Strapi does after the article's commit is not the readers'.
  await post(slug);
  await emptyCache(app);
  const base = await app.listen();
  const before = view();
  const { result, queries } = await countQueries(app, () =>
    Promise.all(
      Array.from({ length: 1_000 }, async () => {
        const answer = await fetch(`${base}${api(slug)}`);
        return [answer.status, ((await answer.json()) as { data: object }).data] as const;
      })
    )
  );
  expect(result.map(([status]) => status)).toEqual(Array(1_000).fill(200));
  expect(new Set(result.map(([, data]) => JSON.stringify(data))).size).toBe(1);
  expect(view().fills - before.fills).toBe(1);
  expect(queries.length).toBeLessThan(12);
});

describe('in the admin', () => {
  const asked = (token: string, method: 'get' | 'post', path: string) =>
    app.http()[method](path).set('Authorization', `Bearer ${token}`);

  test('what is kept can be seen and emptied', async () => {
    const { slug } = await createArticle(app);
    await post(slug);
    const token = await adminToken(app);
    const { body } = await asked(token, 'get', '/analysis/post-cache').expect(200);
    expect(body.data).toMatchObject({ enabled: true, linked: false, maxBytes: 32_000_000 });
    expect(body.data.addresses).toBeGreaterThan(0);
    expect(body.data.bytes).toBeGreaterThan(1_000);
    const emptied = await asked(token, 'post', '/analysis/post-cache/empty').expect(200);
    expect(emptied.body.data).toMatchObject({ addresses: 0, bytes: 0 });
    expect(await hitsOf(() => post(slug))).toBe(0);
  });
});
