import { sharedApp, type TestApp } from '../helpers/app';
import { graphql } from '../helpers/graphql';
import {
  adminToken,
  apiToken,
  ARTICLE,
  articleData,
  createArticle,
  createUser,
  documents,
} from '../helpers/factories';

let app: TestApp;
let token: string;
let editor: string;
beforeAll(async () => {
  app = await sharedApp();
  token = await apiToken(app, 'full-access');
  editor = await adminToken(app, 'super');
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const path = '/api/analysis/articles';
const manager = `/content-manager/collection-types/${ARTICLE}`;
const asToken = () => ({ Authorization: `Bearer ${token}` });
const asEditor = () => ({ Authorization: `Bearer ${editor}` });

interface Refusal {
  path: (string | number)[];
  code?: string;
}
const codesOf = (errors: Refusal[]) =>
  errors.map(({ path: [field], code }) => `${field}:${code}`).sort();

/** Every way in, as a function that makes an article and returns its faults; none when it did. */
const writers: [string, (data: Record<string, unknown>, publish: boolean) => Promise<Refusal[]>][] =
  [
    [
      'REST',
      async (data, publish) => {
        const { body } = await app
          .http()
          .post(`${path}?status=${publish ? 'published' : 'draft'}`)
          .set(asToken())
          .send({ data });
        return body.error?.details?.errors ?? [];
      },
    ],
    [
      'GraphQL',
      async (data, publish) => {
        const { errors } = await graphql(
          app,
          'mutation ($data: AnalysisArticleInput!, $status: PublicationStatus) { createAnalysisArticle(data: $data, status: $status) { documentId } }',
          { data, status: publish ? 'PUBLISHED' : 'DRAFT' },
          asToken()
        );
        return (errors?.[0]?.extensions.error?.details?.errors ?? []) as Refusal[];
      },
    ],
    [
      'the content manager',
      async (data, publish) => {
        const { body } = await app
          .http()
          .post(publish ? `${manager}/actions/publish` : manager)
          .set(asEditor())
          .send(data);
        return body.error?.details?.errors ?? [];
      },
    ],
    [
      'the document service',
      async (data, publish) => {
        try {
          await documents(app, ARTICLE).create({
            data: data as never,
            status: publish ? 'published' : 'draft',
          });
          return [];
        } catch (error) {
          return (error as { details: { errors: Refusal[] } }).details.errors;
        }
      },
    ],
  ];

describe.each(writers)('through %s', (_writer, create) => {
  test('a draft may be empty, and a whole article is published', async () => {
    expect(await create({}, false)).toEqual([]);
    expect(await create(articleData(), true)).toEqual([]);
  });

  test('a draft has to be well-formed in what it has, and every fault is told at once', async () => {
    expect(
      codesOf(
        await create(
          {
            title: 'ab',
            slug: 'Not A Slug',
            language: 'no tag',
            originalLink: 'http://10.0.0.1/',
            generatedAt: '2999-01-01T00:00:00.000Z',
          },
          false
        )
      )
    ).toEqual([
      'generatedAt:in_future',
      'language:invalid_language',
      'originalLink:private_url',
      'slug:invalid_slug',
      'title:too_short',
    ]);
  });

  test('publishing needs the whole, and says all that is missing', async () => {
    expect(codesOf(await create({ title: 'A title', body: 'Too short.' }, true))).toEqual([
      'body:too_short',
      'language:required',
      'originalLink:required',
    ]);
  });

  test('a link or an address that another article has is refused', async () => {
    const taken = articleData();
    expect(await create(taken, false)).toEqual([]);
    expect(codesOf(await create({ originalLink: `${taken.originalLink}#again` }, false))).toEqual([
      'originalLink:taken',
    ]);
  });
});

test('bulk publishing refuses those that are not whole, and publishes the others', async () => {
  const ready = await createArticle(app, { published: false });
  const bare = await createArticle(app, { published: false, originalLink: null });
  const answer = await app
    .http()
    .post(`${manager}/actions/bulkPublish`)
    .set(asEditor())
    .send({ documentIds: [ready.documentId, bare.documentId] });
  expect(answer.status).toBe(400);
  const published = async ({ documentId }: { documentId: string }) =>
    (await documents(app, ARTICLE).findOne({ documentId, status: 'published' })) !== null;
  expect(await published(bare)).toBe(false);
  await app
    .http()
    .post(`${manager}/actions/bulkPublish`)
    .set(asEditor())
    .send({ documentIds: [ready.documentId] })
    .expect(200);
  expect(await published(ready)).toBe(true);
});

test('many-row writes of the query layer, which see no single row, are refused', async () => {
  const query = app.strapi.db.query(ARTICLE);
  await expect(query.createMany({ data: [articleData()] })).rejects.toThrow(/one by one/);
  await expect(query.updateMany({ where: {}, data: { title: 'All the same' } })).rejects.toThrow(
    /one by one/
  );
});

test('readers read what is published, and write nothing', async () => {
  const { documentId } = await createArticle(app);
  const draft = await createArticle(app, { published: false });
  const { jwt } = await createUser(app);
  for (const headers of [{}, { Authorization: `Bearer ${jwt}` }] as Record<string, string>[]) {
    const get = (url: string) => app.http().get(url).set(headers);
    await get(`${path}/${documentId}`).expect(200);
    await get(`${path}/${draft.documentId}`).expect(404);
    const { body } = await get(`${path}?pagination[limit]=100`).expect(200);
    expect(body.data.map((each: { documentId: string }) => each.documentId)).not.toContain(
      draft.documentId
    );
    await get(`${path}?status=draft`).expect(403);
    await get(`${path}/${draft.documentId}?status=draft`).expect(403);
    await get(`${path}?publicationFilter=modified`).expect(403);
    const send = (method: 'post' | 'put' | 'delete', url: string) =>
      app.http()[method](url).set(headers).send({ data: articleData() });
    await send('post', path).expect(403);
    await send('put', `${path}/${documentId}`).expect(403);
    await send('delete', `${path}/${documentId}`).expect(403);
  }
});

test('a token reads drafts', async () => {
  const draft = await createArticle(app, { published: false });
  const reader = await apiToken(app, ['plugin::analysis.article.findOne']);
  const get = (query: string) =>
    app
      .http()
      .get(`${path}/${draft.documentId}${query}`)
      .set({ Authorization: `Bearer ${reader}` });
  await get('').expect(404);
  const { body } = await get('?status=draft').expect(200);
  expect(body.data.slug).toBe(draft.slug);
});

test('REST refuses in words: not JSON, unknown field, wrong type, too long, clash, size, type', async () => {
  const post = () => app.http().post(path).set(asToken());
  await post().set('Content-Type', 'application/json').send('{"data":').expect(400);
  await post().set('Content-Type', 'application/xml').send('<a/>').expect(415);
  await post()
    .send({ data: { body: 'x'.repeat(1_100_000) } })
    .expect(413);
  const unknown = await post()
    .send({ data: articleData({ colour: 'red' }) })
    .expect(400);
  expect(JSON.stringify(unknown.body)).toContain('colour');
  const wrong = await post()
    .send({ data: articleData({ editorialResponsibility: 'perhaps' }) })
    .expect(400);
  expect(JSON.stringify(wrong.body)).toContain('editorialResponsibility');
  const long = await post()
    .send({ data: articleData({ title: 'x'.repeat(201) }) })
    .expect(400);
  expect(long.body.error.details.errors[0]).toMatchObject({
    path: ['title'],
    code: 'too_long',
    params: { limit: 200 },
  });
  const { slug } = await createArticle(app);
  const clash = await post()
    .send({ data: articleData({ slug }) })
    .expect(409);
  expect(clash.body.error).toMatchObject({ name: 'ConflictError' });
  expect(clash.body.error.details.errors[0].path).toEqual(['slug']);
  await app.http().put(`${path}/nosucharticle`).set(asToken()).send({ data: {} }).expect(404);
  await app.http().get(`${path}/nosucharticle`).expect(404);
  await app
    .http()
    .get(`${path}/${'x'.repeat(300)}`)
    .expect(404);
  await app.http().get(`${path}/%00`).expect(400);
});

test('what the server owns is not set by anyone', async () => {
  const { body } = await app
    .http()
    .post(path)
    .set(asToken())
    .send({
      data: articleData({
        contentHash: 'mine',
        disclosure: 'human',
        reviewedAt: '2020-01-01T00:00:00.000Z',
        firstPublishedAt: '2020-01-01T00:00:00.000Z',
      }),
    })
    .expect(201);
  expect(body.data).toMatchObject({
    disclosure: 'generated',
    reviewedAt: null,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(new Date(body.data.firstPublishedAt).getFullYear()).toBeGreaterThan(2020);
});

test('a review by the administrator who ticks it carries their name, and a later edit reopens it', async () => {
  const { documentId } = await createArticle(app, { published: false });
  const save = (data: object) =>
    app.http().put(`${manager}/${documentId}`).set(asEditor()).send(data).expect(200);
  const reviewed = await save({ editorialResponsibility: true });
  expect(reviewed.body.data).toMatchObject({ disclosure: 'generated-reviewed' });
  expect(reviewed.body.data.reviewer).toBeTruthy();
  const edited = await save({ title: 'A title that nobody reviewed' });
  expect(edited.body.data).toMatchObject({
    disclosure: 'generated',
    editorialResponsibility: false,
  });
});

test('a cover needs its alternative text before publishing', async () => {
  const file = await app.strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'cover.png',
      hash: 'cover',
      ext: '.png',
      mime: 'image/png',
      size: 1,
      url: '/uploads/cover.png',
      provider: 'local',
      width: 1200,
      height: 630,
    },
  });
  const { documentId, slug } = await createArticle(app, { published: false, cover: file.id });
  await expect(documents(app, ARTICLE).publish({ documentId })).rejects.toMatchObject({
    details: { errors: [{ path: ['coverAlt'] }] },
  });
  await documents(app, ARTICLE).update({ documentId, data: { coverAlt: 'The estuary' } as never });
  await documents(app, ARTICLE).publish({ documentId });
  const { body } = await app.http().get(`/api/analysis/posts/${slug}`).expect(200);
  expect(body.data.article.cover).toMatchObject({
    url: '/uploads/cover.png',
    alternativeText: 'The estuary',
    width: 1200,
  });
});
