import { startApp, type OwnApp } from '../helpers/app';
import {
  ARTICLE,
  countSteady,
  createArticle,
  documents,
  setPublicPermission,
} from '../helpers/factories';
import { codes, graphql } from '../helpers/graphql';
import { bodyWith, mark } from '../helpers/search';

let app: OwnApp;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

describe('related posts', () => {
  const related = (slug: string, query = '') =>
    app.http().get(`/api/analysis/posts/${slug}/related${query}`);
  const slugs = ({ body }: { body: { data: { slug: string }[] } }) =>
    body.data.map(({ slug }) => slug);

  test('come by topics, then by words, then by source', async () => {
    const word = mark();
    const topic = (await documents(app, 'plugin::analysis.topic').create({
      data: { name: `Topic ${word}` } as never,
    })) as unknown as { documentId: string };
    const source = `Source ${word}`;
    const base = await createArticle(app, {
      title: `Quarrel over ${word}`,
      sourceName: source,
      topics: [topic.documentId],
    });
    const bySource = await createArticle(app, { title: `Elsewhere ${mark()}`, sourceName: source });
    const byWords = await createArticle(app, { title: `More quarrel, ${word}` });
    const byTopic = await createArticle(app, {
      title: `Different ${mark()}`,
      topics: [topic.documentId],
    });
    const draft = await createArticle(app, { published: false, topics: [topic.documentId] });
    const answer = await related(base.slug, '?limit=20').expect(200);
    expect(slugs(answer).slice(0, 3)).toEqual([byTopic.slug, byWords.slug, bySource.slug]);
    expect(slugs(answer)).not.toContain(draft.slug);
    expect(slugs(answer)).not.toContain(base.slug);
    expect(answer.headers['cache-tag']).toBe(`article:${base.documentId},list`);
    await documents(app, ARTICLE).unpublish({ documentId: byTopic.documentId });
    expect(slugs(await related(base.slug).expect(200))[0]).toBe(byWords.slug);
    const count = () => countSteady(app, () => related(base.slug, '?limit=20').expect(200));
    const before = await count();
    for (let n = 0; n < 4; n += 1) {
      await createArticle(app, { title: `Quarrel ${word} again ${n}`, sourceName: source });
    }
    expect(await count()).toBe(before);
    expect(before).toBeLessThanOrEqual(10);
  });

  test('an earlier slug finds them; a draft, an unknown one and a bad limit are refused', async () => {
    const { slug, documentId } = await createArticle(app);
    const articles = documents(app, ARTICLE);
    await articles.update({ documentId, data: { slug: `${slug.slice(0, 60)}-2nd` } as never });
    await articles.publish({ documentId });
    await related(slug).expect(200);
    const draft = await createArticle(app, { published: false });
    for (const wrong of [draft.slug, 'no-such-post', 'UPPER']) await related(wrong).expect(404);
    await related(slug, '?limit=21').expect(400);
    await related(slug, '?page=2').expect(400);
  });
});

test('GraphQL gives the same', async () => {
  const word = mark();
  const one = await createArticle(app, { title: `Graph of ${word}` });
  const other = await createArticle(app, { title: `Another graph of ${word}` });
  const answer = await graphql(
    app,
    `
      query ($q: String, $slug: String!) {
        analysisSearch(q: $q, limit: 1) {
          items {
            post {
              slug
              rating {
                total
              }
            }
            snippets {
              field
              language
              html
            }
          }
          nextCursor
        }
        analysisRelatedPosts(slug: $slug, limit: 1) {
          slug
        }
      }
    `,
    { q: word, slug: one.slug }
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toEqual({
    analysisSearch: {
      items: [
        {
          post: { slug: other.slug, rating: { total: 0 } },
          snippets: [
            { field: 'title', language: 'en', html: `Another graph of <mark>${word}</mark>` },
          ],
        },
      ],
      nextCursor: expect.any(String),
    },
    analysisRelatedPosts: [{ slug: other.slug }],
  });
  const wrong = await graphql(app, '{ analysisSearch(cursor: "x", q: "y") { nextCursor } }');
  expect(codes(wrong)).toEqual(['BAD_USER_INPUT']);
  const missing = await graphql(app, '{ analysisRelatedPosts(slug: "no-such") { slug } }');
  expect(missing.errors).toHaveLength(1);
});

test.each([
  ['plugin::analysis.search.find', '/api/analysis/posts'],
  ['plugin::analysis.post.findOne', '/api/analysis/posts'],
])('without %s nothing is searched, and a revocation outlives a restart', async (action, path) => {
  await setPublicPermission(app, action, false);
  await app.http().get(path).expect(403);
  expect(codes(await graphql(app, '{ analysisSearch { nextCursor } }'))).toEqual(['FORBIDDEN']);
  await app.restart();
  await app.http().get(path).expect(403);
  await setPublicPermission(app, action, true);
  await app.http().get(path).expect(200);
});

describe('the reader', () => {
  const page = (path: string) => app.http().get(path).set('Accept-Language', 'fr');

  test('shows what is found, marked, with a form that needs no script', async () => {
    const word = mark();
    const { slug } = await createArticle(app, {
      title: `On <${word}>`,
      body: bodyWith(`Of ${word} & more.`),
    });
    const { text, headers } = await page(`/search?q=${word}&lang=fr`).expect(200);
    expect(text).toContain(`>On &lt;<mark>${word}</mark>&gt;</a>`);
    expect(text).toContain(`Of <mark>${word}</mark> &amp; more.`);
    expect(text).toContain(`href="/posts/${slug}?lang=fr"`);
    expect(text).toContain(`Résultats pour « ${word} »`);
    expect(text).toMatch(/<form[^>]* role="search" action="\/search" method="get">/);
    expect(text).toContain(`value="${word}"`);
    expect(text).toContain('<meta name="robots" content="noindex"');
    expect(headers['cache-control']).toContain('public');
    expect(headers['set-cookie']).toBeUndefined();
  });

  test('says so when nothing is found, asked or allowed, and shows what was asked as text', async () => {
    const none = await page('/search').query({ q: '"><script>x</script>' }).expect(200);
    expect(none.text).toContain('Rien n’a été trouvé');
    expect(none.text).not.toContain('<script>x');
    expect((await page('/search').expect(200)).text).toContain('Que cherchez-vous ?');
    const refused = await page(`/search?q=${'a+'.repeat(20)}`).expect(400);
    expect(refused.text).toContain('Veuillez chercher moins de mots');
    await setPublicPermission(app, 'plugin::analysis.search.find', false);
    await page('/search?q=a').expect(403);
    await setPublicPermission(app, 'plugin::analysis.search.find', true);
  });

  test('leads on from result to result', async () => {
    const word = mark();
    for (let n = 0; n < 11; n += 1) await createArticle(app, { body: bodyWith(word) });
    const first = (await page(`/search?q=${word}`).expect(200)).text;
    expect(first.match(/class="card"/g)).toHaveLength(10);
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') as string;
    const second = (await page(next).expect(200)).text;
    expect(second.match(/class="card"/g)).toHaveLength(1);
    expect(second).not.toContain('rel="next"');
  });

  test('a post leads to related ones, and names its feeds', async () => {
    const word = mark();
    const one = await createArticle(app, { title: `Quarrelsome ${word}` });
    const other = await createArticle(app, { title: `Quarrelsome ${word} again` });
    const { text, headers } = await page(`/posts/${one.slug}`).expect(200);
    expect(text).toContain('Sur le même sujet');
    expect(text).toContain(`href="/posts/${other.slug}"`);
    expect(headers['cache-tag']).toContain(`article:${one.documentId},article:${other.documentId}`);
    for (const format of ['rss', 'atom', 'json']) {
      expect(text).toContain(`href="/api/analysis/feed.${format}"`);
    }
    expect(text).toContain(`href="/api/analysis/articles/${one.documentId}/comments/feed.rss"`);
    await documents(app, ARTICLE).unpublish({ documentId: other.documentId });
    expect((await page(`/posts/${one.slug}`).expect(200)).text).not.toContain(other.slug);
  });
});
