import { PHASES } from './run-phases';
import { defaultPolicy, triagePolicySchema } from './policy';

test('defaults survive JSON, and none is shared', () => {
  const policy = defaultPolicy();
  expect(triagePolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  policy.blockedWords.words['*']?.push('changed');
  expect(defaultPolicy().blockedWords.words['*']).not.toContain('changed');
});

test('each phase has its settings, and the other way round', () => {
  expect(PHASES.map(({ name }) => name).sort()).toEqual(Object.keys(defaultPolicy()).sort());
});

test.each<[string, unknown, boolean]>([
  ['nothing', {}, true],
  ['one setting', { links: { holdOver: 0 } }, true],
  ['a network', { banned: { blockedNetworks: ['192.0.2.0/24', '2001:db8::1'] } }, true],
  ['words of a language', { holdWords: { words: { de: ['Mist'] } } }, true],
  ['an unknown phase', { magic: { enabled: true } }, false],
  ['an unknown setting', { links: { most: 1 } }, false],
  ['a network that is none', { banned: { blockedNetworks: ['all of them'] } }, false],
  ['an empty word', { holdWords: { words: { de: [' '] } } }, false],
  ['a language that is none', { holdWords: { words: { German: ['Mist'] } } }, false],
])('%s: may be set is %s', (_what, value, ok) => {
  expect(triagePolicySchema.safeParse(value).success).toBe(ok);
});

test('domains are kept in lower case, as they are compared', () => {
  const { banned } = triagePolicySchema.parse({ banned: { blockedDomains: [' Example.COM '] } });
  expect(banned.blockedDomains).toEqual(['example.com']);
});
