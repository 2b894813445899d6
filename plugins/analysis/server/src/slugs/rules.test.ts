import {
  cutAtWord,
  firstFreeSlug,
  isFromTitle,
  isSlug,
  numberedSlug,
  slugFromTitle,
} from './rules';

describe('slugFromTitle', () => {
  test.each([
    // what                       title                              language  slug
    ['plain words', 'Harbour Opens New Berth', 'en', 'harbour-opens-new-berth'],
    ['French accents', 'L’été à Nîmes : un bilan', 'fr', 'lete-a-nimes-un-bilan'],
    ['German umlauts', 'Größe zählt', 'de', 'groesse-zaehlt'],
    ['umlauts elsewhere', 'Größe', 'en', 'grosse'],
    ['Cyrillic', 'Новости дня', 'bg', 'novosti-dnya'],
    ['punctuation only between words', 'A -- B // C', 'en', 'a-b-c'],
    ['nothing to transliterate', '你好世界', 'zh', ''],
    ['a regional tag', 'Größe', 'de-AT', 'groesse'],
    ['no language', 'Hello', null, 'hello'],
  ])('%s', (_what, title, language, slug) => {
    expect(slugFromTitle(title, language)).toBe(slug);
  });

  test('is cut at a word, to 80 characters', () => {
    const slug = slugFromTitle('wonderful '.repeat(20), 'en');
    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug.endsWith('wonderful')).toBe(true);
    expect(isSlug(slug)).toBe(true);
  });
});

test.each([
  ['a-b-c', 80, 'a-b-c'],
  ['alpha-beta-gamma', 10, 'alpha-beta'],
  ['alpha-beta-gamma', 9, 'alpha'],
  ['alphabet', 5, 'alpha'],
])('cutAtWord(%s, %d) is %s', (slug, max, expected) => {
  expect(cutAtWord(slug, max)).toBe(expected);
});

test.each([
  ['a', true],
  ['a-1', true],
  ['A', false],
  ['a--b', false],
  ['-a', false],
  ['a/b', false],
  ['', false],
  ['a'.repeat(81), false],
])('isSlug(%s) is %s', (value, expected) => {
  expect(isSlug(value)).toBe(expected);
});

describe('numbers', () => {
  test('the first free one is taken', () => {
    expect(firstFreeSlug('news', new Set())).toBe('news');
    expect(firstFreeSlug('news', new Set(['news', 'news-2']))).toBe('news-3');
  });

  test('stay within the limit', () => {
    expect(numberedSlug('a'.repeat(80), 12)).toHaveLength(80);
  });

  test.each([
    ['the title', 'big-news', true],
    ['the title and a number', 'big-news-7', true],
    ['another', 'small-news', false],
    ['the title and a word', 'big-news-now', false],
  ])('isFromTitle knows %s', (_what, slug, expected) => {
    expect(isFromTitle(slug, 'Big News', 'en')).toBe(expected);
  });
});
