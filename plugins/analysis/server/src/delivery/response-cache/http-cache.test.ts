import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import Koa, { type Context } from 'koa';
import { describeResponse } from '../../platform/http/cache-tags';
import { HttpCache } from './http-cache';
import { keysOf } from './cache-key';

const MAX_BYTES = 2_000_000;
/** Several times what there is room for; all of them take half a minute. */
const MANY = process.env.TEST_FULL ? 100_000 : 30_000;

/** A small application that says how often it was asked, with real Koa around it. */
function application(options: { ttl?: number; bodyOf?: (ctx: Context) => string } = {}) {
  const { ttl = 60_000, bodyOf = (ctx) => `${ctx.path} `.repeat(300) } = options;
  const clock = { now: 1_000_000 };
  const asked: string[] = [];
  const gates: (() => void)[] = [];
  const state = { hold: false };
  const cache = new HttpCache({
    keyOf: keysOf([
      { path: '/posts/:slug', lang: true, unknown: 'ignored' },
      { path: '/days/:n', query: ['days'], unknown: 'refused' },
    ]),
    maxBytes: MAX_BYTES,
    ttl: () => ttl,
    staleFor: () => 10_000,
    onHit: () => undefined,
    now: () => clock.now,
  });
  const koa = new Koa();
  const socket = new Socket();
  const respond = async (ctx: Context): Promise<void> => {
    asked.push(ctx.url);
    if (state.hold) await new Promise<void>((resolve) => gates.push(resolve));
    const languages = () => (ctx.query.lang as string | undefined) ?? ctx.get('accept-language');
    describeResponse(ctx, {
      tags: [`of:${ctx.path.split('/').at(-1)}`],
      varyBy: (each) => (/^fr\b/.test(each.get('accept-language')) ? 'fr' : 'en'),
    });
    ctx.vary('Origin');
    ctx.set('Access-Control-Allow-Origin', ctx.get('origin'));
    ctx.set('Cache-Control', 'public, max-age=60');
    ctx.body = `${/^fr\b/.test(languages()) ? 'fr' : 'en'} ${bodyOf(ctx)}`;
    ctx.set('ETag', `"${ctx.path} ${String(ctx.body).length}"`);
  };
  const ask = async (url: string, headers: Record<string, string> = {}) => {
    const req = new IncomingMessage(socket);
    Object.assign(req, { method: 'GET', url, headers });
    const res = new ServerResponse(req);
    const chunks: Buffer[] = [];
    res.end = ((chunk?: Buffer | string) => {
      if (chunk) chunks.push(Buffer.from(chunk));
      return res;
    }) as typeof res.end;
    let hit = true;
    if (!cache.answer(req, res)) {
      const ctx = koa.createContext(req, res);
      await cache.handle(ctx, () => {
        hit = false;
        return respond(ctx);
      });
    }
    return { status: res.statusCode, hit, text: chunks.join('') };
  };
  return { cache, ask, asked, clock, gates, state };
}

test(`${MANY} queries, origins and languages push nothing out`, async () => {
  const { cache, ask, asked } = application();
  const popular = () => ask('/posts/popular', { 'accept-language': 'en' });
  await popular();
  await popular();
  for (let n = 0; n < MANY; n += 1) {
    await ask(`/posts/popular?x=${n}`, {
      origin: `https://site-${n % 1_000}.example`,
      'accept-language': `de-x-a${n}`,
    });
    if (n % 10 === 0) await ask(`/days/${n}?days=${n}`);
    if (n % 1_000 === 0) expect(cache.size.bytes).toBeLessThanOrEqual(MAX_BYTES);
  }
  expect(cache.size.bytes).toBeLessThanOrEqual(MAX_BYTES);
  const fills = asked.length;
  expect((await popular()).hit).toBe(true);
  expect(asked.length).toBe(fills);
});

test('addresses that are asked for once make room for each other, not for those in use', async () => {
  const { cache, ask } = application({ bodyOf: (ctx) => ctx.path.repeat(5_000) });
  for (const round of [1, 2]) {
    for (let n = 0; n < 5; n += 1) await ask(`/posts/used-${n}`);
    expect([round, cache.size.addresses]).toEqual([round, 5]);
  }
  for (let n = 0; n < 500; n += 1) await ask(`/posts/flood-${n}`);
  for (let n = 0; n < 5; n += 1) expect((await ask(`/posts/used-${n}`)).hit).toBe(true);
  expect((await ask('/posts/flood-0')).hit).toBe(false);
  expect(cache.size.bytes).toBeLessThanOrEqual(MAX_BYTES);
});

test('a crawler that asks for each page twice does not push out what others ask for', async () => {
  const { cache, ask } = application({ bodyOf: (ctx) => ctx.path.repeat(500) });
  await ask('/posts/popular');
  for (let n = 0; n < 1_000; n += 1) {
    for (const url of [`/posts/crawled-${n}`, `/posts/crawled-${n}`]) await ask(url);
    expect([n, (await ask('/posts/popular')).hit]).toEqual([n, true]);
  }
  // Far more came than there is room for.
  expect((await ask('/posts/crawled-0')).hit).toBe(false);
  expect(cache.size.bytes).toBeLessThanOrEqual(MAX_BYTES);
});

test('an answer larger than the room for it is served and not kept', async () => {
  const { cache, ask } = application({ bodyOf: () => 'x'.repeat(MAX_BYTES) });
  expect((await ask('/posts/large')).text.length).toBeGreaterThan(MAX_BYTES);
  expect((await ask('/posts/large')).hit).toBe(false);
  expect(cache.size).toEqual({ bytes: 0, addresses: 0 });
});

describe('a change while an answer is made', () => {
  const started = async (count: number, gates: unknown[]) => {
    while (gates.length < count) await new Promise(setImmediate);
  };

  test.each([
    ['of what it shows', 'of:a', false],
    ['of everything', '*', false],
    ['of something else', 'of:b', true],
  ])('%s', async (_what, tag, kept) => {
    const { cache, ask, gates, state } = application();
    state.hold = true;
    const first = ask('/posts/a');
    await started(1, gates);
    const joined = ask('/posts/a');
    cache.drop([tag]);
    // Who comes after the change is not given what was read before it.
    const later = ask('/posts/a');
    await started(2, gates);
    gates[0]?.();
    expect([(await first).status, (await joined).hit]).toEqual([200, true]);
    expect(cache.size.addresses).toBe(kept ? 1 : 0);
    gates[1]?.();
    expect((await later).status).toBe(200);
    expect((await ask('/posts/a')).hit).toBe(true);
    expect(cache.size.addresses).toBe(1);
  });
});

test('a change after another one is heard of by an answer that is still being made', async () => {
  const { cache, ask, gates, state } = application();
  state.hold = true;
  const first = ask('/posts/a');
  while (gates.length < 1) await new Promise(setImmediate);
  cache.drop(['of:b']);
  cache.drop(['of:a']);
  gates[0]?.();
  expect((await first).status).toBe(200);
  expect(cache.size.addresses).toBe(0);
  // Nor in the memory of requests that came in the same words.
  state.hold = false;
  expect((await ask('/posts/a')).hit).toBe(false);
});

test.each([
  ['of what it shows', ['of:a']],
  ['of everything', ['*']],
])('a change %s is met by requests in the words of before it', async (_what, tags) => {
  let text = 'before';
  const { cache, ask } = application({ bodyOf: () => text });
  const wordings: Record<string, string>[] = [{}, { origin: 'https://site.example' }];
  for (const words of wordings) {
    await ask('/posts/a', words);
    expect((await ask('/posts/a', words)).hit).toBe(true);
  }
  text = 'after';
  cache.drop(tags);
  for (const words of wordings) {
    expect((await ask('/posts/a', words)).text).toBe('en after');
  }
});

test('of two answers that were made at once everyone is given the later one', async () => {
  let length = 0;
  const { ask, gates, state } = application({ bodyOf: () => 'x'.repeat((length += 1)) });
  state.hold = true;
  const waiting = ['en', 'en-GB'].map((tag) => ask('/posts/one', { 'accept-language': tag }));
  for (const [at, answer] of waiting.entries()) {
    gates[at]?.();
    expect((await answer).text).toBe(`en ${'x'.repeat(at + 1)}`);
  }
  for (const tag of ['en', 'en-GB', 'en-IE']) {
    expect(await ask('/posts/one', { 'accept-language': tag })).toMatchObject({
      hit: true,
      text: 'en xx',
    });
  }
});

test('what had to make room is not given out again', async () => {
  let text = 'before';
  const { ask } = application({ bodyOf: (ctx) => `${text} ${ctx.path}`.padEnd(30_000, '.') });
  for (const _again of [1, 2]) await ask('/posts/a');
  text = 'after';
  for (let n = 0; n < 200; n += 1) for (const _again of [1, 2]) await ask(`/posts/other-${n}`);
  const { hit, text: answer } = await ask('/posts/a');
  expect([hit, answer.slice(0, 8)]).toEqual([false, 'en after']);
});

describe('an answer that is due', () => {
  test('is asked for again by one, while others are given it', async () => {
    const { ask, clock, gates, state } = application({ ttl: 1_000 });
    await ask('/posts/a');
    clock.now += 1_001;
    state.hold = true;
    const first = ask('/posts/a');
    while (gates.length < 1) await new Promise(setImmediate);
    expect((await ask('/posts/a')).hit).toBe(true);
    clock.now += 20_000;
    const late = ask('/posts/a');
    gates[0]?.();
    expect([(await first).hit, (await late).hit]).toEqual([false, true]);
    state.hold = false;
    expect((await ask('/posts/a')).hit).toBe(true);
  });

  test('is not given to anyone where nothing may be kept', async () => {
    const { ask, asked } = application({ ttl: 0 });
    await ask('/posts/a');
    await ask('/posts/a');
    expect(asked).toHaveLength(2);
  });
});

test('what fails is not kept, and fails for nobody else', async () => {
  const { ask, asked } = application({
    bodyOf: () => {
      if (asked.length < 2) throw new Error('broken');
      return 'well';
    },
  });
  await expect(ask('/posts/a')).rejects.toThrow('broken');
  expect((await ask('/posts/a')).text).toBe('en well');
});
