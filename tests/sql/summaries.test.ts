import { sharedApp, type TestApp } from '../helpers/app';
import {
  adminToken,
  apiToken,
  ARTICLE,
  articleData,
  createArticle,
  documents,
  setSummaries,
  SUMMARY,
  summariesOf,
} from '../helpers/factories';
import { graphql } from '../helpers/graphql';

let app: TestApp;
let token: string;
let admin: string;
beforeAll(async () => {
  app = await sharedApp();
  token = await apiToken(app, 'full-access');
  admin = await adminToken(app);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const FRENCH = 'Le conseil a débattu du plan du port ; la question du risque reste ouverte.';
const GERMAN = 'Der Rat hat über den Hafenplan beraten; die Frage des Risikos bleibt offen.';
const BOTH = [
  { language: 'fr', text: FRENCH },
  { language: 'de', text: GERMAN },
];
const articles = () => documents(app, ARTICLE);

/** The rows of an article's summaries, as `edition language text`. */
async function rowsOf(articleId: string): Promise<string[]> {
  const rows = await app.strapi.db.query(SUMMARY).findMany({ where: { articleId } });
  return rows
    .map(({ edition, language, text }: Record<string, string>) => `${edition} ${language} ${text}`)
    .sort();
}
const editions = (...names: string[]) =>
  names.flatMap((name) => [`${name} de ${GERMAN}`, `${name} fr ${FRENCH}`]).sort();

const rest = (method: 'post' | 'put' | 'delete', path: string) =>
  app
    .http()
    [method](`/api/analysis${path}`)
    .set({ Authorization: `Bearer ${token}` });
const manager = (method: 'post' | 'put' | 'delete', path: string) =>
  app
    .http()
    [method](`/content-manager/collection-types/${ARTICLE}${path}`)
    .set({ Authorization: `Bearer ${admin}` });
const codesOf = (body: {
  error: { details: { errors: { path: unknown[]; code: string }[] } };
}): string[] => body.error.details.errors.map(({ path, code }) => `${path.join('.')}:${code}`);

describe('summaries are drafted, published and taken back with their article', () => {
  test('through every act, with no row left over', async () => {
    const { documentId } = await createArticle(app, { published: false, summaries: BOTH });
    expect(await rowsOf(documentId)).toEqual(editions('draft'));
    await articles().publish({ documentId });
    expect(await rowsOf(documentId)).toEqual(editions('draft', 'published'));

    await setSummaries(app, documentId, BOTH.slice(0, 1), { publish: false });
    expect(await rowsOf(documentId)).toEqual([`draft fr ${FRENCH}`, ...editions('published')]);
    await articles().discardDraft({ documentId });
    expect(await rowsOf(documentId)).toEqual(editions('draft', 'published'));

    await articles().unpublish({ documentId });
    expect(await rowsOf(documentId)).toEqual(editions('draft'));
    await articles().publish({ documentId });
    await articles().delete({ documentId });
    expect(await rowsOf(documentId)).toEqual([]);
  });

  test('a copy has its own, and neither the address nor the source of its model', async () => {
    const made = await createArticle(app, { summaries: BOTH });
    const { body } = await manager('post', `/clone/${made.documentId}`).send({}).expect(200);
    const copy = body.data as { documentId: string; originalLink: unknown; slug: string };
    expect(copy).toMatchObject({ originalLink: null, summaries: BOTH });
    expect(copy.slug).not.toBe(made.slug);
    expect(await rowsOf(copy.documentId)).toEqual(editions('draft'));
    await articles().delete({ documentId: copy.documentId });
    expect(await rowsOf(copy.documentId)).toEqual([]);
    expect(await rowsOf(made.documentId)).toEqual(editions('draft', 'published'));
  });

  test('in bulk, as the admin does it', async () => {
    const made = [];
    for (let n = 0; n < 3; n += 1) {
      made.push(await createArticle(app, { published: false, summaries: BOTH }));
    }
    const documentIds = made.map(({ documentId }) => documentId);
    const expected = (rows: string[]) =>
      Promise.all(documentIds.map(rowsOf)).then((all) =>
        expect(all).toEqual(documentIds.map(() => rows))
      );
    await manager('post', '/actions/bulkPublish').send({ documentIds }).expect(200);
    await expected(editions('draft', 'published'));
    await manager('post', '/actions/bulkUnpublish').send({ documentIds }).expect(200);
    await expected(editions('draft'));
    await manager('post', '/actions/bulkDelete').send({ documentIds }).expect(200);
    await expected([]);
  });

  test('a language keeps its documentId through publishing, and readers see it in order', async () => {
    const { documentId, slug } = await createArticle(app, { summaries: BOTH });
    const read = async () =>
      (await app.http().get(`/api/analysis/posts/${slug}`).expect(200)).body.data.summaries;
    const before = await read();
    await setSummaries(app, documentId, [...BOTH].reverse());
    expect(await read()).toEqual(before);
    const { body } = await app
      .http()
      .get(`/api/analysis/summaries?filters[articleId]=${documentId}&sort=language`)
      .expect(200);
    expect(body.data.map((each: { documentId: string }) => each.documentId)).toEqual(
      before.map((each: { documentId: string }) => each.documentId)
    );
  });

  test('a write that fails leaves both as they were', async () => {
    const { documentId } = await createArticle(app, { summaries: BOTH });
    await expect(
      articles().update({
        documentId,
        data: { summaries: [{ language: 'it', text: FRENCH }], title: 'x' } as never,
      })
    ).rejects.toMatchObject({ name: 'ValidationError' });
    expect(await rowsOf(documentId)).toEqual(editions('draft', 'published'));
    expect(await summariesOf(app, documentId)).toEqual(BOTH);
  });
});

describe('every write path writes the same field', () => {
  test('REST writes and answers it, and ignores a populate of it', async () => {
    const { body } = await rest('post', '/articles?populate=summaries')
      .send({ data: articleData({ summaries: BOTH }) })
      .expect(201);
    const { documentId } = body.data;
    expect(body.data.summaries).toEqual(BOTH);
    const changed = [{ language: 'fr', text: `${FRENCH} Bis.` }];
    await rest('put', `/articles/${documentId}`)
      .send({ data: { summaries: changed } })
      .expect(200);
    for (const populate of [
      'populate=summaries',
      'populate=summaries,topics',
      'populate[0]=topics&populate[1]=summaries',
      'populate[summaries]=true',
      'populate[summaries][fields]=text',
      'populate[topics]=true&populate[summaries][sort]=language',
      'populate=summaries.article',
    ]) {
      const one = await app.http().get(`/api/analysis/articles/${documentId}?${populate}`);
      expect({ populate, summaries: one.body.data?.summaries }).toEqual({
        populate,
        summaries: changed,
      });
      expect('topics' in one.body.data).toBe(populate.includes('topics'));
    }
    expect(await rowsOf(documentId)).toEqual([
      `draft fr ${FRENCH} Bis.`,
      `published fr ${FRENCH} Bis.`,
    ]);
  });

  test('GraphQL writes and answers it', async () => {
    const call = (query: string, variables: Record<string, unknown>) =>
      graphql(app, query, variables, { Authorization: `Bearer ${token}` });
    const { data } = await call(
      `mutation ($data: AnalysisArticleInput!) { createAnalysisArticle(data: $data) {
         documentId summaries { documentId language text } } }`,
      { data: articleData({ summaries: BOTH }) }
    );
    expect(data.createAnalysisArticle.summaries).toMatchObject([...BOTH].reverse());
    const { errors } = await call(
      `mutation ($data: AnalysisArticleInput!) { createAnalysisArticle(data: $data) { documentId } }`,
      { data: articleData({ summaries: [{ language: 'fr', text: 'Court.' }] }) }
    );
    expect(errors).toMatchObject([
      { extensions: { error: { details: { errors: [{ path: ['summaries', 0, 'text'] }] } } } },
    ]);
  });

  test('a direct write to a summary is refused, and says where to write', async () => {
    const { documentId } = await createArticle(app, { summaries: BOTH });
    const row = await app.strapi.db.query(SUMMARY).findOne({ where: { articleId: documentId } });
    const data = { article: documentId, language: 'it', text: FRENCH };
    const refusal = expect.stringContaining('set `summaries` of the article');
    for (const answer of [
      await rest('post', '/summaries').send({ data }),
      await rest('put', `/summaries/${row.documentId}`).send({ data: { text: GERMAN } }),
      await rest('delete', `/summaries/${row.documentId}`),
    ]) {
      expect({ status: answer.status, message: answer.body.error?.message }).toEqual({
        status: 400,
        message: refusal,
      });
    }
    for (const write of [
      `createAnalysisSummary(data: { language: "it", text: "x" }) { documentId }`,
      `updateAnalysisSummary(documentId: "${row.documentId}", data: { text: "x" }) { documentId }`,
      `deleteAnalysisSummary(documentId: "${row.documentId}") { documentId }`,
    ]) {
      const { errors } = await graphql(
        app,
        `mutation { ${write} }`,
        {},
        { Authorization: `Bearer ${token}` }
      );
      expect(errors).toMatchObject([{ message: refusal }]);
    }
    const summaries = documents(app, SUMMARY);
    for (const write of [
      () => summaries.create({ data: { language: 'it' } as never }),
      () => summaries.publish({ documentId: row.documentId }),
      () => summaries.delete({ documentId: row.documentId }),
      () => app.strapi.db.query(SUMMARY).updateMany({ where: {}, data: { text: 'x' } }),
      () => app.strapi.db.query(SUMMARY).deleteMany({ where: { articleId: documentId } }),
    ]) {
      await expect((async () => write())()).rejects.toMatchObject({
        name: 'ValidationError',
        message: refusal,
      });
    }
    expect(await rowsOf(documentId)).toEqual(editions('draft', 'published'));
  });

  test('a summary is read without its article, also by those who ask for that as before', async () => {
    const { documentId } = await createArticle(app, { summaries: BOTH });
    const path = `/api/analysis/summaries?filters[articleId]=${documentId}&sort=language`;
    const { body: plain } = await app.http().get(path).expect(200);
    expect(plain.data).toHaveLength(2);
    for (const populate of ['populate=article', 'populate[article][fields]=title', 'populate=*']) {
      const { body } = await app.http().get(`${path}&${populate}`).expect(200);
      expect(body).toEqual(plain);
    }
  });

  test.each([
    ['filters[summaries][$eq]=x', 'filters.summaries'],
    ['filters[$or][0][summaries][$contains]=x', 'filters.$or.0.summaries'],
    ['filters[$not][summaries][$null]=true', 'filters.$not.summaries'],
    ['sort=summaries', 'sort'],
    ['sort[0]=title&sort[1]=summaries:desc', 'sort.1'],
    ['sort[summaries]=asc', 'sort.summaries'],
  ])('a query by it, %s, is refused', async (query, path) => {
    const { body } = await app.http().get(`/api/analysis/articles?${query}`).expect(400);
    expect(body.error.details.errors[0].path.join('.')).toBe(path);
  });
});

describe('faults', () => {
  test('come all at once, each at its field, when an article is to be published', async () => {
    const data = {
      title: 'Ab',
      language: 'english please',
      originalLink: 'not a link',
      body: 'Too short.',
      summaries: [
        { language: 'fr', text: 'Court.' },
        { language: null, text: GERMAN },
      ],
    };
    const expected = [
      'title:too_short',
      'language:invalid_language',
      'originalLink:invalid_url',
      'summaries.0.text:too_short',
      'body:too_short',
      'summaries.1.language:required',
    ];
    const { documentId } = await createArticle(app, { published: false });
    for (const answer of [
      await rest('post', '/articles').send({ data }),
      await rest('put', `/articles/${documentId}`).send({ data }),
      await manager('post', '/actions/publish').send(data),
      await manager('post', `/${documentId}/actions/publish`).send(data),
    ]) {
      expect(answer.status).toBe(400);
      expect(codesOf(answer.body)).toEqual(expected);
    }
    // A draft may lack what publishing needs.
    const draft = await manager('put', `/${documentId}`).send(data).expect(400);
    expect(codesOf(draft.body)).toEqual(expected.slice(0, 4));
  });

  test('include a source and an address that others have', async () => {
    const taken = articleData({ slug: 'taken-by-the-first' });
    await articles().create({ data: taken as never, status: 'published' });
    const { body } = await manager('post', '/actions/publish')
      .send({
        ...articleData(),
        body: 'Short.',
        slug: taken.slug,
        originalLink: taken.originalLink,
      })
      .expect(400);
    expect(codesOf(body)).toEqual(['body:too_short', 'originalLink:taken', 'slug:taken']);
  });

  test('a summary that is the whole body is none', async () => {
    const body = `${FRENCH} `.repeat(4).trim();
    const answer = await rest('post', '/articles').send({
      data: articleData({ body, summaries: [{ language: 'fr', text: body }] }),
    });
    expect(codesOf(answer.body)).toEqual(['summaries.0.text:same_as_body']);
  });
});

test('a change of a summary reopens the review, their order does not', async () => {
  const { documentId } = await createArticle(app, { summaries: BOTH });
  const sign = { reviewer: 'Ada', editorialResponsibility: true };
  const update = async (data: object) =>
    (
      (await articles().update({ documentId, data: data as never })) as unknown as {
        disclosure: string;
      }
    ).disclosure;
  expect(await update(sign)).toBe('generated-reviewed');
  expect(await update({ summaries: [...BOTH].reverse() })).toBe('generated-reviewed');
  expect(await update({ summaries: BOTH.slice(0, 1) })).toBe('generated');
});

test('two editors at once leave rows that are those of the article', async () => {
  const { documentId } = await createArticle(app, { summaries: BOTH });
  const languages = ['it', 'es', 'pt', 'nl'];
  await Promise.allSettled(
    languages.flatMap((language) => [
      setSummaries(app, documentId, [{ language, text: FRENCH }], { publish: false }),
      articles().publish({ documentId }),
    ])
  );
  await articles().publish({ documentId });
  const carried = await summariesOf(app, documentId);
  expect(await rowsOf(documentId)).toEqual(
    ['draft', 'published']
      .flatMap((edition) => carried.map(({ language, text }) => `${edition} ${language} ${text}`))
      .sort()
  );
});
