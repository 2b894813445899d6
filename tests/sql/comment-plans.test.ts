import { sharedApp, type TestApp } from '../helpers/app';
import { commentsPath } from '../helpers/discussion';
import { countQueries, createArticle } from '../helpers/factories';
import { analyse, planFaults } from '../helpers/plans';
import { insertComments, threads } from '../helpers/threads';

interface Paged {
  meta: { nextCursor: string | null };
}

let app: TestApp;
let large: string;
let long: string;
/** More than one page, as a smaller discussion is read at once. */
let quiet: string;
/** A discussion that fits a page. */
let few: string;
const knex = () => app.strapi.db.connection;

beforeAll(async () => {
  app = await sharedApp({ config: { 'delivery.cache.enabled': false } });
  large = (await createArticle(app)).documentId;
  const made = threads(Array.from({ length: 3_000 }, (_, n) => (n === 1_500 ? 2_000 : n % 2)));
  await insertComments(app, large, made);
  const counts = new Map<string, number>();
  for (const { root_id } of made) counts.set(root_id, (counts.get(root_id) ?? 0) + 1);
  [long] = [...counts].find(([, count]) => count > 1_000) as [string, number];
  quiet = (await createArticle(app)).documentId;
  await insertComments(app, quiet, threads([20]));
  few = (await createArticle(app)).documentId;
  await insertComments(app, few, threads([2, 0, 1]));
  // As many articles as planners need to prefer an index on them.
  await app.strapi.db.connection.batchInsert(
    'analysis_stats',
    Array.from({ length: 2_000 }, (_, n) => ({
      document_id: `stats${n}`,
      article_id: `article${n}`,
      comments_visible: 0,
    })),
    100
  );
  await analyse(app);
});

afterAll(() => app.stop());

const get = (query: string, of: string) => app.http().get(`${commentsPath(of)}${query}`);

test('a page costs the same number of queries whatever the number of comments', async () => {
  for (const sort of ['newest', 'oldest', 'discussed']) {
    const one = await countQueries(app, () => get(`?sort=${sort}`, quiet));
    const many = await countQueries(app, () => get(`?sort=${sort}&limit=40`, large));
    expect(one.result.status).toBe(200);
    expect(many.result.body.data).toHaveLength(40);
    // The lists themselves, so that a failure names the statement that is one too many.
    expect(many.queries).toHaveLength(one.queries.length);
    expect(many.queries.length).toBeLessThanOrEqual(4);
  }
});

test('every page is read from an index, in its order', async () => {
  const comments = app.strapi.plugin('analysis').service('comments');
  const faults: unknown[] = [];
  const tried: number[] = [];
  for (const sort of ['newest', 'oldest', 'discussed']) {
    let middle: string | null = null;
    for (let n = 0; n < 15; n += 1) {
      const page: Paged = await comments.page(large, { sort, limit: 100, cursor: middle });
      middle = page.meta.nextCursor;
    }
    for (const cursor of [null, middle]) {
      const read = () => comments.page(large, { sort, limit: 20, cursor });
      const plans = await planFaults(app, read);
      tried.push(plans.explained);
      faults.push(...plans.faults);
    }
  }
  let middle: string | null = null;
  for (let n = 0; n < 10; n += 1) {
    const page: Paged = await comments.replies(large, long, { limit: 100, cursor: middle });
    middle = page.meta.nextCursor;
  }
  for (const cursor of [null, middle]) {
    const plans = await planFaults(app, () => comments.replies(large, long, { cursor }));
    tried.push(plans.explained);
    faults.push(...plans.faults);
  }
  expect(faults).toEqual([]);
  // Roots and their first replies; a thread and its further ones.
  expect(tried).toEqual([2, 2, 2, 2, 2, 2, 2, 2]);
});

test('a discussion that fits a page is one read of an index', async () => {
  const comments = app.strapi.plugin('analysis').service('comments');
  for (const sort of ['newest', 'oldest', 'discussed']) {
    const read = () => comments.page(few, { sort, limit: 20 });
    expect(await planFaults(app, read, { small: true })).toEqual({ faults: [], explained: 1 });
  }
});

test('the plans of what does scan or sort are told apart', async () => {
  const scan = await planFaults(app, () =>
    knex()('analysis_comments').where('content', 'like', '%x%').select('id')
  );
  const sort = await planFaults(app, () =>
    knex()('analysis_comments')
      .where({ article_id: large, visible: true, depth: 0 })
      .orderBy('content')
      .select('id')
      .limit(20)
  );
  expect(scan.faults).not.toEqual([]);
  expect(sort.faults).not.toEqual([]);
});

test('a voter’s ratings and an article’s counters are read by their indexes', async () => {
  const { faults } = await planFaults(
    app,
    async () => {
      await knex()('analysis_ratings').where({ article_id: large }).whereIn('voter_key', ['a']);
      await knex()('analysis_stats').where({ article_id: large });
    },
    { small: true }
  );
  expect(faults).toEqual([]);
});
