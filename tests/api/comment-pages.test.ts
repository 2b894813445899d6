import { randomBytes } from 'node:crypto';
import { startApp, type TestApp } from '../helpers/app';
import { databaseClient } from '../helpers/database';
import { commentsPath, outline, type Node } from '../helpers/discussion';
import { countQueries, createArticle, emptyCache } from '../helpers/factories';

let app: TestApp;
let article: string;
const ROOTS = 45;
const REPLIES = 50;

const id = (mark: string) => `${mark}${randomBytes(10).toString('hex')}`;

interface Row {
  document_id: string;
  parent_id: string | null;
  root_id: string;
  depth: number;
  created_at: Date;
  content: string;
}

/** Rows as the service writes them, in bulk; every third shares its millisecond with another. */
function rows(): Row[] {
  const T0 = Date.parse('2026-02-01T00:00:00Z');
  const roots = Array.from({ length: ROOTS }, (_, n): Row => {
    const documentId = id('root');
    return {
      document_id: documentId,
      parent_id: null,
      root_id: documentId,
      depth: 0,
      created_at: new Date(T0 + Math.floor(n / 3) * 1000),
      content: `root ${n}`,
    };
  });
  const busy = roots[ROOTS - 1] as Row;
  const replies: Row[] = [];
  for (let n = 0; n < REPLIES; n += 1) {
    const parent = n % 2 === 0 ? busy : (replies[n - 1] as Row);
    replies.push({
      document_id: id('reply'),
      parent_id: parent.document_id,
      root_id: busy.document_id,
      depth: parent.depth + 1,
      created_at: new Date(T0 + 60_000 + Math.floor(n / 4) * 1000),
      content: `reply ${n}`,
    });
  }
  return [...roots, ...replies];
}

async function insert(articleId: string, made: Row[]): Promise<void> {
  const knex = app.strapi.db.connection;
  await knex.batchInsert(
    'analysis_comments',
    made.map((row) => ({
      ...row,
      article_id: articleId,
      state: 'approved',
      visible: true,
      author_name: 'Ana',
      report_count: 0,
    })),
    50
  );
  await app.strapi.plugin('analysis').service('stats').recount();
}

beforeAll(async () => {
  app = await startApp();
  article = (await createArticle(app)).documentId;
  await insert(article, rows());
});
afterAll(() => app.stop());

const get = (query: string) => app.http().get(`${commentsPath(article)}${query}`);

/** Follows the cursors to the end. */
async function walk(query: string): Promise<Node[]> {
  const seen: Node[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body }: { body: { data: Node[]; meta: { nextCursor: string | null } } } = await get(
      `?${query}&cursor=${cursor}`
    ).expect(200);
    seen.push(...body.data);
    cursor = body.meta.nextCursor;
  }
  return seen;
}

test.each([
  ['newest', 7],
  ['oldest', 7],
  ['newest', 100],
  ['oldest', 45],
])('walking %s first, %d at a time, meets every thread once, in order', async (sort, limit) => {
  const all = await walk(`sort=${sort}&limit=${limit}`);
  const expected = Array.from({ length: ROOTS }, (_, n) => `root ${n}`);
  if (sort === 'newest') expected.reverse();
  expect(all.map(({ content }) => content)).toEqual(expected);
});

test('a comment that arrives while a reader pages is not shown twice nor hides another', async () => {
  const first = (await get('?limit=10').expect(200)).body;
  await insert(article, [
    {
      ...(rows()[0] as Row),
      content: 'late',
      created_at: new Date(),
    },
  ]);
  const second = (await get(`?limit=10&cursor=${first.meta.nextCursor}`).expect(200)).body;
  const contents = [...first.data, ...second.data].map(({ content }: Node) => content);
  expect(contents).toEqual(Array.from({ length: 20 }, (_, n) => `root ${ROOTS - 1 - n}`));
  await app.strapi.db
    .connection('analysis_comments')
    .where({ article_id: article, content: 'late' })
    .delete();
  await app.strapi.plugin('analysis').service('stats').recount();
});

test('a long thread comes with its first replies, and the rest is paged', async () => {
  const { body } = await get('?limit=1').expect(200);
  const [thread] = body.data;
  expect(body.meta.total).toBe(ROOTS + REPLIES);
  expect(thread.replyTotal).toBe(REPLIES);
  expect(outline([thread]).flat(9)).toHaveLength(21);
  const rest: Node[] = [];
  let cursor = thread.repliesCursor as string | null;
  while (cursor !== null) {
    const page = await get(`?thread=${thread.documentId}&limit=7&cursor=${cursor}`).expect(200);
    rest.push(...page.body.data);
    cursor = page.body.meta.nextCursor;
  }
  expect(rest.map(({ content }) => content)).toEqual(
    Array.from({ length: REPLIES - 20 }, (_, n) => `reply ${n + 20}`)
  );
});

test.each([
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=ten', 'limit'],
  ['cursor=nonsense', 'cursor'],
  ['cursor[]=a', 'cursor'],
  ['sort=best', 'sort'],
  ['sort[a]=b', 'sort'],
  ['filters[authorEmail][$startsWith]=a', 'filters'],
  ['populate=*', 'populate'],
  ['fields=authorEmail', 'fields'],
])('?%s is refused, naming the parameter', async (query, path) => {
  const { body } = await get(`?${query}`).expect(400);
  expect(body.error.details.errors[0].path).toEqual([path]);
});

test('an unknown thread is 404', async () => {
  await get('?thread=nosuchthread').expect(404);
  const other = await createArticle(app);
  const [root] = (await get('?limit=1')).body.data;
  await app
    .http()
    .get(`${commentsPath(other.documentId)}?thread=${root.documentId}`)
    .expect(404);
});

test('a page costs the same number of queries whatever the number of comments', async () => {
  const quiet = await createArticle(app);
  // What Strapi does after the article's commit is not the page's.
  await app.http().get(commentsPath(quiet.documentId)).expect(200);
  await emptyCache(app);
  const few = await countQueries(app, () => app.http().get(commentsPath(quiet.documentId)));
  await emptyCache(app);
  const many = await countQueries(app, () => get('?limit=40'));
  expect(few.result.status).toBe(200);
  expect(many.result.body.data).toHaveLength(40);
  expect(many.queries.length).toBe(few.queries.length);
  expect(many.queries.length).toBeLessThanOrEqual(3);
  expect(many.queries.length).toBeGreaterThan(0);
});

test('ratings and comments are read by their indexes', async () => {
  const knex = app.strapi.db.connection;
  const statements = [
    knex('analysis_comments')
      .where({ article_id: article, visible: true, depth: 0 })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(20),
    knex('analysis_comments').where({ root_id: 'x', visible: true }),
    knex('analysis_ratings').where({ article_id: article }).whereIn('voter_key', ['a', 'b']),
    knex('analysis_stats').where({ article_id: article }),
  ];
  for (const statement of statements) {
    const { sql, bindings } = statement.toSQL();
    const explain = databaseClient() === 'sqlite' ? 'explain query plan' : 'explain';
    const plan = await knex.transaction(async (trx) => {
      // Small tables: PostgreSQL would rather read them whole, which says nothing about large ones.
      if (databaseClient() === 'postgres') await trx.raw('set local enable_seqscan = off');
      return JSON.stringify(await trx.raw(`${explain} ${sql}`, bindings as never));
    });
    expect(plan).toMatch(/analysis_(comments|ratings|stats)_\w+/);
  }
});
