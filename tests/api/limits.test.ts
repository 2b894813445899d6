import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { sharedApp, type TestApp } from '../helpers/app';
import { ROOT } from '../helpers/database';
import { commentBody, commentPath, commentsPath } from '../helpers/discussion';
import { adminToken, createArticle, visitor } from '../helpers/factories';
import { until } from '../helpers/outside';

const REDIS = new URL(process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379');
const MINUTE = 60;

let app: TestApp;
let admin: string;
beforeAll(async () => {
  app = await sharedApp({ config: { 'comments.triage': true } });
  admin = await adminToken(app);
});
afterEach(() => expect(app.errors.splice(0)).toEqual([]));
afterAll(() => app.stop());

/** A key that no other run counts under. */
const anyone = () => randomBytes(8).toString('hex');

describe('floods of comments', () => {
  async function limit(flood: { perIdentity: number; perNetwork: number }) {
    const { body } = await app
      .http()
      .get('/analysis/triage/policy')
      .set('Authorization', `Bearer ${admin}`)
      .expect(200);
    await app
      .http()
      .put('/analysis/triage/policy')
      .set('Authorization', `Bearer ${admin}`)
      .send({ data: { ...body.data, flood: { ...body.data.flood, ...flood } } })
      .expect(200);
  }
  const post = async (article: string, guest: string, content = `A thought, ${anyone()}.`) => {
    const { body } = await app
      .http()
      .post(commentsPath(article))
      .set(visitor(guest))
      .send(commentBody({ content }))
      .expect(201);
    const { document_id: id, held_reasons: held } = await app.strapi.db
      .connection('analysis_comments')
      .where({ document_id: body.data.documentId })
      .first();
    const reasons = typeof held === 'string' ? JSON.parse(held) : (held ?? []);
    const codes = reasons.map(({ phase, code }: Record<string, string>) => `${phase}.${code}`);
    return { id, codes, editToken: body.meta.editToken };
  };
  let article: string;
  beforeEach(async () => {
    article = (await createArticle(app)).documentId;
  });

  test('count one reader over all articles; another is not meant', async () => {
    await limit({ perIdentity: 2, perNetwork: 10_000 });
    const reader = anyone();
    const other = (await createArticle(app)).documentId;
    expect((await post(article, reader)).codes).toEqual([]);
    expect((await post(other, reader)).codes).toEqual([]);
    expect((await post(article, reader)).codes).toEqual(['flood.identity']);
    expect((await post(article, anyone())).codes).toEqual([]);
  });

  test('count what was refused too, and no edits', async () => {
    await limit({ perIdentity: 3, perNetwork: 10_000 });
    const reader = anyone();
    const { id, editToken } = await post(article, reader, 'The very same words as before.');
    const again = await post(article, reader, 'The very same words as before.');
    expect(again.codes).toEqual(['duplicates.same_author']);
    for (const content of ['Put better.', 'Put better still.']) {
      await app
        .http()
        .patch(commentPath(id))
        .set({ 'X-Analysis-Edit-Token': editToken, ...visitor(reader) })
        .send({ data: { content } })
        .expect(200);
    }
    expect((await post(article, reader)).codes).toEqual([]);
    expect((await post(article, reader)).codes).toEqual(['flood.identity']);
  });

  test('count a network, whoever the readers are', async () => {
    // All tests come from one network, which has written before.
    await limit({ perIdentity: 1_000, perNetwork: 1 });
    await post(article, anyone());
    expect((await post(article, anyone())).codes).toEqual(['flood.network']);
  });
});

interface Limits {
  take(name: string, key: string, windowSeconds: number): Promise<number>;
  enforce(
    name: string,
    key: string,
    bound: { most: number; seconds: number },
    why: string
  ): Promise<void>;
  close(): Promise<void>;
}

/** Another instance's limits, as they are deployed. */
function limitsAt(url: string, warned: string[] = []): Limits {
  const load = createRequire(path.join(ROOT, 'package.json'));
  const plugin = load('strapi-plugin-analysis/strapi-server').default;
  const strapi = {
    config: { get: () => ({ redis: { url } }) },
    log: { warn: (line: string) => warned.push(line) },
  } as unknown as Core.Strapi;
  return plugin.services.limits({ strapi });
}

const open: { close(): unknown }[] = [];
const kept = <T extends { close(): unknown }>(each: T): T => {
  open.push(each);
  return each;
};
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

test('in memory each instance counts for itself', async () => {
  const [one, two] = [kept(limitsAt('')), kept(limitsAt(''))];
  const key = anyone();
  expect(await one.take('try', key, MINUTE)).toBe(1);
  expect(await one.take('try', key, MINUTE)).toBe(2);
  expect(await two.take('try', key, MINUTE)).toBe(1);
});

test.each([
  ['in memory', ''],
  ['over Redis', REDIS.href],
])('the first hundred at once are counted together %s', async (_where, url) => {
  const limits = kept(limitsAt(url));
  const key = anyone();
  const counts = await Promise.all(
    Array.from({ length: 100 }, () => limits.take('try', key, MINUTE))
  );
  expect(Math.max(...counts)).toBe(100);
});

test('beyond a bound there is a refusal until the window ends; none is no bound', async () => {
  const limits = kept(limitsAt(REDIS.href));
  const key = anyone();
  const enforce = (most: number, seconds = MINUTE) =>
    limits.enforce('bound', key, { most, seconds }, 'That was a lot.');
  await enforce(2);
  await enforce(2);
  const refusal = await enforce(2).catch((error) => error);
  expect(refusal).toMatchObject({ name: 'RateLimitError', message: 'That was a lot.' });
  expect(refusal.details.retryAfter).toBeGreaterThan(0);
  expect(refusal.details.retryAfter).toBeLessThanOrEqual(MINUTE);
  for (let n = 0; n < 5; n += 1) await enforce(0);
});

test('over Redis instances count together, by name and by key', async () => {
  const [one, two] = [kept(limitsAt(REDIS.href)), kept(limitsAt(REDIS.href))];
  const key = anyone();
  expect(await one.take('try', key, MINUTE)).toBe(1);
  expect(await two.take('try', key, MINUTE)).toBe(2);
  const both = await Promise.all(
    [...'abcdefgh'].map((_, n) => (n % 2 ? one : two).take('try', key, MINUTE))
  );
  expect(both.sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await two.take('other', key, MINUTE)).toBe(1);
  expect(await two.take('try', anyone(), MINUTE)).toBe(1);
});

/** A way to Redis that can be cut. */
async function wayToRedis() {
  const sockets = new Set<Socket>();
  const make = (): Server =>
    createServer((from) => {
      const to = connect(Number(REDIS.port), REDIS.hostname);
      for (const socket of [from, to]) {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => (from.destroy(), to.destroy(), sockets.delete(socket)));
      }
      from.pipe(to).pipe(from);
    });
  const listen = (server: Server, port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  let server = make();
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    sockets.forEach((socket) => socket.destroy());
    await closed;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    cut,
    close: cut,
    async mend() {
      server = make();
      await listen(server, port);
    },
  };
}

test('without Redis each counts in memory, and together again once it is back', async () => {
  const way = kept(await wayToRedis());
  const warned: string[] = [];
  const near = kept(limitsAt(way.url, warned));
  const far = kept(limitsAt(REDIS.href));
  const key = anyone();
  expect(await near.take('try', key, MINUTE)).toBe(1);
  expect(await far.take('try', key, MINUTE)).toBe(2);

  await way.cut();
  const alone = await near.take('try', key, MINUTE);
  expect(await near.take('try', key, MINUTE)).toBe(alone + 1);
  expect(await far.take('try', key, MINUTE)).toBe(3);
  await until(() => warned.length > 0);
  expect(warned).toEqual([expect.stringMatching(/^Limits are counted in memory/)]);

  await way.mend();
  // What is counted alone stays behind what the other counts.
  await until(async () => {
    const counted = await far.take('try', key, MINUTE);
    return (await near.take('try', key, MINUTE)) === counted + 1;
  });
});

test('Redis that never was there is no reason not to start', async () => {
  const way = await wayToRedis();
  await way.cut();
  const limits = kept(limitsAt(way.url));
  const key = anyone();
  expect(await limits.take('try', key, MINUTE)).toBe(1);
  expect(await limits.take('try', key, MINUTE)).toBe(2);
});
