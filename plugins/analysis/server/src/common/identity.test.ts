import { addressPrefix, readVisitor, signVisitor } from './identity';
import { hmac } from './ids';

test.each([
  ['192.0.2.17', 'ipv4:192.0.2'],
  ['192.0.2.200', 'ipv4:192.0.2'],
  ['::ffff:192.0.2.17', 'ipv4:192.0.2'],
  ['2001:db8:1:2::3', 'ipv6:32.1.13.184.0.1'],
  ['2001:db8:1:ffff::9', 'ipv6:32.1.13.184.0.1'],
  ['not an address', 'unknown'],
])('the prefix of %s', (address, prefix) => {
  expect(addressPrefix(address)).toBe(prefix);
});

describe('visitor tokens', () => {
  const id = hmac('secret-one', 'someone');
  const token = signVisitor(id, 'secret-one');

  test.each([
    ['by the current secret', token, ['secret-one'], id],
    ['by an earlier secret', token, ['secret-two', 'secret-one'], id],
    ['by a secret that is gone', token, ['secret-two'], null],
    ['with another id', token.replace(id, hmac('x', 'y')), ['secret-one'], null],
    ['cut short', token.slice(0, -1), ['secret-one'], null],
    ['empty', '', ['secret-one'], null],
    ['very long', 'v1.'.padEnd(100_000, 'a'), ['secret-one'], null],
  ])('a token %s', (_what, value, secrets, expected) => {
    expect(readVisitor(value, secrets)).toBe(expected);
  });
});
