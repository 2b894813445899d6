import {
  cutPage,
  decodeChoice,
  decodeCountedCursor,
  decodeCursor,
  decodeLimit,
  encodeCountedCursor,
  encodeCursor,
} from './pagination';

test('a cursor comes back as it was', () => {
  const keyset = { createdAt: new Date('2026-11-24T08:00:00.123Z'), id: 42 };
  expect(decodeCursor(encodeCursor(keyset))).toEqual(keyset);
});

test('a cursor with a count comes back as it was, and is not taken for one without', () => {
  const keyset = { createdAt: new Date('2026-11-24T08:00:00.123Z'), id: 42, count: 7 };
  expect(decodeCountedCursor(encodeCountedCursor(keyset))).toEqual(keyset);
  expect(decodeCountedCursor(undefined)).toBeNull();
  expect(() => decodeCursor(encodeCountedCursor(keyset))).toThrow(/cursor/);
  expect(() => decodeCountedCursor(encodeCursor(keyset))).toThrow(/cursor/);
  expect(() => decodeCountedCursor(encodeCountedCursor({ ...keyset, count: 2 ** 31 }))).toThrow(
    /cursor/
  );
});

test.each([[undefined], [null], ['']])('no cursor: %s', (value) => {
  expect(decodeCursor(value)).toBeNull();
});

test.each([['x'], ['!!!'], [5], [['a']], ['MTIz'], ['a'.repeat(100)], [{ $gt: 1 }]])(
  'refuses %j as a cursor',
  (value) => {
    expect(() => decodeCursor(value)).toThrow(/cursor/);
  }
);

test('refuses a cursor to an id that no table has', () => {
  const createdAt = new Date(0);
  expect(decodeCursor(encodeCursor({ createdAt, id: 2 ** 31 - 1 }))?.id).toBe(2 ** 31 - 1);
  expect(() => decodeCursor(encodeCursor({ createdAt, id: 2 ** 31 }))).toThrow(/cursor/);
});

test.each([
  [undefined, 20],
  ['', 20],
  ['1', 1],
  ['100', 100],
])('limit %s is %d', (value, expected) => {
  expect(decodeLimit(value, { default: 20, max: 100 })).toBe(expected);
});

test.each([
  ...[['0'], ['-1'], ['101'], ['1.5'], ['1e2'], ['many'], [['1', '2']], [true], [{ a: '1' }]],
  // Neither can be made a string of.
  ...[[{ toString: '1' }], [Object.create(null)]],
])('refuses limit %j', (value) => {
  expect(() => decodeLimit(value, { default: 20, max: 100 })).toThrow(/1 to 100/);
});

test('a choice outside the list is refused with the list', () => {
  expect(decodeChoice(undefined, ['a', 'b'], 'a', 'by')).toBe('a');
  expect(() => decodeChoice('c', ['a', 'b'], 'a', 'by')).toThrow(/a, b/);
});

describe('a page', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, id) => ({ id, createdAt: new Date(id) }));

  test.each([
    ['none', 0, [], null],
    ['fewer than fit', 2, [0, 1], null],
    ['as many as fit', 3, [0, 1, 2], null],
    // The one more that was read only says that there are further ones: the next page has it.
    ['one more than fit', 4, [0, 1, 2], 2],
  ])('of %s', (_what, count, ids, last) => {
    const { page, nextCursor } = cutPage(rows(count), 3);
    expect(page.map(({ id }) => id)).toEqual(ids);
    expect(decodeCursor(nextCursor)).toEqual(
      last === null ? null : { createdAt: new Date(last), id: last }
    );
  });
});
