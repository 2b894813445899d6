import { startApp, type TestApp } from '../helpers/app';
import { apiToken, ARTICLE, articleData, createArticle, documents } from '../helpers/factories';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await startApp();
  token = await apiToken(app, 'full-access');
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const path = '/api/analysis/articles';
const asToken = () => ({ Authorization: `Bearer ${token}` });

test('slugs: numbered, transliterated, following the title until published, then staying', async () => {
  const title = `Überfahrt nach Ærø ${Date.now()}`;
  const first = await createArticle(app, { title, language: 'de', published: false });
  const second = await createArticle(app, { title, language: 'de' });
  expect(first.slug).toMatch(/^ueberfahrt-nach-aero-\d+$/);
  expect(second.slug).toBe(`${first.slug}-2`);
  const articles = documents(app, ARTICLE);
  const retitle = async (documentId: string) =>
    (await articles.update({
      documentId,
      data: { title: `${title} retold` } as never,
    })) as unknown as {
      slug: string;
    };
  expect((await retitle(first.documentId)).slug).toBe(`${first.slug}-retold`);
  expect((await retitle(second.documentId)).slug).toBe(second.slug);
  const wordless = await createArticle(app, { title: '評議会の決定' });
  expect(wordless.slug).toMatch(/^[a-z0-9]{8}$/);
});

test('parallel creations of one title get slugs of their own', async () => {
  const title = `All at once ${Date.now()}`;
  const made = await Promise.all(Array.from({ length: 8 }, () => createArticle(app, { title })));
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(8);
});

test('parallel creations from one story leave one article', async () => {
  const originalLink = `https://news.example.com/one-story/${Date.now()}`;
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      app
        .http()
        .post(path)
        .set(asToken())
        .send({ data: articleData({ originalLink }) })
    )
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
});

test('deleting an article frees its link and its address, and leaves nothing behind', async () => {
  const data = articleData();
  const { documentId, slug } = await createArticle(app, data);
  await app.http().delete(`${path}/${documentId}`).set(asToken()).expect(204);
  const knex = app.strapi.db.connection;
  for (const table of [
    'analysis_slugs',
    'analysis_sources',
    'analysis_stats',
    'analysis_summaries',
  ]) {
    expect(await knex(table).where({ article_id: documentId })).toEqual([]);
  }
  expect((await createArticle(app, data)).slug).toBe(slug);
});

test('a failed write changes nothing, of the slug, the source or the counters', async () => {
  const { documentId } = await createArticle(app);
  const { slug: taken } = await createArticle(app);
  const knex = app.strapi.db.connection;
  const state = async () =>
    Promise.all(
      ['analysis_slugs', 'analysis_sources'].map((table) =>
        knex(table).where({ article_id: documentId }).orderBy('id').select('id')
      )
    );
  const before = await state();
  await app
    .http()
    .put(`${path}/${documentId}`)
    .set(asToken())
    .send({ data: { slug: taken, originalLink: 'https://news.example.com/moved-on' } })
    .expect(409);
  expect(await state()).toEqual(before);
});

test('a write that the database ends for a reason that passes is tried again, whole', async () => {
  const { documentId } = await createArticle(app);
  let tries = 0;
  const stop = app.strapi.documents.use(async (context, next) => {
    if (context.uid !== ARTICLE || context.action !== 'update') return next();
    tries += 1;
    const written = await next();
    // As MySQL, PostgreSQL and SQLite name it; the first transaction is rolled back with it.
    if (tries <= 3) {
      const code = ['ER_LOCK_DEADLOCK', '40P01', 'SQLITE_BUSY'][tries - 1];
      throw Object.assign(new Error('ended by the database'), { code });
    }
    return written;
  }) as unknown as () => void;
  try {
    const updated = await documents(app, ARTICLE).update({
      documentId,
      data: { sourceName: 'Second try' } as never,
    });
    expect(updated).toMatchObject({ sourceName: 'Second try' });
    expect(tries).toBe(4);
  } finally {
    stop();
  }
});
