import type { Knex } from 'knex';
import { startApp, type TestApp } from '../helpers/app';
import { claimBody, claimsPath } from '../helpers/claims';
import { databaseClient } from '../helpers/database';
import {
  approvedComment,
  commentBody,
  commentsPath,
  expectCountersExact,
  postComment,
} from '../helpers/discussion';
import { adminToken, apiToken, articleData, createArticle, visitor } from '../helpers/factories';
import { lockCounters, startSecond, whileLocked, type Second } from '../helpers/locks';

/** Two processes on one database: what only its locks keep apart, and what a second try cures. */
let app: TestApp;
let here: string;
let second: Second;
let admin: string;
beforeAll(async () => {
  app = await startApp({ config: { 'comments.triage': true } });
  here = await app.listen();
  second = await startSecond(app);
  admin = await adminToken(app);
});
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await expectCountersExact(app);
});
afterAll(async () => {
  await second.stop();
  await app.stop();
});

interface Answer {
  status: number;
  // The answers of several routes.
  body: { data?: Record<string, unknown> | null };
}

const ask = async (
  base: string,
  method: string,
  path: string,
  { headers = {}, data }: { headers?: Record<string, string>; data?: unknown } = {}
): Promise<Answer> => {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: { ...headers, ...(data === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(data === undefined ? {} : { body: JSON.stringify({ data }) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
};
const both = () => [here, second.url];
const asAdmin = () => ({ Authorization: `Bearer ${admin}` });
const ratingOf = (articleId: string) => `/api/analysis/articles/${articleId}/rating`;
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort();
const totals = (answers: Answer[]) => answers.map(({ body }) => body.data?.total).sort();

test('one reader’s votes on both are one vote', async () => {
  const { documentId } = await createArticle(app);
  const vote = (base: string) =>
    ask(base, 'PUT', ratingOf(documentId), { headers: visitor('one'), data: { value: 4 } });
  const answers = await whileLocked(app, documentId, () => both().map(vote), { waits: 2 });
  expect(statuses(answers)).toEqual([200, 200]);
  expect(totals(answers)).toEqual([1, 1]);
});

test('of two readers’ votes the later one is answered with both', async () => {
  const { documentId } = await createArticle(app);
  const answers = await whileLocked(
    app,
    documentId,
    () =>
      both().map((base, at) =>
        ask(base, 'PUT', ratingOf(documentId), { headers: visitor(`of-${at}`), data: { value: 4 } })
      ),
    { waits: 2 }
  );
  expect(totals(answers)).toEqual(databaseClient() === 'sqlite' ? expect.any(Array) : [1, 2]);
  const { body } = await ask(here, 'GET', ratingOf(documentId));
  expect(body.data?.total).toBe(2);
});

test('a vote that is withdrawn on both is taken back once', async () => {
  const { documentId } = await createArticle(app);
  for (const who of ['stays', 'goes']) {
    await ask(here, 'PUT', ratingOf(documentId), { headers: visitor(who), data: { value: 3 } });
  }
  const withdraw = (base: string) =>
    ask(base, 'DELETE', ratingOf(documentId), { headers: visitor('goes') });
  const answers = await whileLocked(app, documentId, () => both().map(withdraw), { waits: 2 });
  expect(statuses(answers)).toEqual([200, 200]);
  expect(totals(answers)).toEqual([1, 1]);
});

test('what one author says on both is said once', async () => {
  const { documentId } = await createArticle(app);
  const say = (base: string) =>
    ask(base, 'POST', commentsPath(documentId), {
      headers: visitor('twice'),
      ...commentBody({ content: 'The very same words on both.' }),
    });
  const answers = await whileLocked(app, documentId, () => both().map(say), { waits: 2 });
  expect(statuses(answers)).toEqual([201, 201]);
  expect(answers.map(({ body }) => body.data?.status).sort()).toEqual(['pending', 'rejected']);
});

test('a comment that waits is refused once its discussion is closed', async () => {
  const { documentId } = await createArticle(app);
  const say = () =>
    ask(second.url, 'POST', commentsPath(documentId), {
      headers: visitor('late'),
      ...commentBody({ content: 'Words that came late.' }),
    });
  const answers = await whileLocked(app, documentId, () => [say()], {
    waits: 1,
    meanwhile: (trx) =>
      trx('analysis_articles')
        .where({ document_id: documentId })
        .update({ discussion_closed: true }),
  });
  expect(statuses(answers)).toEqual([403]);
});

test('a bulk decides on no text that was edited while it waited', async () => {
  const { documentId } = await createArticle(app);
  const edited = await postComment(app, documentId, { content: 'As it was seen.' });
  const same = await postComment(app, documentId, { content: 'This one stays.' }, 'bo');
  const until = new Date().toISOString();
  const decide = () =>
    ask(second.url, 'POST', '/analysis/moderation/bulk', {
      headers: asAdmin(),
      data: {
        status: 'approved',
        matching: { tab: 'pending', filters: { article: documentId }, until },
      },
    });
  const [answer] = await whileLocked(app, documentId, () => [decide()], {
    waits: 1,
    meanwhile: (trx) =>
      trx('analysis_comments')
        .where({ document_id: edited.documentId })
        .update({ content: 'Something else.', edited_at: new Date(Date.now() + 1_000) }),
  });
  expect(answer).toMatchObject({ status: 200, body: { data: { changed: 1 } } });
  const states = await app.strapi.db
    .connection('analysis_comments')
    .whereIn('document_id', [edited.documentId, same.documentId])
    .orderBy('id')
    .select('content', 'state');
  expect(states).toEqual([
    { content: 'Something else.', state: 'pending' },
    { content: 'This one stays.', state: 'approved' },
  ]);
});

test('one reader’s reports of a claim on both are one', async () => {
  const { documentId } = await createArticle(app);
  const report = (base: string) =>
    ask(base, 'POST', claimsPath(documentId), { headers: visitor('claimant'), ...claimBody() });
  const answers = await whileLocked(app, documentId, () => both().map(report), { waits: 2 });
  expect(statuses(answers)).toEqual([201, 409]);
});

test('a report that something else stores meanwhile is one that was there', async () => {
  const { documentId } = await createArticle(app);
  const report = () =>
    ask(second.url, 'POST', claimsPath(documentId), { headers: visitor('again'), ...claimBody() });
  expect((await report()).status).toBe(201);
  const claims = () =>
    app.strapi.db.connection('analysis_claims').where({ article_id: documentId });
  const { id: _id, ...row } = await claims().first();
  await claims().delete();
  // By a restored backup, say, which knows nothing of the article's lock: the index is what is left.
  const restore = (trx: Knex.Transaction) => trx('analysis_claims').insert(row);
  const answers = await whileLocked(app, restore, () => [report()], { waits: 1 });
  expect(statuses(answers)).toEqual([409]);
  expect(await claims()).toHaveLength(1);
});

test('posts that come to both at once make one article each', async () => {
  const token = await apiToken(app, ['plugin::analysis.ingest.put']);
  const posts = Array.from({ length: 8 }, () => articleData());
  const answers = await Promise.all(
    posts.flatMap((data) =>
      both().map((base) =>
        ask(base, 'PUT', '/api/analysis/posts', {
          headers: { Authorization: `Bearer ${token}` },
          data,
        })
      )
    )
  );
  expect(answers.map(({ body }) => body.data?.outcome ?? body).sort()).toEqual([
    ...posts.map(() => 'created'),
    ...posts.map(() => 'unchanged'),
  ]);
  expect(new Set(answers.map(({ body }) => body.data?.documentId)).size).toBe(posts.length);
});

/**
 * Has a decision on comments of two articles, which locks both, meet a transaction that locks them
 * the other way round.
 * @returns false when the database ended that one instead
 */
async function deadlock(decide: () => Promise<Answer>, [first, last]: [string, string]) {
  try {
    const answers = await whileLocked(app, last, () => [decide()], {
      waits: 1,
      async meanwhile(trx) {
        // MariaDB ends the one that has written less.
        await trx('strapi_core_store_settings').insert(
          Array.from({ length: 50 }, (_, n) => ({ key: `of a deadlock ${n}`, value: 'x' }))
        );
        await lockCounters(trx, first);
        await trx('strapi_core_store_settings').where('key', 'like', 'of a deadlock %').delete();
      },
    });
    return answers;
  } catch (error) {
    if (!/deadlock/i.test((error as Error).message)) throw error;
    return null;
  }
}

test('a decision that the database ends for a deadlock is made all the same', async () => {
  const articles = (await Promise.all([createArticle(app), createArticle(app)]))
    .map(({ documentId }) => documentId)
    .sort() as [string, string];
  const comments = [];
  for (const [at, id] of articles.entries()) {
    comments.push(await approvedComment(app, id, { content: `Of a deadlock, ${at}.` }));
  }
  const items = comments.map(({ documentId }) => ({ documentId }));
  let answers: Answer[] | null = null;
  // Which of the two is ended is the database's own choice.
  for (const status of ['rejected', 'approved', 'rejected', 'approved', 'rejected']) {
    const decide = () =>
      ask(second.url, 'POST', '/analysis/moderation/bulk', {
        headers: asAdmin(),
        data: { status, items },
      });
    answers = await deadlock(decide, articles);
    if (answers !== null) break;
  }
  expect(answers).toMatchObject([{ status: 200, body: { data: { changed: 2, skipped: [] } } }]);
});
