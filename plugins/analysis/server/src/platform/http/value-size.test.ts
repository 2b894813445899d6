import { sizeBeyond } from './value-size';

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
const MAX = { values: 10, depth: 3 };

test.each([
  [undefined, null],
  ['x'.repeat(100_000), null],
  [{ a: [1, { b: null }], c: {} }, null],
  [Array(10).fill(1), null],
  [Array(11).fill(1), 'values'],
  [{ a: Array(9).fill({}) }, null],
  [{ a: Array(10).fill({}) }, 'values'],
  [nested(4), null],
  [nested(5), 'depth'],
])('%j: %s', (value, expected) => {
  expect(sizeBeyond(value, MAX)).toBe(expected);
});
