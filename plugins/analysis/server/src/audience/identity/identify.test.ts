import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { networkPrefix } from '../../platform/http/network-prefix';
import { createIdentity } from './api';
import { readVisitor, signVisitor } from './visitor-token';
import { hmac, randomToken } from '../../platform/security/hash';

test.each([
  ['192.0.2.17', 'ipv4:192.0.2'],
  ['192.0.2.200', 'ipv4:192.0.2'],
  ['::ffff:192.0.2.17', 'ipv4:192.0.2'],
  ['2001:db8:1:2::3', 'ipv6:32.1.13.184.0.1'],
  ['2001:db8:1:ffff::9', 'ipv6:32.1.13.184.0.1'],
  ['not an address', 'unknown'],
])('the prefix of %s', (address, prefix) => {
  expect(networkPrefix(address)).toBe(prefix);
});

describe('visitor tokens', () => {
  const id = randomToken();
  const token = signVisitor(id, 'secret-one');
  const [, , signature] = token.split('.');

  test.each([
    ['by the current secret', token, ['secret-one'], id],
    ['by an earlier secret', token, ['secret-two', 'secret-one'], id],
    ['by a secret that is gone', token, ['secret-two'], null],
    ['with another id', token.replace(id, randomToken()), ['secret-one'], null],
    ['cut short', token.slice(0, -1), ['secret-one'], null],
    ['with a line after it', `${token}\n`, ['secret-one'], null],
    [
      'of the first version',
      `v1.${id}.${hmac('secret-one', `visitor:${id}`)}`,
      ['secret-one'],
      null,
    ],
    [
      'of the first version under the second’s name',
      `v2.${id}.${hmac('secret-one', `visitor:${id}`)}`,
      ['secret-one'],
      null,
    ],
    ['of the second version under the first’s name', `v1.${id}.${signature}`, ['secret-one'], null],
    ['empty', '', ['secret-one'], null],
    ['very long', 'v2.'.padEnd(100_000, 'a'), ['secret-one'], null],
  ])('a token %s', (_what, value, secrets, expected) => {
    expect(readVisitor(value, secrets)).toBe(expected);
  });
});

describe('who a request comes from', () => {
  const strapi = (secrets: string[]) =>
    ({ config: { get: () => ({ secrets }) } }) as unknown as Core.Strapi;
  const request = (headers: Record<string, string> = {}, state: object = {}) =>
    ({
      ip: '192.0.2.17',
      state,
      get: (name: string) => headers[name.toLowerCase()] ?? '',
      cookies: { get: () => undefined },
    }) as unknown as Context;
  const at = (secrets: string[]) => createIdentity(strapi(secrets));
  const account = (user: object) => ({
    user: { documentId: 'u1', username: 'ana', email: 'ana@example.com', ...user },
    auth: { strategy: { name: 'users-permissions' } },
  });

  test('two without a token are two, on one network and in one browser', () => {
    const { identify } = at(['one']);
    const [a, b] = [identify(request()), identify(request())];
    expect(a.key).not.toBe(b.key);
    expect(a.ipHash).toBe(b.ipHash);
    expect(readVisitor(a.newVisitorToken as string, ['one'])).toBe(a.key);
  });

  test('one request is one visitor, however often it is asked about', () => {
    const { identify } = at(['one']);
    const ctx = request();
    expect(identify(ctx)).toBe(identify(ctx));
  });

  test('the holder of a token is the same under a newer secret; the network is another', () => {
    const first = at(['old']).identify(request());
    const again = at(['new', 'old']).identify(
      request({ 'x-analysis-visitor': first.newVisitorToken as string })
    );
    expect(again).toMatchObject({ key: first.key, keys: [first.key], newVisitorToken: null });
    expect(again.ipHash).not.toBe(first.ipHash);
  });

  test.each([
    ['a confirmed account', { confirmed: true }, true],
    ['one that is not confirmed', { confirmed: false }, false],
    ['one of which nothing is known', {}, false],
    ['one that is blocked', { confirmed: true, blocked: true }, false],
  ])('%s', (_what, user, isUser) => {
    const actor = at(['one']).identify(request({}, account(user)));
    expect([actor.user !== null, actor.newVisitorToken === null]).toEqual([isUser, isUser]);
  });

  test('an administrator is no reader', () => {
    const state = { ...account({ confirmed: true }), auth: { strategy: { name: 'admin' } } };
    expect(at(['one']).identify(request({}, state)).user).toBeNull();
  });
});
