import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { startApp, type TestApp } from '../helpers/app';
import { approvedComment } from '../helpers/discussion';
import { createArticle, createSummary } from '../helpers/factories';
import { startInstance, type Instance } from '../helpers/instance';

/** All of them by `npm run test:full`. */
const LINES = process.env.TEST_FULL ? 2_500 : 800;
/** The same lines in each run, so that a failure is found again. */
const SEED = 17;

let app: TestApp;
let cached: string;
/** The same application on the same database, which keeps no answers. */
let plain: Instance;
let paths: string[];
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  app = await startApp();
  cached = await app.listen();
  plain = await startInstance({ POST_CACHE: 'false' });
  const { slug, documentId } = await createArticle(app);
  await createSummary(app, documentId);
  for (let n = 0; n < 12; n += 1) await createArticle(app);
  for (let n = 0; n < 3; n += 1) await approvedComment(app, documentId, { content: `Said ${n}.` });
  paths = [
    '/',
    `/posts/${slug}`,
    `/api/analysis/posts/${slug}`,
    `/api/analysis/posts/${slug}/related`,
    '/api/analysis/rankings',
    `/api/analysis/articles/${documentId}/comments`,
    '/api/analysis/feed.json',
    '/api/analysis/sitemap.xml',
  ];
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(async () => {
  agent.destroy();
  await plain.stop();
  await app.stop();
});

interface Answer {
  status: number;
  location: string | undefined;
  language: string | undefined;
  text: string;
}

/** Asks with a request line as it is written, which URL and fetch would put right. */
const ask = (base: string, line: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const headers = { 'Accept-Language': 'en', Host: 'localhost:1337' };
    const sent = request({ hostname, port, path: line, agent, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          location: res.headers.location,
          language: res.headers['content-language'],
          // Signed for a minute or so, and in no answer that is kept.
          text: String(Buffer.concat(chunks)).replace(/name="formToken" value="[^"]*"/g, ''),
        })
      );
    });
    sent.on('error', reject).end();
  });

const piece = <T>(...values: T[]) => fc.constantFrom(...values);
const names = piece(
  ...['lang', 'sort', 'page', 'by', 'days', 'limit', 'q', 'x', 'cursor', 'topic', 'notice'],
  ...['', '?lang', '?page', 'lang[]', 'lang[0]', 'l%61ng', 'page%5B0%5D', 'Lang', '__proto__'],
  ...['constructor', 'sort.a', ' by', '%00', 'amp;lang']
);
const values = piece(
  ...['en', 'fr', 'de', '2', '1', 'score', 'votes', 'comments', 'oldest', '7', '', 'EVIL'],
  ...['fr#', '%66r', 'fr%26page=2', '2%23', '%FF', '%', '+', 'fr?lang=en', 'fr;lang=en', '"><b>']
);
const parameter = fc
  .tuple(names, piece('=', '', '==', '%3D'), values)
  .map(([name, is, value]) => `${name}${is}${value}`);
const query = fc
  .array(fc.tuple(piece('&', '&&', '&amp;', ';', '?', '#', '#&', '%26'), parameter), {
    maxLength: 3,
  })
  .map((parts) =>
    parts
      .flat()
      .join('')
      .replace(/^(?:&amp;|[&;])/, '')
  );
const start = piece('?', '?', '?', '??', '?#', '#?', '/?', '?&', '%3F', '//?', '/./?');
const line = fc.tuple(fc.nat(7), start, query);

test('what is kept under an address is what the application says to that very address', async () => {
  const differing: string[] = [];
  for (const [at, opening, rest] of fc.sample(line, { numRuns: LINES, seed: SEED })) {
    const asked = `${paths[at]}${rest === '' && opening === '?' ? '' : opening}${rest}`.replace(
      /[^\x21-\x7e]/g,
      (character) => encodeURIComponent(character)
    );
    const [got, expected] = await Promise.all([ask(cached, asked), ask(plain.url, asked)]);
    if (JSON.stringify(got) !== JSON.stringify(expected)) differing.push(asked);
  }
  // The watcher reads an address by the rules of URL, by which many of these are others.
  app.undocumented.splice(0);
  expect(differing).toEqual([]);
});

test.each([
  ['/posts/SLUG?q=EVIL&page=EVIL', '/posts/SLUG'],
  ['/??page=2', '/?page=2'],
  ['/?x#&page=2', '/?page=2'],
  [
    '/api/analysis/rankings?lang=en#&by=comments&limit=2',
    '/api/analysis/rankings?lang=en&by=comments&limit=2',
  ],
])('%s leaves %s as it was', async (odd, address) => {
  const at = (path: string) => path.replace('/posts/SLUG', paths[1] as string);
  await app.strapi.plugin('analysis').service('postCache').dropAll();
  const before = await ask(plain.url, at(address));
  await ask(cached, at(odd));
  expect(await ask(cached, at(address))).toEqual(before);
});
