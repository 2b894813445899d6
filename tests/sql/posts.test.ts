import { sharedApp, type TestApp } from '../helpers/app';
import { approvedComment } from '../helpers/discussion';
import {
  ARTICLE,
  articleData,
  countQueries,
  createArticle,
  createSummary,
  documents,
  emptyCache,
  setPublicPermission,
  setSummaries,
  visitor,
} from '../helpers/factories';

let app: TestApp;
beforeAll(async () => {
  app = await sharedApp();
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const get = (slug: string, query = '') => app.http().get(`/api/analysis/posts/${slug}${query}`);

/** An English article with French and Portuguese summaries. */
async function madePost(overrides: Record<string, unknown> = {}) {
  const article = await createArticle(app, overrides);
  await createSummary(app, article.documentId, { language: 'fr' });
  await createSummary(app, article.documentId, {
    language: 'pt-BR',
    text: 'O conselho debateu o plano do porto; a questão do risco continua em aberto.',
  });
  return article;
}

test('a whole post comes in one answer', async () => {
  const topic = (await documents(app, 'plugin::analysis.topic').create({
    data: { name: 'Ethics', kind: 'aspect' } as never,
  })) as unknown as { documentId: string };
  const { slug, documentId } = await madePost({
    sourceName: 'Example News',
    generatorModel: 'm-1',
    promptHash: 'secret-hash',
    runId: 'secret-run',
    topics: [topic.documentId],
  });
  await approvedComment(app, documentId, { content: 'Well said.' });
  await app
    .http()
    .put(`/api/analysis/articles/${documentId}/rating`)
    .send({ data: { value: 4 } })
    .expect(200);
  const { body } = await get(slug).expect(200);
  expect(body.data).toMatchObject({
    article: {
      documentId,
      slug,
      language: 'en',
      direction: 'ltr',
      bodyHtml: expect.stringMatching(/^<p>The council/),
      sourceName: 'Example News',
      disclosure: 'generated',
      review: null,
      topics: [{ name: 'Ethics', slug: 'ethics', kind: 'aspect' }],
    },
    summary: { language: 'fr' },
    summaries: [{ language: 'fr' }, { language: 'pt-BR' }],
    rating: { total: 1, average: 4 },
    comments: { items: [{ content: 'Well said.' }], meta: { total: 1 } },
    jsonLd: {
      '@type': ['NewsArticle', 'AnalysisNewsArticle'],
      commentCount: 1,
      aggregateRating: { ratingValue: 4, ratingCount: 1 },
      url: expect.stringMatching(new RegExp(`/posts/${slug}$`)),
    },
  });
  expect(JSON.stringify(body)).not.toMatch(/secret-|reviewedHash|"mine"/);
});

test('a post without votes states no rating in its structured data', async () => {
  const { slug } = await createArticle(app);
  const { body } = await get(slug).expect(200);
  expect(body.data.rating).toMatchObject({ total: 0, average: 0 });
  expect(body.data.jsonLd).not.toHaveProperty('aggregateRating');
  expect(body.data).toMatchObject({ summary: null, summaries: [], comments: { items: [] } });
});

test.each([
  ['?lang=fr', '', 'fr'],
  ['?lang=pt', '', 'pt-BR'],
  ['?lang=pt-PT', '', 'pt-BR'],
  ['?lang=de', '', 'fr'],
  ['', 'pt-BR,pt;q=0.9,fr;q=0.1', 'pt-BR'],
  ['', 'de, pt;q=0.5, fr;q=0.4', 'pt-BR'],
  ['?lang=fr', 'pt', 'fr'],
  ['', 'en', 'fr'],
  ['', ';;;,,q=', 'fr'],
])('%s with Accept-Language %j gets the summary in %s', async (query, header, language) => {
  const { slug } = await madePost();
  const { body, headers } = await get(slug, query).set('Accept-Language', header).expect(200);
  expect(body.data.summary.language).toBe(language);
  expect(headers['content-language']).toBe(`en, ${language}`);
  expect(headers.vary).toContain('Accept-Language');
});

test('caches may keep it, and who holds it gets 304 until something changes', async () => {
  const { slug, documentId } = await madePost();
  const first = await get(slug).expect(200);
  expect(first.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=300');
  expect(first.headers.etag).toMatch(/^W\/"/);
  expect(first.headers['set-cookie']).toBeUndefined();
  const again = () => get(slug).set('If-None-Match', first.headers.etag as string);
  const unchanged = await again().expect(304);
  expect(unchanged.text).toBe('');
  const tag = /"(.+)"/.exec(first.headers.etag as string)?.[1] as string;
  const compressed = [`"${tag}-gzip"`, `W/"${tag}-gzip"`, `"other", "${tag}-gzip"`, '*'];
  for (const held of compressed) {
    // Once from the cache, once from what fills it.
    await get(slug).set('If-None-Match', held).expect(304);
    emptyCache(app);
    await get(slug).set('If-None-Match', held).expect(304);
  }
  await get(slug).set('If-None-Match', '"other-gzip"').expect(200);
  await again().set('Accept-Language', 'pt').expect(200);
  await app
    .http()
    .put(`/api/analysis/articles/${documentId}/rating`)
    .set(visitor('etag'))
    .send({ data: { value: 4 } })
    .expect(200);
  await again().expect(200);
});

test('an old slug redirects for good, with its query, and never to what is not public', async () => {
  const { slug, documentId } = await createArticle(app);
  const articles = documents(app, ARTICLE);
  const next = `${slug.slice(0, 60)}-moved`;
  await articles.update({ documentId, data: { slug: next } as never });
  await get(next).expect(404);
  await articles.publish({ documentId });
  const { headers } = await get(slug, '?lang=fr').expect(301);
  expect(headers.location).toBe(`/api/analysis/posts/${next}?lang=fr`);
  await get(next).expect(200);
  await articles.unpublish({ documentId });
  await get(slug).expect(404);
  await get(next).expect(404);
});

test('drafts, unknown and odd slugs are 404', async () => {
  const draft = await createArticle(app, { published: false });
  for (const slug of [
    draft.slug,
    'no-such-post',
    'UPPER',
    'a'.repeat(500),
    encodeURIComponent('été'),
    encodeURIComponent("' or 1=1 --"),
  ]) {
    await get(slug).expect(404);
  }
  await get('%00').expect(400);
  await get('%E0%A4%A').expect(400);
});

test('a summary shows once it is published with its article', async () => {
  const { slug, documentId } = await createArticle(app);
  await createSummary(app, documentId, { published: false });
  expect((await get(slug)).body.data.summaries).toEqual([]);
  await documents(app, ARTICLE).publish({ documentId });
  expect((await get(slug)).body.data.summaries).toHaveLength(1);
  await setSummaries(app, documentId, [], { publish: false });
  expect((await get(slug)).body.data.summaries).toHaveLength(1);
  await documents(app, ARTICLE).publish({ documentId });
  expect((await get(slug)).body.data.summaries).toEqual([]);
});

test('a changed draft is not shown before it is published', async () => {
  const { slug, documentId } = await createArticle(app);
  await documents(app, ARTICLE).update({
    documentId,
    data: { body: `Rewritten. ${'x'.repeat(300)}` } as never,
  });
  expect((await get(slug)).body.data.article.body).not.toContain('Rewritten');
});

test('a reviewed post says who answers for it, until the text changes', async () => {
  const { slug, documentId } = await createArticle(app, {
    reviewer: 'Ana Editor',
    editorialResponsibility: true,
  });
  expect((await get(slug)).body.data.article).toMatchObject({
    disclosure: 'generated-reviewed',
    review: { reviewer: 'Ana Editor' },
  });
  const articles = documents(app, ARTICLE);
  await articles.update({ documentId, data: { title: 'Another title for it' } as never });
  await articles.publish({ documentId });
  expect((await get(slug)).body.data.article).toMatchObject({
    disclosure: 'generated',
    review: null,
  });
});

test('nothing in a hostile body becomes a tag', async () => {
  const { slug } = await createArticle(app, {
    body: `<script>alert(1)</script> [x](javascript:alert(1)) ${'text '.repeat(60)}`,
  });
  const { body } = await get(slug).expect(200);
  expect(body.data.article.bodyHtml).toContain('&lt;script&gt;');
  expect(body.data.article.bodyHtml).not.toMatch(/<script|href="javascript/);
});

test.each([
  ['?lang=no%20tag', 'lang'],
  ['?lang[]=fr', 'lang'],
  ['?populate=*', 'populate'],
  ['?fields=runId', 'fields'],
])('%s is refused, naming the parameter', async (query, path) => {
  const { slug } = await createArticle(app);
  const { body } = await get(slug, query).expect(400);
  expect(body.error.details.errors[0].path).toEqual([path]);
});

test('a page takes at most seven queries, whatever the number of comments', async () => {
  const { slug, documentId } = await madePost();
  await get(slug).expect(200);
  const quiet = await madePost();
  const root = await approvedComment(app, quiet.documentId);
  await approvedComment(app, quiet.documentId, { parent: root.documentId });
  await get(quiet.slug).expect(200);
  await emptyCache(app);
  const before = await countQueries(app, () => get(quiet.slug));
  const knex = app.strapi.db.connection;
  await knex.batchInsert(
    'analysis_comments',
    Array.from({ length: 200 }, (_, n) => ({
      document_id: `query${n}x${documentId}`,
      root_id: `query${n - (n % 4)}x${documentId}`,
      parent_id: n % 4 === 0 ? null : `query${n - (n % 4)}x${documentId}`,
      depth: n % 4 === 0 ? 0 : 1,
      article_id: documentId,
      state: 'approved',
      visible: true,
      content: `Comment ${n}`,
      author_name: 'Ana',
      report_count: 0,
      created_at: new Date(Date.now() + n),
    })),
    50
  );
  await app.strapi.plugin('analysis').service('housekeeping').recount();
  await emptyCache(app);
  const after = await countQueries(app, () => get(slug));
  expect(after.result.body.data.comments.items).toHaveLength(20);
  expect(after.result.body.data.comments.items[0].replies).toHaveLength(3);
  // A discussion that fits a page is read at once, a larger one by threads and their replies.
  expect(after.queries.length).toBe(before.queries.length + 1);
  expect(after.queries.length).toBeLessThanOrEqual(7);
  expect(after.queries.length).toBeGreaterThan(0);
});

test('the permission can be taken away', async () => {
  const { slug } = await createArticle(app);
  await setPublicPermission(app, 'plugin::analysis.post.findOne', false);
  await get(slug).expect(403);
  await setPublicPermission(app, 'plugin::analysis.post.findOne', true);
});

test('rankings sort by what is asked, within the days asked for', async () => {
  const articles: string[] = [];
  for (const votes of [[5], [4, 4, 4], [1, 1]]) {
    const made = await createArticle(app, articleData());
    articles.push(made.documentId);
    for (const [n, value] of votes.entries()) {
      await app
        .http()
        .put(`/api/analysis/articles/${made.documentId}/rating`)
        .set(visitor(`rank${n}`))
        .send({ data: { value } })
        .expect(200);
    }
  }
  const [one, many, low] = articles as [string, string, string];
  await approvedComment(app, low);
  await approvedComment(app, low);
  const order = async (query: string) => {
    const { body } = await app.http().get(`/api/analysis/rankings?limit=100&${query}`).expect(200);
    return body.data
      .map(({ documentId }: { documentId: string }) => documentId)
      .filter((id: string) => articles.includes(id));
  };
  expect(await order('by=average')).toEqual([one, many, low]);
  expect(await order('by=score')).toEqual([many, one, low]);
  expect(await order('by=votes')).toEqual([many, low, one]);
  expect((await order('by=comments'))[0]).toBe(low);
  await app.strapi.db
    .connection('analysis_articles')
    .where({ document_id: many })
    .update({ first_published_at: new Date(Date.now() - 10 * 86_400_000) });
  expect(await order('by=score&days=7')).toEqual([one, low]);
  expect(await order('by=score&days=30')).toEqual([many, one, low]);
});

test('rankings refuse what they do not know, and cost the same for one post or many', async () => {
  for (const [query, path] of [
    ['by=best', 'by'],
    ['days=0', 'days'],
    ['days=x', 'days'],
    ['limit=101', 'limit'],
    ['sort=score', 'sort'],
  ]) {
    const { body } = await app.http().get(`/api/analysis/rankings?${query}`).expect(400);
    expect(body.error.details.errors[0].path).toEqual([path]);
  }
  const count = (limit: number) =>
    countQueries(app, () => app.http().get(`/api/analysis/rankings?limit=${limit}`));
  expect((await count(10)).queries.length).toBe((await count(1)).queries.length);
});
