import { sharedApp, type TestApp } from '../helpers/app';
import { createArticle, createSummary } from '../helpers/factories';
import { graphql } from '../helpers/graphql';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const get = (path: string) =>
  app.http().get(path).set('Accept-Language', 'en').buffer(true).expect(200);
const textOf = ({ text, body }: { text?: string; body: unknown }): string =>
  text ?? (body as Buffer).toString('utf8');

const FILLER =
  'The two pumps of the quay ran through the winter, and the council counted the days. ';

/** The HTML of a body, wherever it is to be had. */
async function bodiesOf(slug: string, documentId: string): Promise<Record<string, string>> {
  const unescaped = (text: string) =>
    text
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  const { data } = await graphql(
    app,
    `{ analysisPost(slug: "${slug}") { article { bodyHtml } }
       analysisArticle(documentId: "${documentId}") { bodyHtml } }`
  );
  const json = JSON.parse(textOf(await get('/api/analysis/feed.json')));
  const part = (text: string, from: string) => {
    const at = text.indexOf(from);
    return text.slice(at, text.indexOf('END.', at));
  };
  return {
    REST: (await get(`/api/analysis/posts/${slug}`)).body.data.article.bodyHtml,
    GraphQL: data.analysisPost.article.bodyHtml,
    'the article by GraphQL': data.analysisArticle.bodyHtml,
    'JSON Feed': json.items.find(({ url }: { url: string }) => url.endsWith(slug)).content_html,
    RSS: part(textOf(await get('/api/analysis/feed.rss')), 'BEGIN'),
    Atom: part(unescaped(textOf(await get('/api/analysis/feed.atom'))), 'BEGIN'),
    'the reader’s page': part(textOf(await get(`/posts/${slug}`)), 'BEGIN'),
  };
}

test('in no output is there a relative link, one without an address, or one that nobody wrote', async () => {
  const { slug, documentId } = await createArticle(app, {
    originalLink: 'https://news.example.org/2026/quay-links.html',
    body:
      `BEGIN ${FILLER.repeat(3)}\n\nSee [the minutes](/minutes/2025), [below](#costs), [next](page3.html), ` +
      '![plan](/img/plan.png) and //cdn.example.net/x. Read README.md, run setup.sh and app.py, ' +
      'ends.It goes on, mail desk@harbour.example. Flow \\(a_1 \\cdot b\\)[^1].\n\n[^1]: https://a.example/note\n\nEND.',
  });
  for (const [output, html] of Object.entries(await bodiesOf(slug, documentId))) {
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect([output, addresses]).toEqual([
      output,
      [
        'https://news.example.org/minutes/2025',
        'https://news.example.org/2026/page3.html',
        'https://news.example.org/img/plan.png',
        'https://a.example/note',
      ],
    ]);
    expect(html).not.toMatch(/<a(?![^>]* href=)/);
    for (const words of ['below', 'README.md', 'ends.It', '\\(a_1 \\cdot b\\)[^1]', '[^1]: ']) {
      expect([output, html]).toEqual([output, expect.stringContaining(words)]);
    }
  }
});

test('what is shown as text can be searched for and reported', async () => {
  const { documentId } = await createArticle(app, {
    body: `${FILLER.repeat(3)}\n\n![the zwinger plan](http://img.example.org/plan.png)`,
    originalLink: 'https://news.example.org/2026/zwinger.html',
  });
  const { body } = await get('/api/analysis/posts?q=zwinger');
  expect(body.data.map((hit: { documentId: string }) => hit.documentId)).toEqual([documentId]);
  await app
    .http()
    .post(`/api/analysis/articles/${documentId}/claims`)
    .send({ data: { quote: 'the zwinger plan', note: 'It is another one.' } })
    .expect(201);
});

test.each([
  ['a face', '\u{1f600}'],
  ['a family', '👩‍👩‍👧‍👦'],
  ['a flag', '🇫🇷'],
  ['a letter with marks', 'q\u0301\u0323'.normalize()],
])('a description ends before or behind %s', async (_what, whole) => {
  // Each length has the end of the description at another place within it.
  for (let before = 299 - whole.length; before <= 300; before += 1) {
    const text = `${'x'.repeat(before)}${whole} and the rest of the summary goes on for a while.`;
    const { slug, documentId } = await createArticle(app);
    await createSummary(app, documentId, { language: 'en', text });
    const page = textOf(await get(`/posts/${slug}`));
    const { jsonLd } = (await get(`/api/analysis/posts/${slug}`)).body.data;
    const said = [
      /<meta name="description" content="([^"]*)"/.exec(page)?.[1],
      /<meta property="og:description" content="([^"]*)"/.exec(page)?.[1],
      jsonLd.description,
    ];
    expect(said[0]?.length).toBeLessThanOrEqual(300);
    const [kept, dropped] = [`${'x'.repeat(before)}${whole}`, 'x'.repeat(before)].map(
      (each) => `${each}…`
    );
    const cut = 'x'.repeat(299);
    for (const each of said) expect([kept, dropped, `${cut}…`]).toContain(each);
  }
});
