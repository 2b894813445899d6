import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { sharedApp, type TestApp } from '../helpers/app';
import { approvedComment } from '../helpers/discussion';
import {
  ARTICLE,
  countSteady,
  createArticle,
  createSummary,
  documents,
  setPublicPermission,
} from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const get = (path: string) => app.http().get(`/api/analysis${path}`).buffer(true);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  processEntities: true,
  isArray: (name) => ['item', 'entry', 'url', 'category', 'sitemap', 'xhtml:link'].includes(name),
});

/** Parses what has to be well-formed, and hold no character that XML forbids. */
// Each test reads the shape of its own document.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function xml(text: string): any {
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  return parser.parse(text);
}
const textOf = ({ text, body }: { text?: string; body: unknown }): string =>
  text ?? (body as Buffer).toString('utf8');
const xmlOf = async (path: string) => xml(textOf(await get(path).expect(200)));

async function topic(name: string): Promise<{ documentId: string; slug: string }> {
  return (await documents(app, 'plugin::analysis.topic').create({
    data: { name } as never,
  })) as unknown as { documentId: string; slug: string };
}

const ODD = 'A ]]> b ]]> <i>c</i> & "d" \u{1f600} &amp;';

describe('feeds of posts', () => {
  test('before anything is published they are whole and empty', async () => {
    expect((await xmlOf('/feed.rss')).rss.channel.item).toBeUndefined();
    expect((await xmlOf('/feed.atom')).feed.entry).toBeUndefined();
    expect(JSON.parse(textOf(await get('/feed.json').expect(200))).items).toEqual([]);
    expect((await xmlOf('/sitemap-1.xml')).urlset).toBeDefined();
    expect((await xmlOf('/sitemap-news.xml')).urlset).toBeDefined();
  });

  test('RSS, Atom and JSON Feed say the same of a post, whatever its texts hold', async () => {
    const subject = await topic('Law & <order>');
    const { slug } = await createArticle(app, {
      title: ODD,
      topics: [subject.documentId],
      body: `${'Some **words** of a long text, ]]> and more ]]>. '.repeat(6)}`,
    });
    const draft = await createArticle(app, { published: false });
    const rss = await get('/feed.rss').expect(200);
    expect(rss.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
    expect(rss.headers['cache-control']).toContain('public');
    expect(rss.headers['cache-tag']).toBe('list');
    expect(rss.headers.vary ?? '').not.toContain('Accept-Language');
    expect(textOf(rss)).not.toContain(draft.slug);
    const { channel } = xml(textOf(rss)).rss;
    expect(channel['atom:link']['@href']).toMatch(/^https?:\/\/[^/]+\/api\/analysis\/feed\.rss$/);
    expect(channel.item).toHaveLength(1);
    const [item] = channel.item;
    expect(item.link).toMatch(new RegExp(`^https?://[^/]+/posts/${slug}$`));
    expect(item['content:encoded']).toContain('<strong>words</strong>');
    expect(item.category).toEqual(['Law & <order>']);

    const atom = await get('/feed.atom').expect(200);
    expect(atom.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const [entry] = xml(textOf(atom)).feed.entry;
    expect(entry.title['#text']).toBe(
      'A ]]&gt; b ]]&gt; &lt;i&gt;c&lt;/i&gt; &amp; &quot;d&quot; \u{1f600} &amp;amp;'
    );
    expect(entry.id).toMatch(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    expect(entry.id).toBe(item.guid['#text']);

    const json = await get('/feed.json').expect(200);
    expect(json.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    expect(JSON.parse(textOf(json))).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: expect.stringMatching(/\/api\/analysis\/feed\.json$/),
      items: [
        { id: entry.id, title: ODD, url: item.link, tags: ['Law & <order>'], language: 'en' },
      ],
    });
  });

  test('an id outlives a change of title and slug', async () => {
    const { slug, documentId } = await createArticle(app);
    const idOf = async (path: string) => {
      const { items } = JSON.parse(textOf(await get('/feed.json').expect(200)));
      return items.find(({ url }: { url: string }) => url.endsWith(path))?.id;
    };
    const before = await idOf(slug);
    const next = `${slug.slice(0, 60)}-3rd`;
    await documents(app, ARTICLE).update({ documentId, data: { slug: next } as never });
    await documents(app, ARTICLE).publish({ documentId });
    expect(before).toBeDefined();
    expect(await idOf(next)).toBe(before);
  });

  test('are narrowed by language and topic, and titled in that language', async () => {
    const subject = await topic('Only here');
    const french = await createArticle(app, { language: 'fr', topics: [subject.documentId] });
    const canadian = await createArticle(app, { language: 'fr-CA' });
    await createSummary(app, french.documentId, {
      language: 'de',
      text: 'Auf Deutsch. '.repeat(5),
    });
    await createSummary(app, french.documentId, { language: 'fr' });
    const slugs = async (query: string) =>
      JSON.parse(textOf(await get(`/feed.json?${query}`).expect(200))).items.map(
        ({ url }: { url: string }) => url.replace(/.*\//, '')
      );
    expect(await slugs('lang=fr')).toEqual([canadian.slug, french.slug]);
    expect(await slugs('lang=fr-CA')).toEqual([canadian.slug]);
    expect(await slugs(`topic=${subject.slug}`)).toEqual([french.slug]);
    expect(await slugs(`topic=${subject.slug}&lang=en`)).toEqual([]);
    const { rss } = await xmlOf(`/feed.rss?lang=fr&topic=${subject.slug}`);
    expect(rss.channel).toMatchObject({
      title: 'Analysis : Only here',
      description: 'Les derniers articles',
      language: 'fr',
    });
    expect(rss.channel['atom:link']['@href']).toContain(`?lang=fr&topic=${subject.slug}`);
    expect(rss.channel.item[0].description).toMatch(/^Le conseil a débattu/);
    await get('/feed.rss?topic=no-such-topic').expect(404);
    await get('/feed.rss?lang=no_such').expect(400);
    const plain = (await get('/feed.rss')).text;
    for (const other of [
      '_=1',
      'utm_source=a&utm_medium=b',
      'cacheBust=2',
      'page=2',
      'x[0][a]=1',
    ]) {
      expect((await get(`/feed.rss?${other}`).expect(200)).text).toBe(plain);
    }
    await get('/feed.rss?topic=a&topic=b').expect(400);
  });

  test('hold 50 posts at most, in a number of queries that does not grow', async () => {
    const count = () => countSteady(app, () => get('/feed.atom').expect(200));
    const before = await count();
    for (let n = 0; n < 50; n += 1) await createArticle(app);
    const newest = await createArticle(app);
    expect(await count()).toBe(before);
    expect(before).toBeLessThanOrEqual(5);
    const { feed } = await xmlOf('/feed.atom');
    expect(feed.entry).toHaveLength(50);
    expect(feed.entry[0].link['@href']).toContain(newest.slug);
  });
});

test('comments of an article are a feed, without what is not public', async () => {
  const { documentId, slug } = await createArticle(app, {
    language: 'fr',
    title: 'Le plan ]]> <b>',
  });
  await approvedComment(app, documentId, {
    content: 'First & <b>bold</b> ]]> ]]>',
    author: { name: 'Ana <x>', email: 'ana@example.com' },
  });
  const second = await approvedComment(app, documentId, { content: 'Second words here.' });
  const path = `/articles/${documentId}/comments/feed`;
  const response = await get(`${path}.atom`).expect(200);
  expect(response.headers['cache-tag']).toBe(`article:${documentId}`);
  const { feed } = xml(textOf(response));
  expect(feed.title).toBe('Commentaires sur « Le plan ]]> <b> »');
  expect(feed.entry).toHaveLength(2);
  expect(feed.entry[0].link['@href']).toMatch(
    new RegExp(`/posts/${slug}#comment-${second.documentId}$`)
  );
  expect(feed.entry[1].author.name).toBe('Ana <x>');
  expect(textOf(response)).not.toMatch(/@example\.com/);
  expect((await xmlOf(`${path}.rss`)).rss.channel.item).toHaveLength(2);
  const json = JSON.parse(textOf(await get(`${path}.json`).expect(200)));
  expect(json.items[1].content_html).toContain('&lt;b&gt;bold');
  const draft = await createArticle(app, { published: false });
  await get(`/articles/${draft.documentId}/comments/feed.rss`).expect(404);
  await get('/articles/nothing/comments/feed.rss').expect(404);
  await get(`${path}.rss?_=1`).expect(200);
});

describe('sitemap', () => {
  test('an index names pages, and a page each post in its languages', async () => {
    const { slug, documentId } = await createArticle(app, { title: 'Mapped & <found>' });
    await createSummary(app, documentId, { language: 'fr' });
    const response = await get('/sitemap.xml').expect(200);
    expect(response.headers['content-type']).toBe('application/xml; charset=utf-8');
    const { sitemapindex } = xml(textOf(response));
    expect(sitemapindex.sitemap.map(({ loc }: { loc: string }) => loc.replace(/.*\//, ''))).toEqual(
      ['sitemap-1.xml', 'sitemap-news.xml']
    );
    const entry = (await xmlOf('/sitemap-1.xml')).urlset.url.find(({ loc }: { loc: string }) =>
      loc.endsWith(`/posts/${slug}`)
    );
    expect(
      entry['xhtml:link'].map((link: Record<string, string>) => [
        link['@hreflang'],
        link['@href']?.replace(/.*\/posts\//, ''),
      ])
    ).toEqual([
      ['x-default', slug],
      ['en', `${slug}?lang=en`],
      ['fr', `${slug}?lang=fr`],
    ]);
    for (const wrong of ['2', '0', '99999', 'x']) await get(`/sitemap-${wrong}.xml`).expect(404);
    await get('/sitemap.xml?x=1').expect(200);
  });

  test('news are those of two days', async () => {
    const old = await createArticle(app);
    await app.strapi.db
      .connection('analysis_articles')
      .where({ document_id: old.documentId })
      .update({ first_published_at: new Date(Date.now() - 49 * 3_600_000) });
    const fresh = await createArticle(app, { language: 'zh-Hant', title: 'Fresh & <new>' });
    const news = (await xmlOf('/sitemap-news.xml')).urlset.url;
    const locations = news.map(({ loc }: { loc: string }) => loc);
    expect(locations[0]).toContain(fresh.slug);
    expect(locations.join()).not.toContain(old.slug);
    expect(news[0]['news:news']).toMatchObject({
      'news:publication': { 'news:name': 'Analysis', 'news:language': 'zh-tw' },
      'news:title': 'Fresh & <new>',
    });
  });

  test('a page takes a fixed number of queries', async () => {
    const count = () => countSteady(app, () => get('/sitemap-1.xml').expect(200));
    const before = await count();
    await createArticle(app);
    expect(await count()).toBe(before);
    expect(before).toBeLessThanOrEqual(3);
  });
});

describe('oEmbed', () => {
  const oembed = (query: Record<string, string>) => get('/oembed').query(query);
  const siteUrl = async (): Promise<string> => {
    const { items } = JSON.parse(textOf(await get('/feed.json').expect(200)));
    return new URL(items[0].url).origin;
  };

  test('a post is embedded by its address, its earlier ones too', async () => {
    const { slug, documentId } = await createArticle(app, { title: ODD });
    const url = `${await siteUrl()}/posts/${slug}`;
    const answer = await oembed({ url: `${url}/?lang=fr#x`, maxwidth: '300' }).expect(200);
    expect(answer.headers['cache-tag']).toBe(`article:${documentId}`);
    expect(answer.body).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: ODD,
      provider_name: 'Analysis',
      width: 300,
      height: 480,
      html: expect.stringMatching(
        new RegExp(
          `^<script type="module" src="https?://[^"]+/api/analysis/embed\\.js"></script><analysis-post slug="${slug}" server="https?://[^"]+"></analysis-post>$`
        )
      ),
    });
    const asXml = await oembed({ url, format: 'xml' }).expect(200);
    expect(asXml.headers['content-type']).toBe('text/xml; charset=utf-8');
    const parsed = xml(textOf(asXml)).oembed;
    expect(parsed.html).toBe(answer.body.html);
    await documents(app, ARTICLE).update({
      documentId,
      data: { slug: `${slug.slice(0, 60)}-4th` } as never,
    });
    await documents(app, ARTICLE).publish({ documentId });
    expect((await oembed({ url }).expect(200)).body.html).toContain('-4th');
    await documents(app, ARTICLE).unpublish({ documentId });
    await oembed({ url }).expect(404);
  });

  test('other addresses, formats and sizes are refused', async () => {
    const { slug } = await createArticle(app);
    const site = await siteUrl();
    const url = `${site}/posts/${slug}`;
    for (const other of [
      `${site}/posts/no-such`,
      `${site}/posts/${slug}/more`,
      `${site}/`,
      `https://elsewhere.example.com/posts/${slug}`,
      `javascript:${url}`,
    ]) {
      await oembed({ url: other }).expect(404);
    }
    await oembed({ url, format: 'yaml' }).expect(501);
    const wrong = await oembed({ url: '/posts/x', maxwidth: '0', maxheight: '-1' }).expect(400);
    expect(
      wrong.body.error.details.errors.map(({ path }: { path: string[] }) => path[0]).sort()
    ).toEqual(['maxheight', 'maxwidth', 'url']);
    await oembed({}).expect(400);
    // WordPress asks every provider not to track.
    await oembed({ url, dnt: '1', callback: 'x' }).expect(200);
  });
});

test.each([
  ['plugin::analysis.feed.find', '/feed.rss'],
  ['plugin::analysis.post.findOne', '/feed.json'],
  ['plugin::analysis.sitemap.find', '/sitemap.xml'],
  ['plugin::analysis.post.findOne', '/sitemap-1.xml'],
  ['plugin::analysis.oembed.find', '/oembed?url=https://example.com'],
])('without %s, %s is closed', async (action, path) => {
  await setPublicPermission(app, action, false);
  await get(path).expect(403);
  await setPublicPermission(app, action, true);
  const { status } = await get(path);
  expect(status).not.toBe(403);
});

test('without the permission to read comments there is no feed of them', async () => {
  const { documentId } = await createArticle(app);
  const path = `/articles/${documentId}/comments/feed.rss`;
  await setPublicPermission(app, 'plugin::analysis.comment.find', false);
  await get(path).expect(403);
  await setPublicPermission(app, 'plugin::analysis.comment.find', true);
  await get(path).expect(200);
});
