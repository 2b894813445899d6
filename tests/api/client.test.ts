import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  AnalysisError,
  createAnalysisClient,
  type ClientOptions,
} from 'strapi-plugin-analysis/client';
import { sharedApp, type TestApp } from '../helpers/app';
import { ROOT } from '../helpers/database';
import { claimBody } from '../helpers/claims';
import {
  apiToken,
  articleData,
  createArticle,
  createSummary,
  setPublicPermission,
} from '../helpers/factories';

let app: TestApp;
let baseUrl: string;
let readers = 0;
beforeAll(async () => {
  app = await sharedApp({ config: { 'comments.initialStatus': 'approved' } });
  baseUrl = `${await app.listen()}/api/analysis`;
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

/** A client in a browser of its own. */
function reader(options: Partial<ClientOptions> = {}) {
  readers += 1;
  const agent = `reader-${readers}`;
  return createAnalysisClient({
    baseUrl,
    fetch(request) {
      request.headers.set('User-Agent', agent);
      return fetch(request);
    },
    ...options,
  });
}

const guest = { name: 'Ana', email: 'ana@example.com' };
const opinion = (content: string, parent?: string) => ({ content, parent, author: guest });

/** The first words of every article that `createArticle` makes. */
const OPENING =
  'The council heard engineers, shopkeepers and ferry crews before it put the plan to a vote'.split(
    ' '
  );

/** What a call was refused with. */
async function refusal(call: Promise<unknown>): Promise<AnalysisError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason
  );
  expect(error).toBeInstanceOf(AnalysisError);
  return error as AnalysisError;
}

test('a post is read whole, in the reader’s language', async () => {
  const { documentId, slug } = await createArticle(app);
  await createSummary(app, documentId);
  const post = await reader().posts.get(slug, { lang: 'fr' });
  expect(post.article).toMatchObject({ documentId, slug });
  expect(post.summary?.language).toBe('fr');
  expect(post.rating?.histogram).toEqual({ '1': 0, '2': 0, '3': 0, '4': 0, '5': 0 });
});

test('a reader votes, changes the vote, is known again, and takes it back', async () => {
  const { documentId } = await createArticle(app);
  const given: string[] = [];
  const first = reader({ onVisitor: (token) => given.push(token) });
  expect(first.visitor).toBeNull();
  expect(await first.ratings.rate(documentId, 4)).toMatchObject({ total: 1, mine: 4 });
  expect(await first.ratings.rate(documentId, 2)).toMatchObject({ total: 1, mine: 2 });
  expect(given).toEqual([first.visitor]);
  const later = reader({ visitor: given[0] as string });
  expect(await later.ratings.get(documentId)).toMatchObject({ total: 1, average: 2, mine: 2 });
  expect(await reader().ratings.get(documentId)).toMatchObject({ total: 1, mine: null });
  expect(await later.ratings.withdraw(documentId)).toMatchObject({ total: 0, mine: null });
});

test('five first votes at once are one voter’s, and the last one stands', async () => {
  const { documentId } = await createArticle(app);
  const given: string[] = [];
  const client = reader({ onVisitor: (token) => given.push(token) });
  await Promise.all([1, 2, 3, 4, 5].map((value) => client.ratings.rate(documentId, value)));
  expect(await client.ratings.get(documentId)).toMatchObject({ total: 1, mine: 5 });
  expect(given).toHaveLength(1);
});

test('rankings come with what was asked for', async () => {
  const { documentId } = await createArticle(app);
  const client = reader();
  await client.ratings.rate(documentId, 5);
  const { data, meta } = await client.posts.rankings({ by: 'average', days: 7, limit: 3 });
  expect(meta).toEqual({ by: 'average', days: 7, limit: 3 });
  expect(data.map((card) => card.documentId)).toContain(documentId);
});

test('a comment is written, changed and deleted by whoever has its edit token', async () => {
  const { documentId } = await createArticle(app);
  const client = reader();
  const formToken = await client.comments.formToken();
  const { data, meta } = await client.comments.create(documentId, {
    ...opinion('What about the ferries?'),
    formToken,
  });
  expect(data).toMatchObject({ status: 'approved', content: 'What about the ferries?' });
  const editToken = meta.editToken as string;
  expect((await refusal(client.comments.edit(data.documentId, 'No token.'))).status).toBe(403);
  const edited = await client.comments.edit(data.documentId, 'And the trains?', { editToken });
  expect(edited.data.content).toBe('And the trains?');
  await client.comments.delete(data.documentId, { editToken });
  const gone = await refusal(client.comments.delete(data.documentId, { editToken }));
  expect([gone.status, gone.kind]).toEqual([404, 'NotFoundError']);
});

test('pages follow each other, and so do the replies of a thread', async () => {
  const { documentId } = await createArticle(app);
  const client = reader();
  const roots: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    const { data } = await client.comments.create(documentId, opinion(`Opinion ${at}`));
    roots.push(data.documentId);
  }
  const parent = roots[0] as string;
  for (let at = 0; at < 25; at += 1) {
    await client.comments.create(documentId, opinion(`Answer ${at}`, parent));
  }
  const pages: string[][] = [];
  const threads = [];
  for await (const page of client.comments.pages(documentId, { sort: 'oldest', limit: 2 })) {
    pages.push(page.data.map((thread) => thread.documentId));
    threads.push(...page.data);
    expect(page.meta.total).toBe(30);
  }
  expect(pages).toEqual([roots.slice(0, 2), roots.slice(2, 4), roots.slice(4)]);

  const [first, second] = threads;
  if (first === undefined || second === undefined) throw new Error('no threads');
  const more: string[] = [];
  for await (const page of client.comments.replies(documentId, first, { limit: 3 })) {
    more.push(...page.data.map(({ content }) => content as string));
  }
  expect(first.replies).toHaveLength(20);
  expect(more).toEqual([20, 21, 22, 23, 24].map((at) => `Answer ${at}`));
  for await (const page of client.comments.replies(documentId, second)) {
    throw new Error(`there are no more replies than came: ${page.data.length}`);
  }
  const asked = await client.comments.page(documentId, { limit: 1 });
  expect(asked.data[0]?.documentId).toBe(roots[4]);
});

test('comments and passages are reported, each once', async () => {
  const { documentId } = await createArticle(app);
  const { data } = await reader().comments.create(documentId, opinion('Buy my boats.'));
  const client = reader();
  await client.comments.report(data.documentId, { reason: 'spam' });
  const again = await refusal(client.comments.report(data.documentId, { reason: 'spam' }));
  expect([again.status, again.kind]).toEqual([409, 'ConflictError']);
  const claim = claimBody().data;
  await client.claims.report(documentId, claim);
  const twice = await refusal(client.claims.report(documentId, claim));
  expect([twice.status, Object.keys(twice.byField)]).toEqual([409, ['quote']]);
});

test('a generator delivers posts with an API token', async () => {
  const token = await apiToken(app, ['plugin::analysis.ingest.put']);
  const { title, body, originalLink } = articleData() as Record<string, string>;
  const post = { title: title as string, body: body as string, originalLink };
  const client = reader({ token });
  expect(await client.ingest.put(post)).toMatchObject({ outcome: 'created', title });
  expect(await client.ingest.put(post, { force: true })).toMatchObject({ outcome: 'unchanged' });
  expect((await refusal(reader().ingest.put(post))).status).toBe(403);
});

describe('errors', () => {
  test('faults are told by field, all at once', async () => {
    const { documentId } = await createArticle(app);
    const error = await refusal(
      reader().comments.create(documentId, { content: '', author: { name: 'Ana', email: 'ana' } })
    );
    expect([error.status, error.kind]).toEqual([400, 'ValidationError']);
    expect(Object.keys(error.byField).sort()).toEqual(['author.email', 'content']);
    expect(error.byField['author.email']?.[0]?.code).toBe('invalid_email');
  });

  test('a token that is none is 401, what is revoked 403, what is not there 404', async () => {
    const { documentId, slug } = await createArticle(app);
    expect((await refusal(reader({ token: 'none' }).posts.get(slug))).status).toBe(401);
    expect((await refusal(reader().posts.get('no-such-post'))).status).toBe(404);
    await setPublicPermission(app, 'plugin::analysis.rating.rate', false);
    expect((await refusal(reader().ratings.rate(documentId, 3))).status).toBe(403);
    await setPublicPermission(app, 'plugin::analysis.rating.rate', true);
  });

  test('too large is 413, another type 415, too often 429', async () => {
    const { documentId } = await createArticle(app);
    const large = reader().comments.create(documentId, opinion('x'.repeat(1_100_000)));
    expect((await refusal(large)).status).toBe(413);
    const { http } = reader();
    const { response } = await http.PUT('/articles/{documentId}/rating', {
      params: { path: { documentId } },
      body: { data: { value: 3 } },
      headers: { 'Content-Type': 'text/xml' },
    });
    expect(response.status).toBe(415);
    const client = reader();
    const attempts = [...Array(11).keys()].map(
      (at) => claimBody({ quote: OPENING.slice(0, 3 + at).join(' ') }).data
    );
    const statuses: number[] = [];
    for (const attempt of attempts) {
      statuses.push(
        await client.claims.report(documentId, attempt).then(
          () => 201,
          (error: AnalysisError) => error.status
        )
      );
    }
    expect(statuses).toEqual([...Array(10).fill(201), 429]);
  });

  test('no answer is status 0, and what a proxy wrote is told as it is', async () => {
    const nowhere = createAnalysisClient({ baseUrl: 'http://127.0.0.1:1/api/analysis' });
    const error = await refusal(nowhere.posts.rankings());
    expect([error.status, error.kind, error.cause]).toEqual([
      0,
      'NetworkError',
      expect.objectContaining({ name: 'TypeError' }),
    ]);
    const page = new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
    const proxied = reader({ fetch: async () => page });
    const told = await refusal(proxied.posts.rankings());
    expect([told.status, told.message, told.faults]).toEqual([502, 'Bad Gateway', []]);
  });

  test('a call that is aborted says so', async () => {
    const controller = new AbortController();
    const call = reader().posts.rankings({ signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('the package works in plain Node, as a module and by require', async () => {
  const { slug } = await createArticle(app);
  const body = (load: string) =>
    `${load}; createAnalysisClient({ baseUrl: '${baseUrl}' }).posts.get('${slug}')
      .then((post) => console.log(post.article.slug))`;
  const name = `'strapi-plugin-analysis/client'`;
  for (const args of [
    ['--input-type=module', '-e', body(`import { createAnalysisClient } from ${name}`)],
    ['-e', body(`const { createAnalysisClient } = require(${name})`)],
  ]) {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let heard = '';
    child.stdout.on('data', (chunk) => (heard += String(chunk)));
    const [status] = await once(child, 'close');
    expect([status, heard.trim()]).toEqual([0, slug]);
  }
});
