import { tokenise } from './tokenizer';
import { compileWords, matchWords } from './word-matcher';

const LIST = ['casino', 'viagra', 'free spins', 'con', 'ass', 'cock', 'porn*', '*coin', '*bet*'];
const matcher = compileWords([...LIST, 'crédit rapide', 'казино', 'loan']);
const find = (text: string) =>
  matchWords(matcher, tokenise(text))
    .map(({ entry, disguised }) => (disguised ? `${entry}!` : entry))
    .sort();

test.each<[string, string, string[]]>([
  ['a word', 'the casino closed', ['casino']],
  ['a word in any case', 'CASINO', ['casino']],
  ['a word among punctuation', '«casino»,', ['casino']],
  ['a word in an address', 'https://big-casino.example.com/x', ['casino']],
  ['a phrase', 'get Free  Spins!', ['free spins']],
  ['a phrase with a hyphen', 'free-spins', ['free spins']],
  ['a phrase written as one', 'https://freespins.example.com', ['free spins']],
  ['a phrase without its accents', 'CREDIT RAPIDE', ['crédit rapide']],
  ['an open end', 'pornography', ['porn*']],
  ['an open start', 'memecoin', ['*coin']],
  ['both ends open', 'sportsbetting', ['*bet*']],
  ['a word in its own script', 'лучшее казино', ['казино']],
])('finds %s', (_what, text, expected) => {
  expect(find(text)).toEqual(expected);
});

test.each<[string, string, string[]]>([
  ['digits for letters', 'v1agra', ['viagra!']],
  ['1 for l', '1oan l0an', ['loan!']],
  ['signs for letters', 'c@$ino', ['casino!']],
  ['digits in a phrase', 'fr33 sp1ns', ['free spins!']],
  ['Cyrillic look-alikes', 'саsіnо', ['casino!']],
  ['Greek look-alikes', 'cαsιno', ['casino!']],
  ['mathematical letters', '𝐜𝐚𝐬𝐢𝐧𝐨', ['casino!']],
  ['full-width letters', 'ｃａｓｉｎｏ', ['casino!']],
  ['zero-width characters', 'ca\u200bsi\u200dno', ['casino!']],
  ['dots between letters', 'v.i.a.g.r.a', ['viagra!']],
  ['blanks between letters', 'c a s i n o', ['casino!']],
  ['blanks between the letters of a phrase', 'f r e e  s p i n s', ['free spins!']],
  ['signs inside', 'vi-ag.ra', ['viagra!']],
  ['one hyphen, which may be honest', 'vi-agra', ['viagra']],
  ['drawn-out letters, which may be feeling', 'caaasinooo', ['casino']],
])('sees through %s', (_what, text, expected) => {
  expect(find(text)).toEqual(expected);
});

test.each([
  ['Scunthorpe, Essex and Penistone'],
  ['class, assess, embarrass, classic bassoon'],
  ['cocktail, cockpit, peacock, Hitchcock'],
  ['concombre, conseil, second, économie'],
  ["qu'on, d'un commun accord, l'oan"],
  ['the A55 and the 455, 5G, B2B, H1N1'],
  ['U.S.A., e.g., i.e., a. b. c.'],
  ['I am. As soon as I can. So.As'],
  ['casing, casings, Casina, encasing'],
  ['сор и мор в романе'],
  ['l o l'],
])('does not over-block %s', (text) => {
  expect(find(text)).toEqual([]);
});

test('a soft hyphen, which typesetting leaves, is no disguise', () => {
  expect(find('ca\u00adsino')).toEqual(['casino']);
});

test.each([
  ['one letter', 'a'.repeat(5_000)],
  ['single letters', 'a '.repeat(2_500)],
  ['dots', '.'.repeat(4_999) + 'a'],
  ['zero-width characters', 'a' + '\u200b'.repeat(4_998) + 'a'],
  ['leet', 'c@s1'.repeat(1_250)],
  ['the start of a phrase', 'free '.repeat(1_000)],
])('5,000 characters of %s take no time to speak of', (_what, text) => {
  matchWords(matcher, tokenise(text));
  const started = performance.now();
  matchWords(matcher, tokenise(text));
  // A quadratic pattern takes seconds on these; the bound leaves room for a busy machine.
  expect(performance.now() - started).toBeLessThan(2_000);
});
