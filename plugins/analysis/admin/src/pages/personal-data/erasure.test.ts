import { expect, test } from '@jest/globals';
import type { ErasureView } from '../../../../shared/contracts/privacy';
import { eraseAll, isSameAddress } from './erasure';

test.each([
  ['the same', 'ana@example.com', true],
  ['another case, with blanks', ' ANA@Example.com ', true],
  ['part of it', 'ana@example', false],
  ['nothing', '', false],
  ['another one', 'ann@example.com', false],
])('%s confirms, or does not', (_what, typed, expected) => {
  expect(isSameAddress(typed, 'ana@example.com')).toBe(expected);
});

const part = (comments: number, more: boolean): ErasureView => ({
  erased: { comments, bans: comments === 200 ? 0 : 1, addresses: 0 },
  kept: { bans: 1, addresses: 0 },
  more,
});

test('parts are asked for until none is left, and add up', async () => {
  const parts = [part(200, true), part(200, true), part(7, false)];
  const told: number[] = [];
  const sum = await eraseAll(
    async () => parts.shift() as ErasureView,
    ({ erased }) => told.push(erased.comments)
  );
  expect(sum).toEqual({
    erased: { comments: 407, bans: 1, addresses: 0 },
    kept: { bans: 1, addresses: 0 },
    more: false,
  });
  expect(told).toEqual([200, 400, 407]);
  expect(parts).toEqual([]);
});

test('a part that fails ends it', async () => {
  const erase = async () => {
    throw new Error('no');
  };
  await expect(eraseAll(erase, () => undefined)).rejects.toThrow('no');
});
