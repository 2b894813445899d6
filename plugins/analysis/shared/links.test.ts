import { addressLength } from './links';

const A = 'https://news.example/a';

test.each([
  // what                              text                        the address
  ['the end', A, A],
  ['a full stop', `${A}。`, A],
  ['a full stop and a sentence', `${A}。次の文は長い。`, A],
  ['a comma', `${A}，然后`, A],
  ['an enumeration', `${A}、${A}`, A],
  ['a full-width question', `${A}？`, A],
  ['a closing bracket', `${A}）。`, A],
  ['a closing corner', `${A}」と書いた`, A],
  ['an opening bracket', `${A}（下記`, A],
  ['brackets of its own', `${A}/港（曖昧）。`, `${A}/港（曖昧）`],
  ['brackets in brackets', `${A}/「港（曖昧）」）`, `${A}/「港（曖昧）」`],
  ['brackets that cross', `${A}/（「）」`, `${A}/`],
  ['a double quote', `${A}” said he`, A],
  ['a low quote', `${A}„x`, A],
  ['a guillemet', `${A}».`, A],
  ['a guillemet after it', `${A}«x`, A],
  ['a single quote', `${A}’, he said`, A],
  ['an apostrophe of its own', `${A}/L’été`, `${A}/L’été`],
  ['an ellipsis', `${A}…`, A],
  ['an Arabic comma', `${A}، ثم`, A],
  ['an Arabic full stop', `${A}۔`, A],
  ['a danda', `${A}। फिर`, A],
  ['letters of its own', `${A}/ニュース·ß`, `${A}/ニュース·ß`],
])('an address ends before %s', (_what, run, address) => {
  expect(run.slice(0, addressLength(run))).toBe(address);
});

test('takes time linear in the text', () => {
  const run = A + '（'.repeat(200_000) + '）'.repeat(200_000);
  const start = performance.now();
  expect(addressLength(run)).toBe(run.length);
  expect(performance.now() - start).toBeLessThan(1_000);
});
