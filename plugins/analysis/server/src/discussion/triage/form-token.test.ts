import { makeFormToken, readFormToken } from './form-token';

const now = new Date('2026-11-25T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const token = makeFormToken(now, 'first');

test.each([
  ['says how long ago it was made', token, later(7.5), ['first'], 7.5],
  ['is read under an older secret', token, later(1), ['next', 'first'], 1],
  ['is not ours under another secret', token, later(1), ['next'], 'invalid'],
  ['is not ours with another time', token.replace(/^\d/, '9'), later(1), ['first'], 'invalid'],
  ['is not ours in another form', 'now', later(1), ['first'], 'invalid'],
  ['says nothing after a day', token, later(90_000), ['first'], null],
  ['may be missing', undefined, now, ['first'], null],
  ['may be empty', '', now, ['first'], null],
] as const)('a token %s', (_what, value, at, secrets, expected) => {
  expect(readFormToken(value, at, [...secrets])).toBe(expected);
});
