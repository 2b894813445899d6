import { createHmac } from 'node:crypto';
import { Redis } from 'ioredis';
import { startApp, type TestApp } from '../helpers/app';
import { createArticle, setPublicPermission, visitor } from '../helpers/factories';
import { startInstance, type Instance } from '../helpers/instance';
import { startOutside, until, type Outside } from '../helpers/outside';

const REDIS_URL = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';
const SECRET = 'a secret of the purge hook';

let app: TestApp;
let other: Instance;
let hook: Outside;
beforeAll(async () => {
  hook = await startOutside();
  hook.answer((_request, response) => response.end());
  app = await startApp({
    env: { REDIS_URL, PURGE_URL: hook.url, PURGE_SECRET: SECRET },
    // So long that nothing is new by age alone.
    config: { 'delivery.cache.ttlSeconds': 3_600, 'delivery.cache.ttlSecondsAlone': 0 },
  });
  other = await startInstance();
  await until(() => view().linked);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(async () => {
  await other.stop();
  await app.stop();
  await hook.stop();
});

const view = () => app.strapi.plugin('analysis').service('postCache').view();
const api = (slug: string) => `/api/analysis/posts/${slug}`;
const there = async (slug: string) => fetch(`${other.url}${api(slug)}`);
const totalThere = async (slug: string) =>
  ((await (await there(slug)).json()) as { data: { rating: { total: number } } }).data.rating.total;
const vote = (documentId: string, who: string) => ({
  path: `/api/analysis/articles/${documentId}/rating`,
  headers: { ...visitor(who), 'content-type': 'application/json' },
  body: JSON.stringify({ data: { value: 5 } }),
});

test('what changes on one instance shows on the other long before its age, both ways', async () => {
  const { slug, documentId } = await createArticle(app);
  // Kept on both sides, and given out from there.
  await until(async () => (await there(slug)).headers.has('age'));
  await until(async () => 'age' in (await app.http().get(api(slug))).headers);
  const here = vote(documentId, 'ana');
  await app.http().put(here.path).set(here.headers).send(here.body).expect(200);
  await until(async () => (await totalThere(slug)) === 1);

  const elsewhere = vote(documentId, 'bo');
  const { status } = await fetch(`${other.url}${elsewhere.path}`, { method: 'PUT', ...elsewhere });
  expect(status).toBe(200);
  expect(await totalThere(slug)).toBe(2);
  const totalHere = async () => (await app.http().get(api(slug))).body.data.rating.total;
  await until(async () => (await totalHere()) === 2);
});

test('a permission taken away on one instance is gone on the other', async () => {
  const { slug } = await createArticle(app);
  await there(slug);
  expect((await there(slug)).status).toBe(200);
  await setPublicPermission(app, 'plugin::analysis.post.findOne', false);
  await until(async () => (await there(slug)).status === 403);
  await setPublicPermission(app, 'plugin::analysis.post.findOne', true);
  await until(async () => (await there(slug)).status === 200);
});

test('an instance that may have missed something keeps nothing of before', async () => {
  const { slug, documentId } = await createArticle(app);
  await app.http().get(api(slug)).expect(200);
  expect((await app.http().get(api(slug))).headers).toHaveProperty('age');
  const redis = new Redis(REDIS_URL);
  await redis.client('KILL', 'TYPE', 'pubsub', 'SKIPME', 'yes');
  await redis.quit();
  // Changed past every hook, as by somebody whose message was lost.
  await app.strapi.db
    .connection('analysis_articles')
    .where({ document_id: documentId })
    .update({ source_name: 'Nobody said so' });
  await until(async () => {
    const { body } = await app.http().get(api(slug));
    return body.data.article.sourceName === 'Nobody said so';
  });
  await until(() => view().linked);
});

test('the purge hook is told what to forget, signed, and again when it did not answer', async () => {
  // What changed before goes out first. A drop of everything takes the place of the tags that wait
  // with it, so that an article of that moment is never named.
  for (let isNamed = false; !isNamed;) {
    hook.received.splice(0);
    const { documentId: before } = await createArticle(app);
    await until(() => hook.received.length > 0);
    isNamed = hook.received.some(({ body }) => body.includes(`article:${before}`));
  }
  hook.received.splice(0);
  let failures = 1;
  hook.answer((_request, response) => {
    response.statusCode = failures > 0 ? 503 : 204;
    failures -= 1;
    response.end();
  });
  const { documentId } = await createArticle(app);
  await until(() => hook.received.length >= 2);
  const [first, second] = hook.received.map(({ body, headers }) => {
    const timestamp = headers['x-analysis-timestamp'] as string;
    const signature = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
    expect(headers['x-analysis-signature']).toBe(`v1=${signature}`);
    return JSON.parse(body) as { id: string; tags: string[] };
  });
  expect(first?.tags.sort()).toEqual([`article:${documentId}`, 'list']);
  expect(second?.tags).toEqual(first?.tags);
  expect(second?.id).toBe(first?.id);
});
