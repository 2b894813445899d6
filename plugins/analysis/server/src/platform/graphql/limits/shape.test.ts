import { parse } from 'graphql';
import { SHAPE, shapeRefusal, variablesRefusal } from './shape';

const many = (count: number, make: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => make(n)).join(' ');

/** Fragments of which each uses the next twice: as many fields as 2 to the power of their number. */
const doubling = (count: number) =>
  `{ ...F0 } ${many(count, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F${count} on Query { a }`;

test.each([
  ['a plain query', '{ a { b c } }'],
  [
    'fragments that are used twice',
    '{ a { ...F } b { ...F } } fragment F on X { c d { ...G } } fragment G on Y { e }',
  ],
  ['twenty fields at the top', `{ ${many(20, (n) => `f${n}`)} }`],
  ['several operations', 'query A { a } query B { b { c } } mutation C { d }'],
])('%s is validated', (_what, query) => {
  expect(shapeRefusal(parse(query))).toBeNull();
});

test.each([
  ['a fragment in itself', '{ ...F } fragment F on X { a { ...F } }', 'spread within itself'],
  [
    'two in each other',
    '{ ...F } fragment F on X { ...G ...G } fragment G on X { ...F ...F }',
    'spread within itself',
  ],
  ['a circle that nothing uses', '{ a } fragment F on X { ...F }', 'spread within itself'],
  ['an unknown fragment', '{ ...Nope }', 'Unknown fragment'],
  ['21 fields at the top', `{ ${many(21, (n) => `f${n}`)} }`, '20 fields at its top'],
  [
    '21 through fragments',
    `{ ...F ...F ...F } fragment F on Query { ${many(7, (n) => `f${n}`)} }`,
    '20 fields at its top',
  ],
  ['aliases', `{ a { ${many(41, (n) => `b${n}: b`)} } }`, '40 aliases'],
  ['fragments', `{ a } ${many(41, (n) => `fragment F${n} on X { a }`)}`, '40 fragments'],
  ['uses of fragments', `{ a { ${many(61, () => '... on X { b }')} } }`, '60 uses of fragments'],
  ['directives', `{ a { ${many(41, () => 'b @include(if: true)')} } }`, '40 directives'],
  ['depth', `${'{ a '.repeat(21)}${'}'.repeat(21)}`, '20 levels'],
  ['fields', `{ a { ${many(500, () => 'b')} } }`, '500 fields'],
  [
    'fields of several operations',
    many(30, (n) => `query Q${n} { a { ${many(18, () => 'b')} } }`),
    '500 fields',
  ],
  ['fragments that double', doubling(30), '500 fields'],
])('too much is refused: %s', (_what, query, told) => {
  expect(shapeRefusal(parse(query))?.message).toContain(told);
});

test('what a fragment holds below a field is counted where it is used', () => {
  const query = `{ a { ...F } } fragment F on X { ${many(10, (n) => `f${n} { ...G }`)} } fragment G on Y { ${many(50, (n) => `g${n}`)} }`;
  expect(shapeRefusal(parse(query))?.message).toContain('500 fields');
});

test('variables are bounded in number and depth', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { not: nested(levels - 1) });
  expect(variablesRefusal(undefined)).toBeNull();
  expect(variablesRefusal({ a: 'x'.repeat(200_000), b: [1, { c: null }] })).toBeNull();
  expect(variablesRefusal(nested(SHAPE.variables.depth))).toBeNull();
  expect(variablesRefusal(nested(SHAPE.variables.depth + 2))?.message).toContain('16 levels');
  expect(variablesRefusal({ a: Array(2_001).fill(1) })?.message).toContain('2000 values');
});
