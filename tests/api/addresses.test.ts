import { startApp, type TestApp } from '../helpers/app';
import { commentBody, commentsPath, decide } from '../helpers/discussion';
import { adminToken, ARTICLE, createArticle, createSummary, visitor } from '../helpers/factories';
import { graphql } from '../helpers/graphql';
import { deliver, startMailbox } from '../helpers/mail';

/** What somebody sends who wants their own site in everybody's answers. */
const FORGED = {
  Host: 'evil.example',
  'X-Forwarded-Host': 'evil.example',
  'X-Forwarded-Proto': 'gopher',
  'X-Forwarded-Port': '666',
  Forwarded: 'host=evil.example;proto=gopher',
};

/** All that an answer says in headers that name addresses, and in its body. */
const saidBy = ({ headers, text, body }: { headers: object; text?: string; body: unknown }) =>
  JSON.stringify([headers, text ?? '', Buffer.isBuffer(body) ? body.toString('utf8') : body]);

describe.each([
  ['nothing', {}, {}, 'http://0.0.0.0:1337', 'http://0.0.0.0:1337'],
  [
    'PUBLIC_URL',
    { PUBLIC_URL: 'https://cms.example.org/' },
    {},
    ...Array(2).fill('https://cms.example.org'),
  ],
  [
    'PUBLIC_URL and siteUrl',
    { PUBLIC_URL: 'https://cms.example.org/base' },
    { siteUrl: 'https://www.example.org/' },
    'https://cms.example.org/base',
    'https://www.example.org',
  ],
] as [string, Record<string, string>, Record<string, string>, string, string][])(
  'with %s configured, behind a trusted proxy',
  (_what, env, config, server, site) => {
    // Within the site an address without a host holds wherever the reader came in.
    const files = env.PUBLIC_URL ? server : '';
    let app: TestApp;
    let box: Awaited<ReturnType<typeof startMailbox>>;
    let slug: string;
    let documentId: string;
    beforeAll(async () => {
      box = await startMailbox();
      app = await startApp({
        env: { ...box.env, TRUST_PROXY: 'true', PUBLIC_URL: '', ...env },
        config,
      });
      ({ slug, documentId } = await createArticle(app));
      await createSummary(app, documentId);
      const { connection } = app.strapi.db;
      await connection('files').insert({
        ...{
          document_id: 'coverofthepost',
          name: 'a.png',
          url: '/uploads/a.png',
          mime: 'image/png',
        },
        ...{ provider: 'local', hash: 'a', ext: '.png', width: 600, height: 400, size: 1 },
      });
      const file = await connection('files').where({ document_id: 'coverofthepost' }).first('id');
      const { id } = await connection('analysis_articles')
        .where({ document_id: documentId })
        .whereNotNull('published_at')
        .first('id');
      await connection('files_related_mph').insert({
        ...{ file_id: file.id, related_id: id, related_type: ARTICLE, field: 'cover', order: 1 },
      });
    });
    afterEach(() => expect(app.errors.splice(0)).toEqual([]));
    afterAll(async () => {
      await app.stop();
      await box.stop();
      process.env.TRUST_PROXY = '';
      process.env.PUBLIC_URL = '';
    });

    const get = (path: string, headers = {}) =>
      app.http().get(path).set(headers).set('Accept-Language', 'en').buffer(true).expect(200);

    test('no public answer takes its addresses from a request', async () => {
      const page = `${site}/posts/${slug}`;
      for (const [path, ...expected] of [
        ['/api/analysis/feed.rss', page, `${server}/api/analysis/feed.rss`],
        ['/api/analysis/feed.atom', page, `${server}/api/analysis/feed.atom`],
        ['/api/analysis/feed.json', page, `${server}/api/analysis/feed.json`],
        [`/api/analysis/articles/${documentId}/comments/feed.rss`, page],
        ['/api/analysis/sitemap.xml', `${server}/api/analysis/sitemap-1.xml`],
        ['/api/analysis/sitemap-1.xml', page, `${page}?lang=fr`],
        ['/api/analysis/sitemap-news.xml', page],
        [
          `/api/analysis/oembed?url=${encodeURIComponent(page)}`,
          `${server}/api/analysis/embed.js`,
          `${server}/uploads/a.png`,
          `"provider_url":"${site}/"`,
        ],
        [`/api/analysis/posts/${slug}`, `"@id":"${page}"`, `"image":"${server}/uploads/a.png"`],
        [
          `/posts/${slug}`,
          `<link rel="canonical" href="${page}"/>`,
          `<meta property="og:image" content="${server}/uploads/a.png"/>`,
        ],
        [`/posts/${slug}?lang=fr`, `<link rel="canonical" href="${page}?lang=fr"/>`],
        ['/', slug],
        ['/api/analysis/rankings', `"url":"${files}/uploads/a.png"`],
      ] as [string, ...string[]][]) {
        // First the forger, whose answer would be kept for the others.
        const forged = saidBy(await get(path, FORGED)).replaceAll('\\"', '"');
        const plain = saidBy(await get(path)).replaceAll('\\"', '"');
        for (const said of [forged, plain]) {
          expect(said).not.toMatch(/evil|gopher|:666/);
          for (const part of expected) expect(said).toContain(part);
        }
      }
    });

    test('nor does GraphQL', async () => {
      const query = `{ analysisPost(slug: "${slug}") { jsonLd article { cover { url } } } }`;
      const { data } = await graphql(app, query, {}, FORGED);
      const { jsonLd, article } = data.analysisPost;
      expect(jsonLd).toMatchObject({
        '@id': `${site}/posts/${slug}`,
        url: `${site}/posts/${slug}`,
      });
      expect(article.cover.url).toBe(`${files}/uploads/a.png`);
    });

    test('nor a link to a preview, nor the policy of its page', async () => {
      const { body } = await app
        .http()
        .get(`/content-manager/preview/url/${ARTICLE}?documentId=${documentId}&status=draft`)
        .set('Authorization', `Bearer ${await adminToken(app)}`)
        .set(FORGED)
        .expect(200);
      expect(body.data.url).toMatch(`${site}/preview/${documentId}?token=`);
      const { pathname, search } = new URL(body.data.url);
      const answer = await get(`${pathname}${search}`, FORGED);
      expect(saidBy(answer)).not.toMatch(/evil|gopher|:666/);
    });

    test('nor a mail', async () => {
      const email = 'ben@example.com';
      const { body } = await app
        .http()
        .post(commentsPath(documentId))
        .set(visitor('ben'))
        .set(FORGED)
        .send(commentBody({ author: { name: 'Ben', email }, notify: true }))
        .expect(201);
      // An address is asked once its comment is public.
      await decide(app, body.data.documentId, 'approved');
      await deliver(app);
      const mail = await box.next(email);
      const links = [...`${mail.html}`.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect(link.startsWith(`${server}/api/analysis/`)).toBe(true);
      expect(JSON.stringify([mail.text, mail.html, [...mail.headers]])).not.toMatch(/evil|gopher/);
    });
  }
);

test.each([
  ['is warned once', { NODE_ENV: 'production' }, 1],
  ['is not, with an address', { NODE_ENV: 'production', PUBLIC_URL: 'https://cms.example.org' }, 0],
  ['is not, in development', { NODE_ENV: 'test' }, 0],
])('who starts it %s', async (_what, env, times) => {
  const app = await startApp({ env: { PUBLIC_URL: '', ...env } });
  try {
    expect(app.warnings.filter((line) => line.includes('PUBLIC_URL'))).toHaveLength(times);
  } finally {
    await app.stop();
    Object.assign(process.env, { NODE_ENV: 'test', PUBLIC_URL: '' });
  }
});
