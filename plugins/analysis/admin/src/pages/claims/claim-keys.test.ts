import { expect, test } from '@jest/globals';
import { CLAIM_KEYS, claimCommandFor } from './claim-keys';
import { BODY, press } from '../../lib/key-fixtures';

test.each([
  ['j', { kind: 'move', by: 1 }],
  ['k', { kind: 'move', by: -1 }],
  ['ArrowDown', { kind: 'move', by: 1 }],
  ['ArrowUp', { kind: 'move', by: -1 }],
  ['u', { kind: 'uphold' }],
  ['U', { kind: 'uphold' }],
  ['d', { kind: 'dismiss' }],
  ['o', { kind: 'reopen' }],
  ['z', { kind: 'undo' }],
  ['/', { kind: 'search' }],
  ['?', { kind: 'help' }],
  // Keys of comments mean nothing here.
  ['a', null],
  ['s', null],
  ['x', null],
  ['toString', null],
])('%s', (key, command) => {
  expect(claimCommandFor(press(key), BODY)).toEqual(command);
});

test('keys with shift, held down or typed into a field decide nothing', () => {
  expect(claimCommandFor(press('d', { shiftKey: true }), BODY)).toBeNull();
  expect(claimCommandFor(press('d', { repeat: true }), BODY)).toBeNull();
  expect(claimCommandFor(press('j', { repeat: true }), BODY)).toEqual({ kind: 'move', by: 1 });
  expect(claimCommandFor(press('d'), { tagName: 'TEXTAREA', closest: () => null })).toBeNull();
});

test('the help names every key once', () => {
  const names = CLAIM_KEYS.map(([key]) => key);
  expect(new Set(names).size).toBe(names.length);
});
