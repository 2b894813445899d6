import { XMLParser } from 'fast-xml-parser';
import { sharedApp, type TestApp } from '../helpers/app';
import { ARTICLE, createArticle, documents } from '../helpers/factories';
import { graphql } from '../helpers/graphql';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const get = (path: string) => app.http().get(`/api/analysis${path}`).buffer(true);
const xml = async (path: string) => {
  const { text, body } = await get(path).expect(200);
  return new XMLParser({ isArray: (name) => ['entry', 'url', 'item'].includes(name) }).parse(
    text ?? (body as Buffer).toString('utf8')
  );
};

interface Days {
  published: string | undefined;
  modified: string | undefined;
}

/** When a post was published and changed, as each output says it. */
async function daysOf(slug: string): Promise<Record<string, Days>> {
  const iso = (value: string | undefined) => value && new Date(value).toISOString();
  const { body } = await get(`/posts/${slug}`).expect(200);
  const { article, jsonLd } = body.data;
  const here = ({ id = '', url = '', loc = '', link = '' }: Record<string, string>) =>
    [id, url, loc, link].some((each) => each.endsWith(`/posts/${slug}`));
  const json = JSON.parse((await get('/feed.json').expect(200)).text ?? '{}');
  const inJson = json.items.find(here);
  const { feed } = await xml('/feed.atom');
  const inAtom = feed.entry.find(({ id }: { id: string }) => id === inJson.id);
  const inSitemap = (await xml('/sitemap-1.xml')).urlset.url.find(here);
  const inRss = (await xml('/feed.rss')).rss.channel.item.find(here);
  const { data } = await graphql(
    app,
    `{ analysisPost(slug: "${slug}") { jsonLd article { firstPublishedAt updatedAt } } }`
  );
  const asked = data.analysisPost;
  return {
    view: { published: article.firstPublishedAt, modified: article.updatedAt },
    'JSON-LD': { published: jsonLd.datePublished, modified: jsonLd.dateModified },
    Atom: { published: iso(inAtom.published), modified: iso(inAtom.updated) },
    'JSON Feed': { published: iso(inJson.date_published), modified: iso(inJson.date_modified) },
    sitemap: { published: article.firstPublishedAt, modified: iso(inSitemap.lastmod) },
    RSS: {
      published: iso(new Date(Date.parse(inRss.pubDate)).toISOString()),
      modified: article.updatedAt,
    },
    GraphQL: {
      published: iso(asked.article.firstPublishedAt),
      modified: iso(asked.article.updatedAt),
    },
    'JSON-LD by GraphQL': {
      published: asked.jsonLd.datePublished,
      modified: asked.jsonLd.dateModified,
    },
  };
}

const stored = (documentId: string) =>
  app.strapi.db.connection('analysis_articles').where({ document_id: documentId });

const dayAgo = () => new Date(Date.now() - 24 * 60 * 60 * 1_000);

test('a draft that waited was changed when it was published, and again with a published change', async () => {
  const { documentId, slug } = await createArticle(app, { published: false });
  await stored(documentId).update({ created_at: dayAgo(), updated_at: dayAgo() });
  await documents(app, ARTICLE).publish({ documentId });
  const first = await daysOf(slug);
  const { published } = first.view as Days;
  for (const [output, days] of Object.entries(first)) {
    // RSS knows whole seconds.
    const expected = output === 'RSS' ? `${published?.slice(0, 19)}.000Z` : published;
    expect([output, days.published]).toEqual([output, expected]);
    expect([output, days.modified]).toEqual([output, published]);
  }

  // What is saved and not published changes nothing.
  const data = { sourceName: 'Another' } as never;
  await documents(app, ARTICLE).update({ documentId, data });
  expect(await daysOf(slug)).toEqual(first);

  await documents(app, ARTICLE).publish({ documentId });
  const second = await daysOf(slug);
  const { modified } = second.view as Days;
  expect(Date.parse(modified ?? '')).toBeGreaterThan(Date.parse(published ?? ''));
  for (const [output, days] of Object.entries(second)) {
    expect([output, days]).toEqual([
      output,
      { published: first[output]?.published, modified: modified },
    ]);
  }
});

test.each([
  ['created as published', async () => (await createArticle(app)).slug],
  [
    'withdrawn and published again',
    async () => {
      const { documentId, slug } = await createArticle(app);
      await documents(app, ARTICLE).unpublish({ documentId });
      await documents(app, ARTICLE).publish({ documentId });
      return slug;
    },
  ],
  [
    'published before this was so',
    async () => {
      const { documentId, slug } = await createArticle(app);
      await stored(documentId).update({ updated_at: dayAgo() });
      app.strapi.plugin('analysis').service('postCache').dropAll();
      return slug;
    },
  ],
  [
    'generated long before',
    async () => (await createArticle(app, { generatedAt: dayAgo().toISOString() })).slug,
  ],
])('one that is %s was not changed before it was published', async (_what, make) => {
  for (const [output, { published, modified }] of Object.entries(await daysOf(await make()))) {
    expect([output, Date.parse(modified ?? '') >= Date.parse(published ?? '')]).toEqual([
      output,
      true,
    ]);
  }
});
