import { joined } from './extension';

const resolve = () => null;

test('parts add their fields to the same type', () => {
  const { typeDefs, resolvers, resolversConfig } = joined([
    { resolversConfig: { 'Query.a': { auth: false } } },
    { typeDefs: 'type A', resolvers: { Query: { a: resolve } } },
    {
      typeDefs: 'type B',
      resolvers: { Query: { b: resolve }, B: { c: resolve } },
      resolversConfig: { 'Query.b': { auth: { scope: ['b'] } } },
    },
  ]);
  expect(typeDefs.split('\n').filter(Boolean)).toEqual(['type A', 'type B']);
  expect(Object.keys(resolvers.Query ?? {})).toEqual(['a', 'b']);
  expect(Object.keys(resolversConfig)).toEqual(['Query.a', 'Query.b']);
});

test('no part writes over the guard of another', () => {
  const guard = { resolversConfig: { 'Query.a': { auth: { scope: ['a'] } } } };
  expect(() => joined([guard, { resolversConfig: { 'Query.a': { auth: false } } }])).toThrow(
    'Query.a is guarded by two parts'
  );
});
