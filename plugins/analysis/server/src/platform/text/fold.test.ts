import { fold, isMostlyLatin, latinised, unleet } from './fold';

const ASCII = String.fromCharCode(...Array.from({ length: 128 }, (_, code) => code));

test('what is ASCII alone reads as it does beside other letters', () => {
  // A letter that is not, so that the general way is taken.
  expect(fold(`${ASCII}é`)).toBe(`${fold(ASCII)}e`);
  expect(latinised(`${ASCII}é`, true)).toBe(`${latinised(ASCII, true)}é`);
  expect(latinised(`${ASCII}é`, false)).toBe(`${latinised(ASCII, false)}é`);
  expect(isMostlyLatin('abc é')).toBe(isMostlyLatin('abc'));
  expect(isMostlyLatin('123 é')).toBe(isMostlyLatin('123'));
});

test.each([
  ['nothing but signs', '123 !', true],
  ['Latin', 'le café', true],
  ['Cyrillic', 'Сор и вода', false],
  ['Greek', 'το νερό', false],
  ['Latin with a word of Cyrillic', 'a word such as вода', true],
  ['Cyrillic with a word of Latin', 'сор на улицах (litter)', false],
])('a text of %s', (_what, text, latin) => {
  expect(isMostlyLatin(text)).toBe(latin);
});

test.each([
  ['p1i|ls', 'piiiis'],
  ['plain', 'piain'],
  ['c@$in0', 'casino'],
  ['€asy £5', 'easy es'],
  ['x!y', 'xiy'],
  ['été', 'été'],
])('%s reads as %s', (word, read) => {
  expect(unleet(word)).toBe(read);
});

test.each([
  ['Straße', 'strasse'],
  ['Œuvre', 'oeuvre'],
  ['Cafe\u0301', 'cafe'],
  ['ca\u00adsi\u200bno', 'casino'],
  ['ＡＢＣ', 'abc'],
])('%s folds to %s', (word, folded) => {
  expect(fold(word)).toBe(folded);
});
