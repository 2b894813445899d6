import { sharedApp, type TestApp } from '../helpers/app';
import { apiToken } from '../helpers/factories';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await sharedApp();
  token = await apiToken(app, ['plugin::analysis.ingest.put', 'plugin::analysis.ingest.batch']);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const BODY =
  'The pilots of the estuary have asked for a second tug since the spring storms. The port says that the money is there, and that the crew is not, and that nobody knows when it will be.';
const SUMMARY =
  'Les pilotes de l’estuaire demandent un second remorqueur ; le port a l’argent, mais pas l’équipage.';

const put = (data: object) =>
  app.http().put('/api/analysis/posts').set('Authorization', `Bearer ${token}`).send({ data });

const countRows = async (table: string, where: object) =>
  Number((await app.strapi.db.connection(table).where(where).count({ n: '*' }))[0]?.n);

test.each([
  ['with a link', { originalLink: 'https://news.example.com/at-once' }],
  ['without a link', {}],
])('ten identical posts %s at the same moment make one article', async (_what, link) => {
  const data = {
    title: `At once ${Object.keys(link).length}`,
    body: BODY,
    summaries: [{ text: SUMMARY }],
    topics: ['Tugs'],
    ...link,
  };
  const answers = await Promise.all(Array.from({ length: 10 }, () => put(data)));
  expect(answers.map(({ body }) => body.data?.outcome).sort()).toEqual([
    'created',
    ...Array(9).fill('unchanged'),
  ]);
  expect(new Set(answers.map(({ body }) => body.data.documentId)).size).toBe(1);
  expect(await countRows('analysis_articles', { title: data.title })).toBe(1);
});

test('different posts at the same moment all arrive, each under its own slug', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      put({
        title: 'One title for all',
        body: `${BODY} ${n}`,
        originalLink: `https://news.example.com/each/${n}`,
        topics: ['Tugs', 'Ports'],
      })
    )
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
  expect(new Set(answers.map(({ body }) => body.data.slug)).size).toBe(12);
  expect(await countRows('analysis_topics', { slug: 'ports' })).toBe(1);
});

const line = (n: number, more: object = {}) =>
  JSON.stringify({
    title: `Batch post ${n}`,
    body: `${BODY} ${n}`,
    originalLink: `https://news.example.com/batch/${n}`,
    ...more,
  });
const batch = (text: string | Buffer, query = '') =>
  app
    .http()
    .post(`/api/analysis/posts/batch${query}`)
    .set('Authorization', `Bearer ${token}`)
    .set('Content-Type', 'application/x-ndjson')
    .buffer(true)
    .parse((response, done) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => done(null, text));
    })
    .send(text);
const parse = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each));

test('a batch answers each line, good or bad, in order', async () => {
  const lines = [
    line(1),
    '',
    '{"title":',
    line(2, { colour: 'red' }),
    line(3),
    JSON.stringify({ title: 'x'.repeat(1_100_000) }),
    line(1),
    '7',
    `\ud800`,
  ];
  const { body, headers } = await batch(lines.join('\n')).expect(200);
  expect(headers['content-type']).toContain('application/x-ndjson');
  expect(
    parse(body as unknown as string).map(({ line: at, ok, outcome, error }) => [
      at,
      ok,
      outcome ?? error.status,
    ])
  ).toEqual([
    [1, true, 'created'],
    [3, false, 400],
    [4, false, 400],
    [5, true, 'created'],
    [6, false, 413],
    [7, true, 'unchanged'],
    [8, false, 400],
    [9, false, 400],
  ]);
});

test('a batch is refused as a whole only for what it is not', async () => {
  const http = app.http();
  await http
    .post('/api/analysis/posts/batch')
    .set('Content-Type', 'application/x-ndjson')
    .send(line(9))
    .expect(403);
  await http
    .post('/api/analysis/posts/batch')
    .set('Authorization', `Bearer ${token}`)
    .send({ data: [] })
    .expect(415);
  const { body } = await batch(line(9), '?dry=1');
  expect(body as unknown as string).toContain('dry is not a known parameter');
  const empty = await batch('').expect(200);
  expect(empty.body as unknown as string).toBe('');
});
