import { distance, fingerprint, halvesOf, isNear } from './near-duplicates';

const ADVERT =
  'Good news for all readers: our team recovers lost wallets within two days and asks for nothing ' +
  'in advance. Write to https://one.example.com or call 555 010 01 and ask for the manager.';
const print = (text: string) => fingerprint(text) as string;

test.each<[string, string, boolean]>([
  ['itself', ADVERT, true],
  [
    'other case, accents and punctuation',
    ADVERT.toUpperCase().replace('READERS:', 'RÉADERS –'),
    true,
  ],
  ['another link', ADVERT.replace('one.example.com', 'two.example.net/x'), true],
  ['other numbers', ADVERT.replace('555 010 01', '777 999 88'), true],
  ['look-alikes', ADVERT.replaceAll('o', 'о'), true],
  [
    'another text about the same',
    'I had good news from a team that promised to recover my lost wallet in two days; they asked ' +
      'for an advance, and the manager never called again.',
    false,
  ],
])('compared with %s', (_what, text, near) => {
  expect(isNear(halvesOf(print(ADVERT)), halvesOf(print(text)))).toBe(near);
});

test.each([['Thank you!'], ['I agree with all of the above'], ['']])(
  'says nothing of %j, which many people write',
  (text) => {
    expect(fingerprint(text)).toBeNull();
  }
);

test('is 16 hexadecimal digits', () => {
  expect(print(ADVERT)).toMatch(/^[0-9a-f]{16}$/);
});

test.each([
  ['0000000000000000', '0000000000000000', 0, true],
  ['0000000000000000', '8000000000000003', 3, true],
  ['0000000000000000', '000000000000003f', 6, true],
  ['0000000000000000', '000000000000007f', 7, false],
  ['ffffffffffffffff', '0000000000000000', 64, false],
  ['80000000f0000000', '0000000080000001', 5, true],
])('%s and %s differ in %d bits', (left, right, bits, near) => {
  expect(distance(halvesOf(left), halvesOf(right))).toBe(bits);
  expect(isNear(halvesOf(left), halvesOf(right))).toBe(near);
});
