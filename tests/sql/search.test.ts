import type { SearchResponse } from '../../plugins/analysis/shared/contracts/search';
import { startApp, type OwnApp } from '../helpers/app';
import { databaseClient } from '../helpers/database';
import {
  ARTICLE,
  countSteady,
  createArticle,
  createSummary,
  documents,
  setSummaries,
} from '../helpers/factories';
import { whileLocked } from '../helpers/locks';
import { until } from '../helpers/outside';
import { bodyWith, mark, search } from '../helpers/search';

let app: OwnApp;
beforeAll(async () => {
  app = await startApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const found = async (q: string, more: Record<string, string | number> = {}): Promise<string[]> =>
  (await search(app, { q, ...more }).expect(200)).body.data.map(
    ({ documentId }: { documentId: string }) => documentId
  );

const DROP_INDEX = {
  sqlite: 'drop table analysis_search_fts',
  postgres: 'drop index analysis_searches_words_ft',
  mysql: 'alter table analysis_searches drop index analysis_searches_words_ft',
};
const rows = () => app.strapi.db.query('plugin::analysis.search');
const reindex = (): Promise<{ stray: number }> =>
  app.strapi.plugin('analysis').service('search').reindex();

test('title, summaries and body are searched, and the answer shows where', async () => {
  const word = mark();
  const inBody = await createArticle(app, { body: bodyWith(`A **${word}** <b>& more</b>.`) });
  const inSummary = await createArticle(app);
  await createSummary(app, inSummary.documentId, {
    language: 'fr',
    text: `Le conseil a débattu du ${word} ; la question du risque reste ouverte.`,
  });
  const inTitle = await createArticle(app, { title: `Of ${word} & <others>` });
  const { body, headers } = await search(app, { q: word.toUpperCase(), lang: 'fr' }).expect(200);
  expect(body.meta).toEqual({ q: word.toUpperCase(), limit: 10, nextCursor: null });
  expect(body.data.map(({ documentId }: { documentId: string }) => documentId)).toEqual([
    inTitle.documentId,
    inSummary.documentId,
    inBody.documentId,
  ]);
  expect(body.data[0].snippets).toEqual([
    { field: 'title', language: 'en', html: `Of <mark>${word}</mark> &amp; &lt;others&gt;` },
  ]);
  expect(body.data[1]).toMatchObject({
    summary: { language: 'fr' },
    snippets: [
      { field: 'summary', language: 'fr', html: expect.stringContaining(`<mark>${word}</mark>`) },
    ],
  });
  expect(body.data[2].snippets).toMatchObject([
    { field: 'body', html: expect.stringContaining(`A <mark>${word}</mark> &lt;b&gt;&amp; more`) },
  ]);
  expect(headers['cache-control']).toContain('public');
  expect(headers['cache-tag']).toBe('list');
  expect(headers.vary).toContain('Accept-Language');
});

test('all words have to be there; phrases stand together; accents, case and short words', async () => {
  const word = mark();
  const { documentId } = await createArticle(app, {
    body: bodyWith(`${word} L'été, an AI of the EU spoke to Zoë. Порт 港口计划.`),
  });
  const hits = [documentId];
  expect(await found(`${word} ZOE`)).toEqual(hits);
  expect(await found(`${word} zoë ete`)).toEqual(hits);
  expect(await found(`${word} absent`)).toEqual([]);
  expect(await found(`${word} ai eu the of`)).toEqual(hits);
  expect(await found(`${word} "spoke to zoe"`)).toEqual(hits);
  expect(await found(`${word} "to spoke zoe"`)).toEqual([]);
  expect(await found(`${word} "zoe spoke"`)).toEqual([]);
  expect(await found(`${word} ПОРТ`)).toEqual(hits);
  expect(await found(`${word} 港口`)).toEqual(hits);
  expect(await found(`${word} 口港`)).toEqual([]);
  expect(await found(`${word.slice(0, -1)}*`)).toEqual(hits);
  expect(await found(word.slice(0, -1))).toEqual([]);
  expect(await found('*** " ()')).toEqual([]);
});

test('a publish is found at once; what is drafted, changed, withdrawn or deleted is not', async () => {
  const [word, next] = [mark(), mark()];
  const { documentId } = await createArticle(app, { published: false, body: bodyWith(word) });
  const articles = documents(app, ARTICLE);
  expect(await found(word)).toEqual([]);
  await articles.publish({ documentId });
  expect(await found(word)).toEqual([documentId]);
  await articles.update({ documentId, data: { body: bodyWith(next) } as never });
  expect(await found(next)).toEqual([]);
  await articles.publish({ documentId });
  expect(await found(next)).toEqual([documentId]);
  expect(await found(word)).toEqual([]);
  await articles.unpublish({ documentId });
  expect(await found(next)).toEqual([]);
  await articles.publish({ documentId });
  expect(await found(next)).toEqual([documentId]);
  await articles.delete({ documentId });
  expect(await found(next)).toEqual([]);
  expect(await rows().count({ where: { articleId: documentId } })).toBe(0);
});

test('a summary is found while it is public, by its words of now', async () => {
  const [word, next] = [mark(), mark()];
  const text = (with_: string) => `Le conseil a débattu du ${with_} ; la question reste ouverte.`;
  const { documentId } = await createArticle(app);
  const articles = documents(app, ARTICLE);
  await createSummary(app, documentId, { published: false, text: text(word) });
  expect(await found(word)).toEqual([]);
  await articles.publish({ documentId });
  expect(await found(word)).toEqual([documentId]);
  await setSummaries(app, documentId, [{ language: 'fr', text: text(next) }]);
  expect(await found(next)).toEqual([documentId]);
  expect(await found(word)).toEqual([]);
  await articles.unpublish({ documentId });
  expect(await found(next)).toEqual([]);
  await articles.publish({ documentId });
  expect(await found(next)).toEqual([documentId]);
  await setSummaries(app, documentId, []);
  expect(await found(next)).toEqual([]);
});

test('what a transaction took back is not found', async () => {
  const word = mark();
  await expect(
    app.strapi.db.transaction(async () => {
      await createArticle(app, { body: bodyWith(word) });
      throw new Error('taken back');
    })
  ).rejects.toThrow('taken back');
  expect(await found(word)).toEqual([]);
});

test('publishes and summaries at once leave one entry, with everything', async () => {
  const word = mark();
  const { documentId } = await createArticle(app, { published: false, body: bodyWith(word) });
  const articles = documents(app, ARTICLE);
  await articles.publish({ documentId });
  const languages = ['fr', 'de', 'es', 'it'];
  const publishes = Promise.allSettled([1, 2].map(() => articles.publish({ documentId })));
  await setSummaries(
    app,
    documentId,
    languages.map((language) => ({
      language,
      text: `Le conseil a débattu du ${word}${language} ; la question reste ouverte.`,
    })),
    { publish: false }
  );
  // Strapi itself refuses the second of two that meet, on a database where they can.
  expect((await publishes).map(({ status }) => status)).toContain('fulfilled');
  await articles.publish({ documentId });
  expect(await rows().count({ where: { articleId: documentId } })).toBe(1);
  for (const language of languages) expect(await found(`${word}${language}`)).toEqual([documentId]);
});

test('pages follow each other without a query and with one, and end', async () => {
  const word = mark();
  const made: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    made.unshift((await createArticle(app, { body: bodyWith(word) })).documentId);
  }
  const all: string[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string | number> = { q: word, limit: 2 };
    if (cursor !== null) query.cursor = cursor;
    const { body }: { body: SearchResponse } = await search(app, query).expect(200);
    all.push(...body.data.map(({ documentId }) => documentId));
    cursor = body.meta.nextCursor;
  } while (cursor !== null);
  expect(all).toEqual(made);
  const first = (await search(app, { limit: 2 }).expect(200)).body;
  const second = (await search(app, { limit: 3, cursor: first.meta.nextCursor }).expect(200)).body;
  const listed = [...first.data, ...second.data].map(({ documentId }) => documentId);
  expect([...listed].sort()).toEqual([...made].sort());
  expect(first.data[0].snippets).toEqual([]);
});

test.each([
  ['q=a&q=b', 'q'],
  [`q=${'x'.repeat(201)}`, 'q'],
  [`q=${'a+'.repeat(13)}`, 'q'],
  ['limit=0', 'limit'],
  ['limit=51', 'limit'],
  ['cursor=zzz', 'cursor'],
  [`cursor=${Buffer.from('o999999').toString('base64url')}`, 'cursor'],
  ['lang=no_such', 'lang'],
  ['sort=score', 'sort'],
])('%s is refused', async (query, path) => {
  const { body } = await app.http().get(`/api/analysis/posts?${query}`).expect(400);
  expect(body.error.details.errors[0].path).toEqual([path]);
});

test.each([
  `' or 1=1 --`,
  `" OR words:*`,
  'NEAR(a b)',
  '+a -b >c <d (e) ~f @g',
  'a & !b | c:* <-> d',
  '%_\\',
  '\u202e\u0001\ud83d\ude00',
  '{a}^2',
])('%j is only words', async (q) => {
  await search(app, { q }).expect(200);
});

test('the number of queries does not grow with what is found', async () => {
  const word = mark();
  const add = () => createArticle(app, { body: bodyWith(word) });
  await add();
  const count = () => countSteady(app, () => found(word, { limit: 50 }));
  const one = await count();
  for (let n = 0; n < 6; n += 1) await add();
  expect(await count()).toBe(one);
  expect(one).toBeLessThanOrEqual(7);
});

test('after a restart all is found as before, and what had no entry gets one', async () => {
  const [kept, lost] = [mark(), mark()];
  const one = await createArticle(app, { body: bodyWith(kept) });
  const other = await createArticle(app, { body: bodyWith(lost) });
  await app.strapi.db.connection('analysis_searches').where({ article_id: other.documentId }).del();
  expect(await found(lost)).toEqual([]);
  await app.restart();
  expect(await found(kept)).toEqual([one.documentId]);
  await until(async () => (await found(lost)).length > 0);
  expect(await found(lost)).toEqual([other.documentId]);
});

test('an index that is gone is made again at the next start', async () => {
  const word = mark();
  const { documentId } = await createArticle(app, { body: bodyWith(word) });
  await app.strapi.db.connection.raw(DROP_INDEX[databaseClient()]);
  await app.restart();
  expect(await found(word)).toEqual([documentId]);
  const next = mark();
  await documents(app, ARTICLE).update({ documentId, data: { body: bodyWith(next) } as never });
  await documents(app, ARTICLE).publish({ documentId });
  expect(await found(next)).toEqual([documentId]);
  expect(await found(word)).toEqual([]);
});

test('a reindex puts right what was changed past the hooks', async () => {
  const [word, next] = [mark(), mark()];
  const one = await createArticle(app, { body: bodyWith(word) });
  const gone = await createArticle(app, { body: bodyWith(word) });
  const knex = app.strapi.db.connection;
  await knex('analysis_articles')
    .where({ document_id: one.documentId })
    .update({ body: bodyWith(next) });
  await knex('analysis_articles')
    .where({ document_id: gone.documentId })
    .whereNotNull('published_at')
    .del();
  const { stray } = await reindex();
  expect(stray).toBe(1);
  expect(await found(word)).toEqual([]);
  expect(await found(next)).toEqual([one.documentId]);
});

test('nobody changes a post between its text being read and its entry being written', async () => {
  const { documentId: articleId } = await createArticle(app);
  const entry = { article_id: articleId };
  await app.strapi.db
    .connection('analysis_searches')
    .where(entry)
    .update({ content_hash: 'stale' });
  let free: unknown;
  await whileLocked(
    app,
    (trx) => trx('analysis_searches').where(entry).forUpdate().first('id'),
    () => [reindex()],
    {
      waits: 1,
      async meanwhile(trx) {
        // SQLite's one connection lets nobody else write; on MariaDB it is the deletion of strays
        // that waits for the entry, before any post is read.
        if (databaseClient() !== 'postgres') return;
        free = await trx('analysis_stats').where(entry).forUpdate().skipLocked().first('id');
      },
    }
  );
  expect(free).toBeUndefined();
});
