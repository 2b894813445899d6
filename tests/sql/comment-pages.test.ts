import { startApp, type OwnApp } from '../helpers/app';
import {
  approvedComment,
  commentsPath,
  decide,
  expectCountersExact,
  outline,
  type Node,
} from '../helpers/discussion';
import { countQueries, createArticle } from '../helpers/factories';
import { insertComments, rowId, threads, type Row } from '../helpers/threads';

let app: OwnApp;
let article: string;
const ROOTS = 45;
const REPLIES = 50;

/** Rows as the service writes them, in bulk; every third shares its millisecond with another. */
function rows(): Row[] {
  const T0 = Date.parse('2026-02-01T00:00:00Z');
  const roots = Array.from({ length: ROOTS }, (_, n): Row => {
    const documentId = rowId('root');
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
      document_id: rowId('reply'),
      parent_id: parent.document_id,
      root_id: busy.document_id,
      depth: parent.depth + 1,
      created_at: new Date(T0 + 60_000 + Math.floor(n / 4) * 1000),
      content: `reply ${n}`,
    });
  }
  return [...roots, ...replies];
}

beforeAll(async () => {
  app = await startApp();
  article = (await createArticle(app)).documentId;
  await insertComments(app, article, rows());
});
afterAll(() => app.stop());

const get = (query: string, of = article) => app.http().get(`${commentsPath(of)}${query}`);

/** Follows the cursors to the end. */
async function walk(query: string, of = article): Promise<Node[]> {
  const seen: Node[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body }: { body: { data: Node[]; meta: { nextCursor: string | null } } } = await get(
      `?${query}&cursor=${cursor}`,
      of
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

test.each([1, 7, 100])('walking the most discussed first, %d at a time', async (limit) => {
  const { documentId } = await createArticle(app);
  const counts = Array.from({ length: 24 }, (_, n) => (n % 5 === 0 ? 3 : n % 3));
  await insertComments(app, documentId, threads(counts));
  const all = await walk(`sort=discussed&limit=${limit}`, documentId);
  const expected = counts
    .map((count, n) => ({ count, n }))
    .sort((left, right) => right.count - left.count || right.n - left.n)
    .map(({ n }) => `root ${n}`);
  expect(all.map(({ content }) => content)).toEqual(expected);
});

test('a thread moves up and down with what is visible in it', async () => {
  const { documentId } = await createArticle(app);
  const quiet = await approvedComment(app, documentId, { content: 'quiet' });
  const busy = await approvedComment(app, documentId, { content: 'busy' });
  const inOrder = async () => {
    await expectCountersExact(app);
    const { body } = await get('?sort=discussed', documentId).expect(200);
    expect(body.meta.sort).toBe('discussed');
    return body.data.map(({ content, replyTotal }: { content: string; replyTotal: number }) => [
      content,
      replyTotal,
    ]);
  };
  expect(await inOrder()).toEqual([
    ['busy', 0],
    ['quiet', 0],
  ]);
  const reply = await approvedComment(app, documentId, { parent: quiet.documentId });
  const below = await approvedComment(app, documentId, { parent: reply.documentId });
  expect(await inOrder()).toEqual([
    ['quiet', 2],
    ['busy', 0],
  ]);
  await decide(app, reply.documentId, 'rejected');
  expect(await inOrder()).toEqual([
    ['busy', 0],
    ['quiet', 0],
  ]);
  await decide(app, reply.documentId, 'approved');
  await approvedComment(app, documentId, { parent: busy.documentId });
  expect(await inOrder()).toEqual([
    ['quiet', 2],
    ['busy', 1],
  ]);
  const remove = ({ documentId: commentId, editToken }: typeof reply) =>
    app
      .http()
      .delete(`/api/analysis/comments/${commentId}`)
      .set('X-Analysis-Edit-Token', editToken)
      .expect(204);
  // The place that a deleted comment leaves is shown, and counted neither here nor in the total.
  await remove(reply);
  expect(await inOrder()).toEqual([
    ['busy', 1],
    ['quiet', 1],
  ]);
  const { body } = await get('', documentId).expect(200);
  const replyTotals = body.data.map(({ replyTotal }: { replyTotal: number }) => replyTotal);
  expect(body.meta.total).toBe(body.data.length + replyTotals[0] + replyTotals[1]);
  await remove(below);
  expect(await inOrder()).toEqual([
    ['busy', 1],
    ['quiet', 0],
  ]);
});

test('where comments are public at once, so is their number', async () => {
  app.strapi.config.set('plugin::analysis.comments.initialStatus', 'approved');
  const { documentId } = await createArticle(app);
  const post = (parent?: string) =>
    app
      .http()
      .post(commentsPath(documentId))
      .send({
        data: {
          content: `Public at once ${rowId('x')}`,
          author: { name: 'Ana', email: 'ana@example.com' },
          ...(parent ? { parent } : {}),
        },
      })
      .expect(201);
  const root = (await post()).body.data.documentId;
  await post((await post(root)).body.data.documentId);
  app.strapi.config.set('plugin::analysis.comments.initialStatus', 'pending');
  const { body } = await get('?sort=discussed', documentId).expect(200);
  expect(body.data[0].replyTotal).toBe(2);
  await expectCountersExact(app);
});

test('recount mends a wrong number of replies, and an upgrade counts those that were there', async () => {
  const { documentId } = await createArticle(app);
  await insertComments(app, documentId, threads([2, 0, 5]));
  const roots = () =>
    app.strapi.db.connection('analysis_comments').where({ article_id: documentId, depth: 0 });
  const stored = async () => (await roots().orderBy('id').select('reply_count')) as object[];
  const truth = [2, 0, 5].map((reply_count) => ({ reply_count }));
  expect(await stored()).toEqual(truth);
  await roots().update({ reply_count: 7 });
  const recount = () => app.strapi.plugin('analysis').service('housekeeping').recount();
  expect((await recount()).corrected).toBe(1);
  expect(await stored()).toEqual(truth);
  expect((await recount()).corrected).toBe(0);

  await roots().update({ reply_count: null });
  await app.strapi
    .store({ type: 'plugin', name: 'analysis', key: 'threads-counted-without-deleted' })
    .delete({});
  await app.restart();
  expect(await stored()).toEqual(truth);
});

test.each([
  ['newest', 'discussed'],
  ['discussed', 'oldest'],
])('a cursor of the order %s is none of the order %s', async (one, other) => {
  const { body } = await get(`?sort=${one}&limit=1`).expect(200);
  const refused = await get(`?sort=${other}&cursor=${body.meta.nextCursor}`).expect(400);
  expect(refused.body.error.details.errors[0].path).toEqual(['cursor']);
});

test('a comment that arrives while a reader pages is not shown twice nor hides another', async () => {
  const first = (await get('?limit=10').expect(200)).body;
  await insertComments(app, article, [
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
  await app.strapi.plugin('analysis').service('housekeeping').recount();
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

test('a discussion that is read at once looks as one that is read in parts', async () => {
  const { documentId } = await createArticle(app);
  await insertComments(app, documentId, threads([2, 0, 1]));
  const service = app.strapi.plugin('analysis').service('comments');
  for (const sort of ['newest', 'oldest', 'discussed']) {
    const read = (limit: number) =>
      countQueries(app, (): Promise<{ items: unknown[]; meta: object }> =>
        service.page(documentId, { sort, limit })
      );
    const [whole, parts] = [await read(6), await read(5)];
    expect(whole.result.items).toHaveLength(3);
    expect(whole.result.items).toEqual(parts.result.items);
    expect(whole.result.meta).toEqual({ ...parts.result.meta, limit: 6 });
    expect(whole.queries).toHaveLength(parts.queries.length - 1);
  }
});

test('an article that counts fewer comments than it has is read in parts', async () => {
  const { documentId } = await createArticle(app);
  await insertComments(app, documentId, threads([1, 0, 0, 0, 0, 0, 0]));
  await app.strapi.db
    .connection('analysis_stats')
    .where({ article_id: documentId })
    .update({ comments_visible: 1 });
  const { body } = await app
    .http()
    .get(`${commentsPath(documentId)}?limit=3`)
    .expect(200);
  expect(body.data).toHaveLength(3);
  expect(body.meta).toMatchObject({ total: 1, nextCursor: expect.any(String) });
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
