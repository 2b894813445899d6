import { buildSchema, getOperationAST, parse, type OperationDefinitionNode } from 'graphql';
import { costOf, MAX_COST } from './cost';

const schema = buildSchema(`
  input Page { limit: Int, pageSize: Int }
  type Item { name: String, parts: [Part!]!, part: Part, kept(limit: Int): [Part!]! }
  type Part { name: String }
  type Items { items: [Item!]!, next: String }
  interface Named { name: String }
  type Query {
    one: Item
    list(limit: Int): [Item!]!
    strapi(pagination: Page, sort: String): [Item]!
    page(limit: Int): Items!
    analysisSearch(limit: Int): Items!
  }
  type Mutation { write: Item }
`);
const cost = (query: string, variables: Record<string, unknown> = {}) => {
  const document = parse(query);
  const operation = getOperationAST(document) as OperationDefinitionNode;
  return costOf(schema, document, operation, variables);
};

test.each([
  ['{ one { name } }', 2],
  ['{ a: one { name } b: one { name } }', 4],
  ['{ one { part { name } } }', 3],
  // A list that takes no limit counts as ten.
  ['{ one { parts { name } } }', 12],
  ['{ list(limit: 5) { name } }', 6],
  ['{ list { name } }', 26],
  ['{ list(limit: 100000) { name } }', 101],
  ['{ list(limit: -1) { name } }', 101],
  ['{ list(limit: 5) { kept(limit: 3) { name } } }', 1 + 5 * (1 + 3)],
  ['{ strapi(pagination: { limit: 5 }) { name } }', 6],
  ['{ strapi(pagination: { pageSize: 7 }) { name } }', 8],
  ['{ strapi(pagination: {}) { name } }', 26],
  // The page has the length; its list does not multiply again.
  ['{ page(limit: 5) { next items { name } } }', 1 + 5 * (1 + 1 + 1)],
  ['{ page(limit: 5) { items { parts { name } } } }', 1 + 5 * (1 + 1 + 10)],
  [
    '{ ...F one { ...G } } fragment F on Query { list(limit: 5) { ...G } } fragment G on Item { name }',
    8,
  ],
  ['{ one { ... on Item { name } ... { name } } }', 3],
  ['{ one @skip(if: true) { name } }', 2],
  ['{ analysisSearch(limit: 1) { next } }', 2_001],
  ['mutation { write { name } }', 501],
  ['{ __typename }', 1],
  ['{ __schema { types { name } } }', 3_000],
] as [string, number][])('%s costs %d', (query, expected) => {
  expect(cost(query)).toBe(expected);
});

test('the limits of lists are read from the variables', () => {
  const query =
    'query ($n: Int = 3, $page: Page) { list(limit: $n) { name } strapi(pagination: $page) { name } }';
  expect(cost(query, { page: { limit: 2 } })).toBe(4 + 3);
  expect(cost(query, { n: 50, page: { pageSize: 100 } })).toBe(51 + 101);
  expect(cost(query, { n: 'x' })).toBe(101 + 26);
  expect(cost('{ strapi(pagination: { limit: $n }) { name } }', { n: 9 })).toBe(10);
});

test('fragments that use each other are computed once each', () => {
  const levels = 60;
  const fragments = Array.from(
    { length: levels },
    (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`
  ).join(' ');
  expect(
    cost(`{ ...F0 } ${fragments} fragment F${levels} on Query { one { name } }`)
  ).toBeGreaterThan(MAX_COST);
});
