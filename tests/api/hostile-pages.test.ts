import { sharedApp, type TestApp } from '../helpers/app';
import { correctedClaim } from '../helpers/claims';
import { commentBody, commentsPath } from '../helpers/discussion';
import { articleData, createArticle, documents, visitor } from '../helpers/factories';
import { SAMPLE } from '../helpers/hostile';
import { executableIn, executableInAnswer } from '../helpers/inert';
import { told } from '../helpers/stored-forms';

/** What was taken of hostile values is shown: nothing in it runs, and every feed stays whole. */
let app: TestApp;
/** Posts whose every text is a hostile value, where it is taken, and comments that are. */
const slugs: string[] = [];
const articles: string[] = [];
const taken = new Set<string>();

const FILLER = 'Nobody disputed the figures; what divided the room was who should carry the risk. ';
const TEXTS = SAMPLE.filter(
  (value): value is string => typeof value === 'string' && value.length < 2_000
);

/** Makes a post of a value; fields that refuse it are left as they are. */
async function publish(value: string): Promise<void> {
  const parts: Record<string, unknown>[] = [
    { title: `${value} title` },
    { body: `${FILLER.repeat(3)}\n\n${value}\n\n[x](${value}) ![y](${value} "${value}")` },
    { sourceName: value },
    { summaries: [{ language: 'en', text: `${FILLER}${value}` }] },
    { originalLink: `https://news.example.com/?of=${value}` },
    { generatorModel: value, reviewer: value },
  ];
  const { documentId, slug } = await createArticle(app);
  slugs.push(slug);
  articles.push(documentId);
  for (const data of parts) {
    await documents(app, 'plugin::analysis.article')
      .update({ documentId, data: data as never, status: 'published' })
      .then(() => taken.add(Object.keys(data)[0] as string))
      .catch((error: Error) => {
        if (error.name !== 'ValidationError') throw error;
      });
  }
}

/** Sends a comment of a value, which is public at once where it is taken. */
async function comment(articleId: string, value: string): Promise<void> {
  for (const [name, data] of Object.entries({
    content: { content: `Words and ${value}` },
    name: { author: { name: value, email: 'ana@example.com' } },
    url: { author: { name: 'Ana', email: 'ana@example.com', url: value } },
  })) {
    const { status } = await app
      .http()
      .post(commentsPath(articleId))
      .set(visitor(`of-${articleId}`))
      .send(commentBody(data));
    if (status === 201) taken.add(`comment ${name}`);
  }
}

beforeAll(async () => {
  app = await sharedApp({ config: { 'comments.initialStatus': 'approved' } });
  for (const [at, value] of TEXTS.entries()) {
    await publish(value);
    await comment(articles[at] as string, value);
    const topic = { name: `${value} topic` };
    await documents(app, 'plugin::analysis.topic')
      .create({ data: topic as never })
      .catch((error: Error) => expect(error.name).toBe('ValidationError'));
  }
  const { documentId, slug } = await createArticle(app, articleData());
  slugs.push(slug);
  const markup = TEXTS.find((text) => text.includes('<img')) as string;
  await correctedClaim(app, documentId, `Not so: ${markup}`);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const look = async (path: string): Promise<unknown> => {
  const { status, text, body, headers } = await app.http().get(path).buffer(true);
  const type = String(headers['content-type']);
  const whole = text ?? (Buffer.isBuffer(body) ? body.toString('utf8') : JSON.stringify(body));
  return [path, status, executableInAnswer(type, whole)];
};

test('the hostile values came as far as every part of a post and a comment', () => {
  expect([...taken].sort()).toEqual([
    ...['body', 'comment content', 'comment name', 'comment url', 'generatorModel'],
    ...['originalLink', 'sourceName', 'summaries', 'title'],
  ]);
});

test('nothing on a post’s page, in its JSON-LD or its answers runs', async () => {
  for (const [at, slug] of slugs.entries()) {
    for (const path of [
      `/posts/${slug}`,
      `/api/analysis/posts/${slug}`,
      ...(articles[at] ? [`/api/analysis/articles/${articles[at]}/comments`] : []),
    ]) {
      expect([told(TEXTS[at]), await look(path)]).toEqual([told(TEXTS[at]), [path, 200, []]]);
    }
  }
});

test('nothing in a list, a feed or a sitemap does, and each is whole', async () => {
  const ofArticles = articles.flatMap((id) =>
    ['rss', 'atom', 'json'].map((format) => `/api/analysis/articles/${id}/comments/feed.${format}`)
  );
  for (const path of [
    ...['/', '/?sort=rating', '/search?q=title', '/api/analysis/posts'],
    ...['rss', 'atom', 'json'].map((format) => `/api/analysis/feed.${format}`),
    ...['', '-1', '-news'].map((part) => `/api/analysis/sitemap${part}.xml`),
    ...ofArticles,
  ]) {
    expect(await look(path)).toEqual([path, 200, []]);
  }
});

test.each(TEXTS.map((text) => [told(text), text]))(
  'what a reader is shown again of %s does not run',
  async (_told, text) => {
    const slug = slugs.at(-1);
    const form = app.http().post(`/posts/${slug}/comments`).type('form');
    const { text: page } = await form
      .set('Sec-Fetch-Site', 'same-origin')
      .send({ name: text, email: text, url: text, content: '' });
    expect(executableIn(page)).toEqual([]);
    if (/\p{Surrogate}/u.test(text)) return;
    const part = encodeURIComponent(text);
    for (const path of [`/search?q=${part}`, `/posts/${part}`, `/posts/${slug}?lang=${part}`]) {
      expect(executableIn((await app.http().get(path)).text ?? '')).toEqual([]);
    }
  }
);

test.each([
  ['a script', '<p>x</p><script>run()</script>'],
  ['a script from elsewhere', '<script src="https://evil.example/reader/x.js"></script>'],
  ['a handler', '<img src="/x.png" ONerror = run()>'],
  ['an address that runs', '<a href=" java\nscript:run()">x</a>'],
  ['one that is written in entities', '<a href="&#106;avascript:run()">x</a>'],
  ['one that is data', '<img src="data:text/html,x">'],
  ['a frame', '<iframe src="/"></iframe>'],
  [
    'structured data that leads there',
    '<script type="application/ld+json">{"url":"javascript:1"}</script>',
  ],
])('what is looked for is found: %s', (_what, html) => {
  expect(executableIn(html)).toHaveLength(1);
});
