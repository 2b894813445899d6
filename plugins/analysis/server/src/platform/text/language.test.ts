import { acceptedLanguages, bestByLanguage, directionOf, languagesOf } from './language';

test.each([
  ['', []],
  ['fr', ['fr']],
  ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', ['fr-CH', 'fr', 'en', 'de', '*']],
  ['en;q=0.2, fr;q=0.9', ['fr', 'en']],
  ['en;q=0, fr', ['fr']],
  ['en;Q=0.1, fr', ['fr', 'en']],
  ['en ; Q=0.1, fr ; q=0.2', ['fr', 'en']],
  ['en;Q=0, fr', ['fr']],
  ['en;q=2, fr', ['fr']],
  ['en;q=x, fr', ['fr']],
  ['<script>, fr', ['fr']],
  [Array.from({ length: 500 }, () => 'en').join(','), Array(20).fill('en')],
])('Accept-Language %j', (header, expected) => {
  expect(acceptedLanguages(header)).toEqual(expected);
});

const of = (...languages: string[]) => languages.map((language) => ({ language }));
test.each([
  ['the one asked for', of('en', 'fr'), ['fr'], 'en', 'fr'],
  ['the primary language', of('en', 'fr'), ['fr-CA'], 'en', 'fr'],
  ['a variant of the language', of('en', 'fr-CA'), ['fr'], 'en', 'fr-CA'],
  ['the second choice', of('en', 'fr'), ['de', 'fr'], 'en', 'fr'],
  ["the article's own", of('fr', 'en'), ['de'], 'en', 'en'],
  ['the first', of('fr', 'es'), ['de'], 'en', 'fr'],
  ['the script of the region', of('zh', 'zh-Hant', 'en'), ['zh-TW'], 'en', 'zh-Hant'],
  ["kin of the article's own", of('fr', 'zh-Hant'), ['de'], 'zh-TW', 'zh-Hant'],
  ['none', [], ['de'], 'en', undefined],
])('%s', (_what, summaries, languages, own, expected) => {
  expect(bestByLanguage(summaries, languages, own)?.language).toBe(expected);
});

test('lang wins over the header and has to be a tag', () => {
  expect(languagesOf('FR-ca', 'en')).toEqual(['fr-CA']);
  expect(languagesOf('', 'en')).toEqual(['en']);
  for (const bad of ['no tag', ['fr'], 'x'.repeat(99), '\u0000']) {
    expect(() => languagesOf(bad, 'en')).toThrow(
      expect.objectContaining({ name: 'ValidationError' })
    );
  }
});

test.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['az-Arab', 'rtl'],
  ['uz-Latn', 'ltr'],
  ['nonsense tag', 'ltr'],
])('%s runs %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
