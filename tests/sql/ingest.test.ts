import { sharedApp, type TestApp } from '../helpers/app';
import { apiToken, ARTICLE, createSummary, createUser, documents } from '../helpers/factories';

let app: TestApp;
let token: string;
beforeAll(async () => {
  app = await sharedApp();
  token = await apiToken(app, ['plugin::analysis.ingest.put']);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const PARAGRAPH =
  'The pilots of the estuary have asked for a second tug since the spring storms. The port says that the money is there, and that the crew is not.';
const FRENCH =
  'Les pilotes de l’estuaire demandent un second remorqueur ; le port a l’argent, mais pas l’équipage.';
const GERMAN =
  'Die Lotsen der Mündung wünschen sich einen zweiten Schlepper; der Hafen hat das Geld, aber keine Mannschaft.';

let sequence = 0;
const post = (overrides: Record<string, unknown> = {}) => {
  sequence += 1;
  return {
    title: `A second tug, take ${sequence}`,
    body: `${PARAGRAPH}\n\n${PARAGRAPH}`,
    originalLink: `https://news.example.com/tug/${sequence}?utm_source=mail`,
    summaries: [{ text: FRENCH }],
    ...overrides,
  };
};

const put = (data: unknown, query = '') =>
  app
    .http()
    .put(`/api/analysis/posts${query}`)
    .set('Authorization', `Bearer ${token}`)
    .send({ data } as object);
const putText = (text: string, query = '') =>
  app
    .http()
    .put(`/api/analysis/posts${query}`)
    .set('Authorization', `Bearer ${token}`)
    .set('Content-Type', 'text/plain; charset=utf-8')
    .send(text);

const draft = async (documentId: string) =>
  (await documents(app, ARTICLE).findOne({
    documentId,
    populate: ['summaries', 'topics'] as never,
  })) as unknown as Record<string, unknown> & {
    summaries: { language: string; text: string }[];
    topics: { slug: string }[];
  };

const pathsOf = (body: { error: { details: { errors: { path: string[] }[] } } }) =>
  body.error.details.errors.map(({ path }) => path.join('.')).sort();

test('a post becomes a draft, with its languages told from the texts', async () => {
  const { body } = await put(
    post({ topics: ['Ports', 'Labour law'], provenance: { provider: 'Acme', model: 'm-1' } })
  ).expect(201);
  expect(body.data).toMatchObject({
    outcome: 'created',
    slug: expect.stringMatching(/^a-second-tug-take-/),
    warnings: [
      { path: ['language'], code: 'language_detected' },
      { path: ['summaries', 0, 'language'], code: 'language_detected' },
    ],
  });
  expect(await draft(body.data.documentId)).toMatchObject({
    language: 'en',
    generatorProvider: 'Acme',
    generatorModel: 'm-1',
    disclosure: 'generated',
    summaries: [{ language: 'fr', text: FRENCH }],
    topics: [{ slug: 'ports' }, { slug: 'labour-law' }],
  });
  const { documentId } = body.data;
  expect(await documents(app, ARTICLE).findOne({ documentId, status: 'published' })).toBeNull();
});

test('created, unchanged, updated; by the canonical link', async () => {
  const first = post();
  const { body: created } = await put(first).expect(201);
  const { body: same } = await put(first).expect(200);
  expect(same.data).toMatchObject({ outcome: 'unchanged', documentId: created.data.documentId });
  const link = first.originalLink.replace('utm_source=mail', 'fbclid=abc');
  const { body: updated } = await put({
    ...first,
    originalLink: `${link}#top`,
    title: 'A second tug, at last',
  }).expect(200);
  expect(updated.data).toMatchObject({
    outcome: 'updated',
    documentId: created.data.documentId,
    slug: 'a-second-tug-at-last',
  });
});

test.each([
  ['the text', { body: `Edited by a person. ${PARAGRAPH}` }],
  ['the title', { title: 'Edited by a person' }],
  ['the link', { originalLink: 'https://other.example.com/story' }],
])('an edit of %s by a person is kept, unless the caller forces it', async (_what, edit) => {
  const first = post();
  const { documentId } = (await put(first).expect(201)).body.data;
  await documents(app, ARTICLE).update({ documentId, data: edit as never });
  if (!('originalLink' in edit)) {
    const { body } = await put(first).expect(409);
    expect(body.error).toMatchObject({ name: 'ConflictError', details: { documentId } });
    expect(await draft(documentId)).toMatchObject(edit);
    const forced = await put(first, '?force').expect(200);
    expect(forced.body.data).toMatchObject({ outcome: 'updated', documentId });
    expect(await draft(documentId)).toMatchObject({ title: first.title });
    await put(first).expect(200);
  } else {
    // With another link it is another story's article, and the post makes its own.
    expect((await put(first).expect(201)).body.data.documentId).not.toBe(documentId);
  }
});

test("a person's summary is kept too", async () => {
  const first = post();
  const { documentId } = (await put(first).expect(201)).body.data;
  await createSummary(app, documentId, { language: 'de', text: GERMAN });
  await put(first).expect(409);
  await put(first, '?force=true').expect(200);
  expect((await draft(documentId)).summaries).toHaveLength(1);
});

test('a review or a publication is no edit, and the published text stays', async () => {
  const first = post();
  const { documentId } = (await put(first).expect(201)).body.data;
  const articles = documents(app, ARTICLE);
  await articles.update({
    documentId,
    data: { reviewer: 'Ana', editorialResponsibility: true } as never,
  });
  await articles.publish({ documentId });
  await put(first).expect(200);
  const { body } = await put({ ...first, body: `Newer. ${PARAGRAPH} ${PARAGRAPH}` }).expect(200);
  expect(body.data.outcome).toBe('updated');
  expect(await articles.findOne({ documentId, status: 'published' })).toMatchObject({
    disclosure: 'generated-reviewed',
    body: first.body,
  });
  expect(await draft(documentId)).toMatchObject({ disclosure: 'generated' });
});

test('summaries follow the post: changed, added, taken away', async () => {
  const first = post();
  const { documentId } = (await put(first).expect(201)).body.data;
  const changed = `${FRENCH} Le vote est prévu en juin.`;
  await put({
    ...first,
    summaries: [{ language: 'fr', text: changed }, { text: GERMAN }],
  }).expect(200);
  const languages = async () =>
    Object.fromEntries(
      (await draft(documentId)).summaries.map((each) => [each.language, each.text])
    );
  expect(await languages()).toEqual({ fr: changed, de: GERMAN });
  await put({ ...first, summaries: [{ text: GERMAN }] }).expect(200);
  expect(await languages()).toEqual({ de: GERMAN });
});

test('a summary that the next post no longer has stays published until that is', async () => {
  const first = post();
  const { documentId, slug } = (await put(first).expect(201)).body.data;
  const articles = documents(app, ARTICLE);
  await articles.publish({ documentId });
  const next = { ...first, summaries: [] };
  expect((await put(next).expect(200)).body.data.outcome).toBe('updated');
  expect((await put(next).expect(200)).body.data.outcome).toBe('unchanged');
  const shown = async () =>
    (await app.http().get(`/api/analysis/posts/${slug}`).expect(200)).body.data.summaries.length;
  expect(await shown()).toBe(1);
  await articles.publish({ documentId });
  expect(await shown()).toBe(0);
});

test('a post without a link is accepted, says what is missing, and finds itself again', async () => {
  const first = post({ originalLink: null });
  const { body } = await put(first).expect(201);
  expect(body.data.warnings).toContainEqual({
    path: ['originalLink'],
    code: 'missing_for_publish',
    message: expect.stringContaining('before publishing'),
  });
  expect((await put(first).expect(200)).body.data.outcome).toBe('unchanged');
  const linked = await put({
    ...first,
    originalLink: `https://late.example.com/${sequence}`,
  }).expect(200);
  expect(linked.body.data).toMatchObject({ outcome: 'updated', documentId: body.data.documentId });
});

test('HTML becomes Markdown, without what could run', async () => {
  const { body } = await put(
    post({
      bodyFormat: 'html',
      body: `<h2>Tugs</h2><p>${PARAGRAPH}</p><script>alert(1)</script><p>${PARAGRAPH} <a href="https://a.example.com/">more</a></p>`,
    })
  ).expect(201);
  const { body: text } = await draft(body.data.documentId);
  expect(text).toBe(`## Tugs\n\n${PARAGRAPH}\n\n${PARAGRAPH} [more](https://a.example.com/)`);
});

const PAGE = `Un second remorqueur pour l'estuaire

Résumé (en)\u00a0: The pilots of the estuary ask for a second tug, and the port cannot find a crew for it.

Lien original :

Link

Article généré :

Les pilotes de l'estuaire demandent un second remorqueur depuis les tempêtes du printemps. Le port dit que l'argent est là, et que l'équipage manque encore.

Les commentaires des marins sont partagés : les uns craignent pour leurs postes, les autres pour leurs nuits.

Cliquez pour noter cet article !
[Total: 0 Moyenne: 0]

Commentaires

Aucun commentaire pour l'instant.

Laisser un commentaire`;

test('a page as text becomes the same draft, whatever its line ends', async () => {
  const { body } = await putText(PAGE).expect(201);
  const stored = await draft(body.data.documentId);
  expect(stored).toMatchObject({
    title: "Un second remorqueur pour l'estuaire",
    language: 'fr',
    originalLink: null,
    summaries: [{ language: 'en' }],
  });
  expect((stored.body as string).split('\n\n')).toHaveLength(2);
  expect(stored.body).not.toMatch(/Cliquez|Moyenne|Laisser|Aucun/);
  expect(
    (await putText(`\ufeff${PAGE.replace(/\n/g, '\r\n')}`).expect(200)).body.data.outcome
  ).toBe('unchanged');
});

test.each([
  ['no title', { title: undefined }, ['title']],
  ['a short title', { title: 'ab' }, ['title']],
  ['no body', { body: undefined }, ['body']],
  ['a list as body', { body: ['x'] }, ['body']],
  ['an unknown field', { colour: 'red' }, ['colour']],
  ['an unknown field inside', { provenance: { colour: 'red' } }, ['provenance.colour']],
  ['a private link', { originalLink: 'http://localhost/x' }, ['originalLink']],
  ['a bad language', { language: 'no tag' }, ['language']],
  ['a short summary', { summaries: [{ text: FRENCH }, { text: 'x' }] }, ['summaries.1.text']],
  [
    'one language twice',
    { summaries: [{ text: FRENCH }, { text: `${FRENCH} Bis.` }] },
    ['summaries.1.language'],
  ],
  [
    'a generation in the future',
    { provenance: { generatedAt: '2999-01-01T00:00:00Z' } },
    ['generatedAt'],
  ],
  ['two faults', { title: '', topics: [7] }, ['title', 'topics.0']],
])('%s is refused with its path', async (_what, overrides, paths) => {
  const { body } = await put(post(overrides)).expect(400);
  expect(pathsOf(body)).toEqual(paths);
});

test('nothing is half-written when one part is refused', async () => {
  const count = async () =>
    Promise.all(
      [
        'analysis_articles',
        'analysis_summaries',
        'analysis_topics',
        'analysis_slugs',
        'analysis_sources',
        'analysis_stats',
      ].map(async (table) =>
        Number((await app.strapi.db.connection(table).count({ n: '*' }))[0]?.n)
      )
    );
  const before = await count();
  const body = `${PARAGRAPH} ${PARAGRAPH}`;
  // The summary says what the body says, which only shows once the article is written.
  const { body: answer } = await put(
    post({ body, topics: ['Never made'], summaries: [{ text: body }] })
  ).expect(400);
  expect(pathsOf(answer)).toEqual(['summaries.0.text']);
  expect(await count()).toEqual(before);
});

test('a slug of its own is taken at creation, and a taken one is a clash', async () => {
  const slug = `own-slug-${Date.now()}`;
  expect((await put(post({ slug })).expect(201)).body.data.slug).toBe(slug);
  const { body } = await put(post({ slug })).expect(409);
  expect(pathsOf(body)).toEqual(['slug']);
});

test('only a token that may does', async () => {
  const data = post();
  const http = app.http();
  const { jwt } = await createUser(app);
  const other = await apiToken(app, ['plugin::analysis.article.find']);
  await http.put('/api/analysis/posts').send({ data }).expect(403);
  for (const [bearer, status] of [
    [jwt, 403],
    [other, 403],
    ['nonsense', 401],
  ] as const) {
    await http
      .put('/api/analysis/posts')
      .set('Authorization', `Bearer ${bearer}`)
      .send({ data })
      .expect(status);
  }
});

test('what is not JSON, of another type, too large or oddly asked is refused as such', async () => {
  const bare = () => app.http().put('/api/analysis/posts').set('Authorization', `Bearer ${token}`);
  await bare().set('Content-Type', 'application/json').send('{"data":').expect(400);
  await bare().set('Content-Type', 'application/xml').send('<a/>').expect(415);
  await bare().send([post()]).expect(400);
  await bare().send({ data: post(), extra: 1 }).expect(400);
  await bare().send({}).expect(400);
  await putText('x'.repeat(1_100_000)).expect(413);
  expect(pathsOf((await putText('').expect(400)).body)).toEqual(['body', 'title']);
  expect(pathsOf((await put(post(), '?force=maybe').expect(400)).body)).toEqual(['force']);
  expect(pathsOf((await put(post(), '?status=published').expect(400)).body)).toEqual(['status']);
});
