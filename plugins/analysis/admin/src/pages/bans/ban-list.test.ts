import { expect, test } from '@jest/globals';
import type { BanView } from '../../../../shared/contracts/moderation';
import { putBack, takeOut, withPage } from './ban-list';

const ban = (documentId: string): BanView => ({
  documentId,
  kind: 'domain',
  label: documentId,
  reason: null,
  by: 'Mo',
  createdAt: '2026-01-01T00:00:00.000Z',
  until: null,
});
const list = (ids: string) => [...ids].map(ban);
const ids = (bans: readonly BanView[]) => bans.map(({ documentId }) => documentId).join('');

test.each([
  ['the first', 'abc', 'a', 'bc'],
  ['one in the middle', 'abc', 'b', 'ac'],
  ['the last', 'abc', 'c', 'ab'],
  ['the only one', 'a', 'a', ''],
])('%s is taken out and put back in its place', (_what, whole, id, rest) => {
  const taken = takeOut(list(whole), id);
  if (taken === null) throw new Error('nothing was taken out');
  expect(ids(taken.bans)).toBe(rest);
  expect(ids(putBack(taken.bans, taken.lifted))).toBe(whole);
});

test('what is not in the list cannot be taken out', () => {
  expect(takeOut(list('ab'), 'c')).toBeNull();
});

test.each([
  ['of a list that grew shorter', 'a', 'ad'],
  ['of a list that has it again', 'abcd', 'abcd'],
])('is put back at the end %s', (_what, now, then) => {
  expect(ids(putBack(list(now), { ban: ban('d'), at: 3 }))).toBe(then);
});

test('a page that overlaps adds what is new', () => {
  expect(ids(withPage(list('abc'), list('cde')))).toBe('abcde');
});
