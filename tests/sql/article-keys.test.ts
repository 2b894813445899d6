import { createHash } from 'node:crypto';
import { startApp, type OwnApp } from '../helpers/app';
import { apiToken, ARTICLE, articleData, createArticle, documents } from '../helpers/factories';

let app: OwnApp;
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

test('a slug of an earlier version follows the title until its article is published', async () => {
  const mark = Date.now();
  const title = `Rates 3.5% for AT&T ${mark}`;
  const made = await createArticle(app, { title, published: false });
  expect(made.slug).toBe(`rates-3-5-percent-for-at-and-t-${mark}`);
  const earlier = `rates-35percent-for-atandt-${mark}`;
  const knex = app.strapi.db.connection;
  for (const table of ['analysis_articles', 'analysis_slugs']) {
    await knex(table).where({ slug: made.slug }).update({ slug: earlier });
  }
  const articles = documents(app, ARTICLE);
  const update = async (data: Record<string, unknown>) =>
    (await articles.update({ documentId: made.documentId, data: data as never })) as unknown as {
      slug: string;
    };
  expect((await update({ sourceName: 'Example News' })).slug).toBe(earlier);
  const retold = await update({ title: `<b>AT&amp;T</b>—retold ${mark}`, language: 'fr' });
  expect(retold.slug).toBe(`at-et-t-retold-${mark}`);
});

test('a topic of an earlier version is found again by its name', async () => {
  const knex = app.strapi.db.connection;
  const topics = documents(app, 'plugin::analysis.topic');
  const name = `Q&A ${Date.now()}`;
  const slug = name.toLowerCase().replace('&', 'and').replace(' ', '-');
  await topics.create({ data: { name, slug, kind: 'subject' } as never });
  await app
    .http()
    .put('/api/analysis/posts')
    .set(asToken())
    .send({ data: { ...articleData(), topics: [name, 'R&D of ferries'] } })
    .expect(201);
  expect(await knex('analysis_topics').where({ name }).select('slug')).toEqual([{ slug }]);
  expect(await knex('analysis_topics').where({ name: 'R&D of ferries' }).select('slug')).toEqual([
    { slug: 'r-and-d-of-ferries' },
  ]);
});

test('a topic whose name or slug is none is refused, whoever writes it', async () => {
  const topics = documents(app, 'plugin::analysis.topic');
  const write = (data: object) => topics.create({ data: { kind: 'subject', ...data } as never });
  const refusals = [
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ name: 'Harbours', slug: 'Harbours_of' }, 'slug'],
  ] as const;
  for (const [data, field] of refusals) {
    await expect(write(data)).rejects.toMatchObject({ details: { errors: [{ path: [field] }] } });
  }
  const { documentId } = await write({ name: `Harbours ${Date.now()}` });
  await expect(
    topics.update({ documentId, data: { slug: 'Harbours_of' } as never })
  ).rejects.toMatchObject({ details: { errors: [{ path: ['slug'] }] } });
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

describe('a story is known by its link', () => {
  const ingest = (originalLink: string, body?: string) =>
    app
      .http()
      .put('/api/analysis/posts')
      .set(asToken())
      .send({ data: articleData({ originalLink, ...(body ? { body } : {}) }) });
  const mark = () => `${Date.now()}-${Math.random().toString(36).slice(2)}`;

  test.each([
    ['parameters that name it', (m: string, n: number) => `https://news.example/${m}?ref=100${n}`],
    ['a route of its page', (m: string, n: number) => `https://news.example/${m}#/story/${n}`],
    ['a hashbang', (m: string, n: number) => `https://news.example/${m}#!story=${n}`],
  ])('%s', async (_what, link) => {
    const m = mark();
    const first = (await ingest(link(m, 1)).expect(201)).body.data;
    const second = (await ingest(link(m, 2)).expect(201)).body.data;
    expect(second.documentId).not.toBe(first.documentId);
    const again = await ingest(
      `${link(m, 1)}`.replace('?', '?utm_source=mail&'),
      `${'x '.repeat(150)}${m}`
    );
    expect(again.body.data).toMatchObject({ outcome: 'updated', documentId: first.documentId });
  });

  test('what is kept of it is what every program reads alike', async () => {
    const m = mark();
    const { body } = await ingest(`HTTPS://Bücher.Example/${m}/ß`).expect(201);
    const { documentId } = body.data;
    const row = await documents(app, ARTICLE).findOne({ documentId });
    expect(row).toMatchObject({ originalLink: `https://xn--bcher-kva.example/${m}/%C3%9F` });
    const again = await ingest(`https://bücher.example/${m}/ß#top`).expect(200);
    expect(again.body.data.documentId).toBe(documentId);
  });

  test.each([
    'https:news.example/a',
    'https:/news.example/a',
    'http:\\\\news.example\\a',
    'https://news.example/a b',
    'https://news.example/a\u200bb',
  ])('%j is no link', async (originalLink) => {
    const { body } = await ingest(originalLink).expect(400);
    expect(body.error.details.errors).toEqual([
      expect.objectContaining({ path: ['originalLink'], code: 'invalid_url' }),
    ]);
    const rest = await app
      .http()
      .post(path)
      .set(asToken())
      .send({ data: articleData({ originalLink }) })
      .expect(400);
    expect(rest.body.error.details.errors).toEqual([
      expect.objectContaining({ path: ['originalLink'], code: 'invalid_url' }),
    ]);
  });

  test('keys of an earlier rule are written anew on one start', async () => {
    const sources = () => app.strapi.db.connection('analysis_sources');
    const store = { type: 'plugin', name: 'analysis', key: 'sources-keyed-without-ref' };
    const m = mark();
    const link = (n: number) => `https://news.example/${m}?ref=${n}`;
    const kept = (await ingest(`https://news.example/${m}/plain`).expect(201)).body.data;
    const made = (await ingest(link(1)).expect(201)).body.data;
    const rival = (await ingest(`https://news.example/${m}?gclid=1`).expect(201)).body.data;
    const late = (await ingest(`https://news.example/${m}/late`).expect(201)).body.data;
    const keysOf = (documentId: string) =>
      sources().where({ article_id: documentId }).select('source_hash', 'canonical_url');
    const rekey = (documentId: string, hash: string) =>
      sources().where({ article_id: documentId }).update({ source_hash: hash });
    const [before, plain] = [await keysOf(made.documentId), await keysOf(kept.documentId)];
    await rekey(made.documentId, createHash('sha256').update(`old:${m}`).digest('hex'));
    // Two links that were two stories by the earlier rule and are one by that of now.
    const old = createHash('sha256').update(`older:${m}`).digest('hex');
    await rekey(late.documentId, old);
    await app.strapi.db
      .connection('analysis_articles')
      .where({ document_id: late.documentId })
      .update({ original_link: `https://news.example/${m}?utm_id=2` });

    await app.strapi.store(store).delete({});
    await app.restart();
    expect(await app.strapi.store(store).get({})).toBe(true);

    expect(await keysOf(made.documentId)).toEqual(before);
    expect(await keysOf(kept.documentId)).toEqual(plain);
    expect(await keysOf(late.documentId)).toEqual([expect.objectContaining({ source_hash: old })]);
    const again = await ingest(link(1), `${'y '.repeat(150)}${m}`).expect(200);
    expect(again.body.data).toMatchObject({ outcome: 'updated', documentId: made.documentId });
    const other = await ingest(link(2)).expect(201);
    expect(other.body.data.documentId).not.toBe(made.documentId);
    const known = await ingest(`https://news.example/${m}`, `${'z '.repeat(150)}${m}`).expect(200);
    expect(known.body.data.documentId).toBe(rival.documentId);
  });
});
