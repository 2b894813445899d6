import { startApp, type TestApp } from '../helpers/app';
import { createArticle } from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { PUBLIC_URL: 'https://cms.example.org' } });
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(async () => {
  await app.stop();
  process.env.PUBLIC_URL = '';
});

/** What browsers send. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
const open = (path: string, language = 'en', accept = BROWSER) =>
  app.http().get(path).set({ Accept: accept, 'Accept-Language': language });

describe('an address that is not there', () => {
  test.each([
    ['en', 'There is no such page'],
    ['fr', 'Cette page n’existe pas'],
  ])('is a page for a browser that reads %s', async (language, title) => {
    for (const path of [
      '/nothing',
      '/posts',
      '/posts/none',
      '/a/b/c',
      '/reader/none.js',
      '/x.php',
    ]) {
      const { text, headers, status } = await open(path, language);
      expect([path, status]).toEqual([path, 404]);
      expect(headers['content-type']).toMatch('text/html');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(text).toContain(`<h1>${title}</h1>`);
      expect(text).toContain(`<html lang="${language}"`);
    }
  });

  test.each(['application/json', '*/*', 'text/plain'])('is JSON for %s', async (accept) => {
    const { body } = await open('/nothing', 'en', accept).expect(404);
    expect(body).toMatchObject({ data: null, error: { status: 404, name: 'NotFoundError' } });
  });

  test('of the API is JSON for everybody', async () => {
    for (const path of ['/api/nothing', '/api/analysis/posts/none', '/api/%']) {
      const { headers } = await open(path).set('Accept', BROWSER);
      expect([path, headers['content-type']]).not.toEqual([path, expect.stringMatching('html')]);
    }
  });
});

test.each([
  ['a path that cannot be decoded', '/posts/%E0%A4%A', 400],
  ['a path that cannot be decoded, elsewhere', '/a/%', 400],
  ['a page beyond the last', '/?page=999', 404],
])('%s is a page', async (_what, path, status) => {
  const { text } = await open(path).expect(status);
  expect(text).toContain('<h1>');
});

test('a method that is not taken is a page', async () => {
  const { text } = await app.http().delete('/posts/a').set('Accept', BROWSER).expect(405);
  expect(text).toContain('<h1>');
});

test.each(['propfind', 'lock', 'trace'] as const)(
  '%s, of which the router has not heard, is no failure of the server',
  async (method) => {
    for (const path of ['/', '/posts/a', '/api/analysis/articles', '/admin/login']) {
      const { status } = await app.http()[method as 'get'](path).set('Accept', BROWSER);
      expect([path, status]).toEqual([path, 405]);
    }
  }
);

test('a form that is too large, or none, is a page', async () => {
  const { slug } = await createArticle(app);
  const post = () => app.http().post(`/posts/${slug}/comments`).set('Accept', BROWSER);
  const large = await post()
    .type('form')
    .send(`content=${'x'.repeat(1_100_000)}`)
    .expect(413);
  expect(large.text).toContain('What was sent is too large.');
  const files = await post().field('content', 'x').expect(415);
  expect(files.text).toContain('What was sent cannot be read here.');
});

describe('the address of a form', () => {
  test.each(['comments', 'rating', 'rating/withdraw', 'claims'])(
    '%s leads to the post when it is asked for again',
    async (form) => {
      const { slug } = await createArticle(app);
      const { headers } = await open(`/posts/${slug}/${form}?lang=fr`).expect(303);
      expect(headers.location).toBe(`/posts/${slug}?lang=fr`);
      await open(String(headers.location)).expect(200);
    }
  );

  test('leads nowhere else', async () => {
    for (const slug of ['%2F%2Fevil.example', 'a%0D%0AX-Evil%3A%201', '..%2F..%2Fadmin']) {
      const { headers } = await open(`/posts/${slug}/comments`).expect(303);
      expect(headers.location).toBe(`/posts/${slug}`);
      expect(headers['x-evil']).toBeUndefined();
    }
  });
});

test('links hold nothing of an address but what the page understood', async () => {
  const { slug } = await createArticle(app);
  const evil = 'q=EVIL&page=EVIL&sort=EVIL&lang=EVIL-&EVIL=EVIL&utm_source=EVIL';
  for (const path of [`/posts/${slug}`, '/', '/search']) {
    const query = path === '/' ? evil.replace('page=EVIL&', '') : evil;
    const asked = path === '/search' ? query.replace('q=EVIL', 'q=') : query;
    const { text } = await open(`${path}?${asked}`).expect(200);
    expect(text).not.toContain('EVIL');
    expect(text).toContain(`href="${path === '/' ? '/' : path}?lang=fr"`);
  }
  const sorted = (await open('/?sort=score').expect(200)).text;
  expect(sorted).toContain('href="/?sort=score&amp;lang=fr"');
});

test('robots are told where the sitemap is', async () => {
  const { text, headers } = await app.http().get('/robots.txt').expect(200);
  expect(headers['content-type']).toMatch('text/plain');
  expect(text).toContain('User-agent: *\n');
  const [, sitemap = ''] = /^Sitemap: (.*)$/m.exec(text) ?? [];
  expect(sitemap).toBe('https://cms.example.org/api/analysis/sitemap.xml');
  await app.http().get(new URL(sitemap).pathname).expect(200);
  for (const path of ['/', '/posts/a', '/api/analysis/feed.rss']) {
    expect(text).not.toContain(`Disallow: ${path}\n`);
  }
});

describe('a database that cannot be reached', () => {
  test.each([
    ['en', 'Please come back in a moment'],
    ['fr', 'Veuillez revenir dans un instant'],
  ])('is a page with 503 for a browser that reads %s', async (language, title) => {
    const { slug } = await createArticle(app);
    const { client } = app.strapi.db.connection;
    const { pool } = client;
    const { acquireTimeoutMillis } = pool;
    const held = [];
    for (let n = 0; n < pool.max; n += 1) held.push(await client.acquireConnection());
    pool.acquireTimeoutMillis = 100;
    try {
      const { text, headers } = await open(`/posts/${slug}?notice=rated`, language).expect(503);
      expect(text).toContain(`<h1>${title}</h1>`);
      expect(headers['retry-after']).toBe('10');
    } finally {
      pool.acquireTimeoutMillis = acquireTimeoutMillis;
      for (const connection of held) await client.releaseConnection(connection);
    }
    expect(app.errors.splice(0)).toHaveLength(1);
  });
});
