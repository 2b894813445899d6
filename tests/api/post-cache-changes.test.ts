import { sharedApp, type TestApp } from '../helpers/app';
import { commentPath, commentsPath, decide, postComment } from '../helpers/discussion';
import {
  adminToken,
  ARTICLE,
  createArticle,
  createSummary,
  documents,
  setSummaries,
  visitor,
} from '../helpers/factories';
import { behindProxy, fromNetwork } from '../helpers/networks';

let app: TestApp;
beforeAll(async () => {
  // No answer goes stale by itself here: what is new is so because somebody said so.
  app = await sharedApp({ config: { 'delivery.cache.ttlSecondsAlone': 3_600 } });
  behindProxy(app);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

const api = (slug: string) => `/api/analysis/posts/${slug}`;
const page = (slug: string) => `/posts/${slug}`;
const read = async (path: string, headers: Record<string, string> = {}) =>
  app.http().get(path).set(headers);
const post = async (slug: string) => (await app.http().get(api(slug)).expect(200)).body.data;

const rate = (documentId: string, value: number, who = 'ana') =>
  app
    .http()
    .put(`/api/analysis/articles/${documentId}/rating`)
    .set(visitor(who))
    .send({ data: { value } })
    .expect(200);

describe('the next read shows', () => {
  test('a vote, its change and its withdrawal', async () => {
    const { slug, documentId } = await createArticle(app);
    expect((await post(slug)).rating.total).toBe(0);
    await rate(documentId, 4);
    expect((await post(slug)).rating).toMatchObject({ total: 1, average: 4 });
    expect((await read(page(slug))).text).toMatch(/Total: 1 Average: 4/);
    await rate(documentId, 2);
    expect((await post(slug)).rating).toMatchObject({ total: 1, average: 2 });
    await app
      .http()
      .delete(`/api/analysis/articles/${documentId}/rating`)
      .set(visitor('ana'))
      .expect(200);
    expect((await post(slug)).rating.total).toBe(0);
  });

  test('a comment once it is approved, edited, reported away or deleted', async () => {
    const { slug, documentId } = await createArticle(app);
    const texts = async () => {
      const [{ body }, data] = [await read(commentsPath(documentId)), await post(slug)];
      expect(data.comments.items).toEqual(body.data);
      return body.data.map(({ content }: { content: string }) => content);
    };
    expect(await texts()).toEqual([]);
    const { documentId: id, editToken } = await postComment(app, documentId);
    expect(await texts()).toEqual([]);
    await decide(app, id, 'approved');
    expect(await texts()).toEqual(['What about the ferries?']);
    await app
      .http()
      .patch(commentPath(id))
      .set({ ...visitor('ana'), 'X-Analysis-Edit-Token': editToken })
      .send({ data: { content: 'What about the trams?' } })
      .expect(200);
    expect(await texts()).toEqual([]);
    await decide(app, id, 'approved');
    expect(await texts()).toEqual(['What about the trams?']);
    for (const network of [1, 2, 3]) {
      await app
        .http()
        .post(`${commentPath(id)}/reports`)
        .set(fromNetwork(network))
        .send({ data: { reason: 'spam' } })
        .expect(201);
    }
    expect(await texts()).toEqual([]);
    await decide(app, id, 'approved');
    expect(await texts()).toEqual(['What about the trams?']);
    await app
      .http()
      .delete(commentPath(id))
      .set({ ...visitor('ana'), 'X-Analysis-Edit-Token': editToken })
      .expect(204);
    expect(await texts()).toEqual([]);
  });

  test('a comment, and a reply, that are public as they arrive', async () => {
    const key = 'plugin::analysis.comments.initialStatus';
    app.strapi.config.set(key, 'approved');
    try {
      const { slug, documentId } = await createArticle(app);
      const shown = async () => {
        const [{ body }, data] = [await read(commentsPath(documentId)), await post(slug)];
        expect(data.comments.items).toEqual(body.data);
        return JSON.stringify(body.data);
      };
      expect(await shown()).toBe('[]');
      const { documentId: parent } = await postComment(app, documentId, { content: 'At once.' });
      expect(await shown()).toContain('At once.');
      await postComment(app, documentId, { content: 'A reply at once.', parent });
      expect(await shown()).toContain('A reply at once.');
      expect((await read(page(slug))).text).toContain('A reply at once.');
    } finally {
      app.strapi.config.set(key, 'pending');
    }
  });

  test('what an editor did to post, summary, topic and discussion', async () => {
    const topics = documents(app, 'plugin::analysis.topic');
    const topic = (await topics.create({
      data: { name: 'Harbours', kind: 'subject' } as never,
    })) as unknown as { documentId: string };
    const { slug, documentId } = await createArticle(app, { topics: [topic.documentId] });
    expect(await post(slug)).toMatchObject({ summary: null, article: { sourceName: null } });

    await createSummary(app, documentId);
    expect((await post(slug)).summary.text).toMatch(/^Le conseil/);
    const text = 'Le conseil a voté le plan du port après un long débat sur le risque.';
    await setSummaries(app, documentId, [{ language: 'fr', text }]);
    expect((await post(slug)).summary.text).toBe(text);
    await setSummaries(app, documentId, []);
    expect((await post(slug)).summary).toBeNull();

    await topics.update({
      documentId: topic.documentId,
      data: { name: 'Harbours and ports' } as never,
    });
    expect((await post(slug)).article.topics).toMatchObject([{ name: 'Harbours and ports' }]);

    await app.strapi
      .plugin('analysis')
      .service('articles')
      .setDiscussion(documentId, { closed: true });
    expect((await post(slug)).comments.meta.open).toBe(false);

    const update = { sourceName: 'Another Paper', slug: `${slug}-b` };
    await documents(app, ARTICLE).update({ documentId, data: update as never });
    expect((await post(slug)).article.sourceName).toBeNull();
    await documents(app, ARTICLE).publish({ documentId });
    expect((await read(api(slug))).status).toBe(301);
    expect((await post(`${slug}-b`)).article.sourceName).toBe('Another Paper');

    await documents(app, ARTICLE).unpublish({ documentId });
    expect((await read(api(`${slug}-b`))).status).toBe(404);
    expect((await read(page(`${slug}-b`))).status).toBe(404);
    await documents(app, ARTICLE).publish({ documentId });
    await post(`${slug}-b`);
    await documents(app, ARTICLE).delete({ documentId });
    expect((await read(api(`${slug}-b`))).status).toBe(404);
    expect((await read(commentsPath(documentId))).status).toBe(404);
  });

  test('a new post and a vote in the lists', async () => {
    const ranking = async () =>
      (await read('/api/analysis/rankings?by=votes&limit=1')).body.data[0].slug;
    await ranking();
    const { slug, documentId } = await createArticle(app, { title: 'A title of its own' });
    for (const who of ['e', 'f', 'g', 'h']) await rate(documentId, 5, who);
    expect(await ranking()).toBe(slug);
    expect((await read('/')).text).toMatch('A title of its own');
    await documents(app, ARTICLE).unpublish({ documentId });
    expect(await ranking()).not.toBe(slug);
    expect((await read('/')).text).not.toMatch('A title of its own');
  });

  test('that an administrator has taken a permission away', async () => {
    const { slug } = await createArticle(app);
    await post(slug);
    await read(page(slug));
    const token = await adminToken(app);
    const roles = await app
      .http()
      .get('/users-permissions/roles')
      .set('Authorization', `Bearer ${token}`);
    const { id } = roles.body.roles.find(({ type }: { type: string }) => type === 'public');
    const set = async (allowed: boolean) => {
      const { body } = await app
        .http()
        .get(`/users-permissions/roles/${id}`)
        .set('Authorization', `Bearer ${token}`)
        .expect(200);
      const { role } = body;
      role.permissions['plugin::analysis'].controllers.post.findOne.enabled = allowed;
      await app
        .http()
        .put(`/users-permissions/roles/${id}`)
        .set('Authorization', `Bearer ${token}`)
        .send({
          name: role.name,
          description: role.description,
          permissions: role.permissions,
          users: [],
        })
        .expect(200);
    };
    await set(false);
    expect((await read(api(slug))).status).toBe(403);
    expect((await read(page(slug))).status).toBe(403);
    await set(true);
    expect((await read(api(slug))).status).toBe(200);
  });

  test('a reader’s own vote, while others read and vote', async () => {
    const { slug, documentId } = await createArticle(app);
    let done = false;
    let reads = 0;
    const others = Array.from({ length: 4 }, async () => {
      while (!done) {
        await post(slug);
        reads += 1;
      }
    });
    const seen: number[] = [];
    try {
      for (let n = 1; n <= 40; n += 1) {
        await rate(documentId, 3, `reader-${n}`);
        seen.push((await post(slug)).rating.total);
      }
    } finally {
      done = true;
      await Promise.all(others);
    }
    expect(seen).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
    expect(reads).toBeGreaterThan(40);
  });
});
