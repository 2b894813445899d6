import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { missingForPublicRole, publicRole, publicStrategy, type PublicRole } from './public-role';

/** A Strapi whose public role may do what `held` says at the time that it is read. */
function roleOf(held: { actions: string[]; reads: number; wait?: Promise<void> }) {
  const strapi = {
    db: {
      query: () => ({
        async findMany() {
          held.reads += 1;
          const rows = held.actions.map((action) => ({ action }));
          await held.wait;
          return rows;
        },
      }),
    },
    contentAPI: {
      permissions: {
        engine: {
          generateAbility: async (given: { action: string }[]) => ({
            can: (asked: string) => given.some(({ action }) => action === asked),
          }),
        },
      },
    },
  } as unknown as Core.Strapi;
  let now = 1;
  const role = publicRole(strapi, () => now);
  return { strapi, role, later: (ms: number) => (now += ms) };
}

const allowed = async (role: PublicRole) => [...(await role.get()).actions];

test('many ask at once and later, and it is read once, until a second is over', async () => {
  const held = { actions: ['a'], reads: 0 };
  const { role, later } = roleOf(held);
  await Promise.all(Array.from({ length: 20 }, () => role.get()));
  later(999);
  await role.get();
  expect(held.reads).toBe(1);
  held.actions = [];
  later(2);
  expect(await allowed(role)).toEqual([]);
});

test('a change is met at once, also by those who ask while it was being read', async () => {
  let go = (): void => undefined;
  const held = {
    actions: ['a'],
    reads: 0,
    wait: new Promise<void>((resolve) => {
      go = resolve;
    }),
  };
  const { role } = roleOf(held);
  const before = allowed(role);
  held.actions = [];
  role.drop();
  const after = allowed(role);
  go();
  expect(await before).toEqual(['a']);
  expect(await after).toEqual([]);
  expect(await allowed(role)).toEqual([]);
  expect(held.reads).toBe(2);
});

test('a failure is the next caller’s to try again', async () => {
  const held = { actions: ['a'], reads: 0, wait: Promise.reject(new Error('no connection')) };
  const { role } = roleOf(held);
  await expect(role.get()).rejects.toThrow('no connection');
  Reflect.deleteProperty(held, 'wait');
  expect(await allowed(role)).toEqual(['a']);
});

describe('where Strapi makes abilities by another name', () => {
  test('everyone is left to the strategies after this one, and actions are known', async () => {
    const { strapi, role } = roleOf({ actions: ['a'], reads: 0 });
    expect(missingForPublicRole(strapi)).toEqual([]);
    Object.assign(strapi.contentAPI.permissions, { engine: { makeAbility: () => undefined } });
    expect(missingForPublicRole(strapi)).toHaveLength(1);
    const ctx = { request: { header: {} } } as Context;
    expect(await publicStrategy(role).authenticate(ctx)).toEqual({ authenticated: false });
    expect(await allowed(role)).toEqual(['a']);
  });
});

describe('the strategy', () => {
  const asking = (headers: Record<string, string>) => ({ request: { header: headers } }) as Context;

  test.each([
    ['no credentials, something is public', {}, ['a'], true],
    ['no credentials, nothing is public', {}, [], false],
    ['a token is the other strategies’ to judge', { authorization: 'Bearer x' }, ['a'], false],
    ['so is one of no known form', { authorization: 'x' }, ['a'], false],
  ])('%s', async (_what, headers, actions, authenticated) => {
    const { role } = roleOf({ actions, reads: 0 });
    const answer = await publicStrategy(role).authenticate(asking(headers));
    expect(answer.authenticated).toBe(authenticated);
  });

  test('lets through what is held, all of it, and nothing without a scope', async () => {
    const { role } = roleOf({ actions: ['a', 'b'], reads: 0 });
    const strategy = publicStrategy(role);
    const auth = (await strategy.authenticate(asking({}))) as { ability: never };
    expect(() => strategy.verify(auth, { scope: ['a', 'b'] })).not.toThrow();
    expect(() => strategy.verify(auth, { scope: ['a', 'c'] })).toThrow('Forbidden');
    expect(() => strategy.verify(auth, { scope: 'c' })).toThrow('Forbidden');
    expect(() => strategy.verify(auth, {})).toThrow('Unauthorized');
  });
});
