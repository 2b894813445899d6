import { sharedApp, type TestApp } from '../helpers/app';
import {
  adminToken,
  ARTICLE,
  countQueries,
  createArticle,
  createSummary,
  documents,
  type AdminPermission,
} from '../helpers/factories';

let app: TestApp;
let editor: string;
beforeAll(async () => {
  app = await sharedApp();
  editor = await adminToken(app, 'super');
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const ask = (documentId: string, session = editor, status = 'draft', uid = ARTICLE) =>
  app
    .http()
    .get(`/content-manager/preview/url/${uid}`)
    .query({ documentId, status })
    .set('Authorization', `Bearer ${session}`);

interface Link {
  /** Of the bundled reader's page. */
  page: string;
  token: string;
}

async function link(documentId: string, status = 'draft'): Promise<Link> {
  const { body } = await ask(documentId, editor, status).expect(200);
  const url = new URL(body.data.url);
  return { page: `${url.pathname}${url.search}`, token: url.searchParams.get('token') ?? '' };
}

const read = (documentId: string, token: string, query = '') =>
  app.http().get(`/api/analysis/previews/${documentId}?token=${token}${query}`);

test('an administrator’s link shows a draft whole, to nobody’s cache or search engine', async () => {
  const { documentId, slug } = await createArticle(app, { published: false, sourceName: 'News' });
  await createSummary(app, documentId, { published: false });
  const { token, page } = await link(documentId);
  expect(page).toBe(`/preview/${documentId}?token=${token}`);
  const before = Date.now();
  const { body, headers } = await read(documentId, token, '&lang=fr').expect(200);
  expect(headers['cache-control']).toBe('private, no-store');
  expect(headers['x-robots-tag']).toBe('noindex');
  expect(body.data).toMatchObject({
    article: { documentId, slug, sourceName: 'News', firstPublishedAt: null },
    summary: { language: 'fr', text: expect.stringMatching(/port/) },
    rating: { total: 0 },
    comments: { items: [], meta: { open: false, total: 0 } },
    corrections: [],
  });
  expect(body.data.article.bodyHtml).toMatch(/^<p>/);
  expect(body.data.article).not.toHaveProperty('runId');
  expect(body.meta).toMatchObject({
    ...{ preview: true, status: 'draft', documentStatus: 'draft', missing: [] },
  });
  const minutes = (Date.parse(body.meta.expiresAt) - before) / 60_000;
  expect(minutes).toBeGreaterThan(58);
  expect(minutes).toBeLessThanOrEqual(60);
  // Nothing but the link has changed: the draft is as hidden as before.
  await app.http().get(`/api/analysis/posts/${slug}`).expect(404);
});

test('a draft that is not whole shows what there is, and what it lacks', async () => {
  const made = (await documents(app, ARTICLE).create({
    data: { sourceName: 'News' } as never,
    status: 'draft',
  })) as unknown as { documentId: string };
  const { token, page } = await link(made.documentId);
  const { body } = await read(made.documentId, token).expect(200);
  expect(body.data.article).toMatchObject({ title: '', body: '', bodyHtml: '', language: 'und' });
  expect(body.meta.missing.map(({ path }: { path: string[] }) => path.join('.')).sort()).toEqual([
    'body',
    'language',
    'originalLink',
    'title',
  ]);
  const { text } = await app.http().get(page).set('Accept-Language', 'en').expect(200);
  expect(text).toContain('Untitled');
  expect(text).toContain('Link to the original story');
});

test('the published edition and the draft each have their own link', async () => {
  const { documentId } = await createArticle(app, { sourceName: 'Before' });
  await documents(app, ARTICLE).update({ documentId, data: { sourceName: 'After' } as never });
  const sourceOf = async (status: string) => {
    const { token } = await link(documentId, status);
    const { body } = await read(documentId, token).expect(200);
    expect(body.meta.status).toBe(status);
    return body.data.article.sourceName;
  };
  expect(await sourceOf('draft')).toBe('After');
  expect(await sourceOf('published')).toBe('Before');
  const { token } = await link(documentId, 'published');
  await documents(app, ARTICLE).unpublish({ documentId });
  await read(documentId, token).expect(404);
});

test('a link that is not ours, not for this article or past its time is like one to nothing', async () => {
  const { documentId } = await createArticle(app, { published: false });
  const other = await createArticle(app, { published: false });
  const { token, page } = await link(documentId);
  const tampered = token.replace(/\.draft\./, '.published.');
  const later = token.replace(/\d{13}/, (time) => String(Number(time) + 60_000));
  const answers: unknown[] = [];
  for (const [id, each] of [
    [documentId, ''],
    [documentId, 'x'],
    [documentId, tampered],
    [documentId, later],
    [documentId, `${token}x`],
    [other.documentId, token],
    ['nosucharticle', token],
  ] as const) {
    const { body, headers } = await read(id, each).expect(404);
    expect(headers['cache-control']).toBe('private, no-store');
    answers.push(body);
  }
  await app.http().get(`/api/analysis/previews/${documentId}`).expect(404);
  await app.http().get(`/api/analysis/previews/${documentId}?token[]=${token}`).expect(404);
  app.strapi.config.set('plugin::analysis.preview.minutes', -1);
  const old = await link(documentId);
  app.strapi.config.set('plugin::analysis.preview.minutes', 60);
  answers.push((await read(documentId, old.token).expect(404)).body);
  await app.http().get(old.page).expect(404);
  await read(documentId, token).expect(200);
  await documents(app, ARTICLE).delete({ documentId });
  answers.push((await read(documentId, token).expect(404)).body);
  await app.http().get(page).expect(404);
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
});

test('when the secret is changed, its links end; one that is kept as the second holds', async () => {
  const { documentId } = await createArticle(app, { published: false });
  const { token } = await link(documentId);
  const secrets = 'plugin::analysis.secrets';
  const before = app.strapi.config.get(secrets) as string[];
  app.strapi.config.set(secrets, ['another-secret', ...before]);
  await read(documentId, token).expect(200);
  app.strapi.config.set(secrets, ['another-secret']);
  await read(documentId, token).expect(404);
  app.strapi.config.set(secrets, before);
});

test('only who may read this article’s text in the content manager gets a link', async () => {
  const { documentId } = await createArticle(app, { published: false });
  const action = 'plugin::content-manager.explorer.read';
  const reading = (fields: string[]): AdminPermission[] => [
    { action, subject: ARTICLE, properties: { fields } },
  ];
  const answer = async (permissions: AdminPermission[], id = documentId) => {
    const session = await adminToken(app, permissions);
    const { status, body } = await ask(id, session);
    return status === 200 ? typeof body.data.url : status;
  };
  expect(await answer(reading(['title', 'body', 'summaries']))).toBe('string');
  expect(await answer(reading(['title']))).toBe(204);
  expect(await answer([{ action: 'plugin::analysis.moderation.read' }])).toBe(204);
  await ask(documentId, 'nobody').expect(401);
  await app
    .http()
    .get(`/content-manager/preview/url/${ARTICLE}?documentId=${documentId}`)
    .expect(401);
  // Strapi's authors have their own articles only.
  const author = await adminToken(app, { role: 'strapi-author' });
  expect((await ask(documentId, author)).status).toBe(204);
  // Nor is there one to what is not there, or to another type.
  expect((await ask('nosucharticle')).status).toBe(204);
  expect((await ask(documentId, editor, 'draft', 'plugin::analysis.summary')).status).toBe(204);
});

test('the reader shows it with a banner and without forms, in a frame of the admin only', async () => {
  const { documentId } = await createArticle(app, {
    published: false,
    title: 'The unseen harbour',
  });
  const { page } = await link(documentId);
  const english = await app.http().get(page).set('Accept-Language', 'en').expect(200);
  expect(english.text).toContain('Preview – not published.');
  expect(english.text).toMatch(/This link ends on .* UTC/);
  expect(english.text).toContain('The unseen harbour');
  expect(english.text).toContain('<meta name="robots" content="noindex"/>');
  expect(english.text).not.toMatch(/method="post"|application\/ld\+json/);
  expect(english.headers['cache-control']).toBe('private, no-store');
  expect(english.headers['x-robots-tag']).toBe('noindex');
  expect(english.headers['content-security-policy']).toMatch(/frame-ancestors 'self' http/);
  const { headers } = await ask(documentId).expect(200);
  expect(headers['content-security-policy']).toMatch(/frame-src 'self'/);
  const french = await app.http().get(`${page}&lang=fr`).expect(200);
  expect(french.text).toContain('Aperçu – non publié.');
  // The switch between the languages keeps the token.
  expect(french.text).toMatch(new RegExp(`href="/preview/${documentId}\\?token=[^"]+lang=en"`));
});

test('it says of a published post whether there are changes that are not', async () => {
  const { documentId } = await createArticle(app);
  const said = async (status: string) => {
    const { page, token } = await link(documentId, status);
    const banner = async (lang: string) =>
      /data-preview="[^"]*"><p><strong>([^<]*)</.exec(
        (await app.http().get(`${page}&lang=${lang}`).expect(200)).text
      )?.[1];
    const { body } = await read(documentId, token).expect(200);
    return [body.meta.documentStatus, await banner('en'), await banner('fr')];
  };
  const published = ['published', 'Preview of what is published.', 'Aperçu de ce qui est publié.'];
  expect(await said('draft')).toEqual(published);
  expect(await said('published')).toEqual(published);

  await documents(app, ARTICLE).update({ documentId, data: { sourceName: 'After' } as never });
  expect(await said('draft')).toEqual([
    'modified',
    'Preview – with unpublished changes.',
    'Aperçu – avec des modifications non publiées.',
  ]);
  expect(await said('published')).toEqual(['modified', ...published.slice(1)]);

  await documents(app, ARTICLE).publish({ documentId });
  expect(await said('draft')).toEqual(published);
  await documents(app, ARTICLE).unpublish({ documentId });
  expect(await said('draft')).toEqual([
    'draft',
    'Preview – not published.',
    'Aperçu – non publié.',
  ]);
});

test('a preview costs a fixed number of queries', async () => {
  const { documentId } = await createArticle(app);
  await createSummary(app, documentId);
  const { token } = await link(documentId);
  await read(documentId, token).expect(200);
  const { queries } = await countQueries(app, () => read(documentId, token).expect(200));
  expect(queries.length).toBeLessThanOrEqual(7);
});
