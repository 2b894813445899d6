import { languageFilter } from './language-filter';

/** As the database does it. */
const holds = (range: string, tag: string): boolean => {
  const { tags, under } = languageFilter(range);
  return tags.includes(tag) || under.some((each) => tag.startsWith(`${each}-`));
};

test.each([
  // range, stored tag, whether the list holds it
  ['fr', 'fr', true],
  ['fr', 'fr-CA', true],
  ['fr', 'en', false],
  ['fr', 'frp', false],
  ['fr-FR', 'fr', true],
  ['fr-FR', 'fr-CA', false],
  ['fr-CA', 'fr', false],
  ['zh-TW', 'zh-Hant', true],
  ['zh-TW', 'zh-Hant-TW', true],
  ['zh-TW', 'zh-TW', true],
  ['zh-TW', 'zh', false],
  ['zh-TW', 'zh-Hans', false],
  ['zh-Hant', 'zh-TW', true],
  ['zh-Hant', 'zh-Hant-HK', true],
  ['zh-Hant', 'zh-Hans', false],
  ['zh-Hans', 'zh', true],
  ['zh-CN', 'zh-Hans', true],
  ['zh', 'zh-Hant', true],
  ['zh', 'yue', true],
  ['nb', 'no', true],
  ['no', 'nn', true],
  ['nb', 'nn', false],
  ['sr', 'sr-Cyrl', true],
  ['sr-Latn', 'sr-Latn-ME', true],
  ['sr-Latn', 'sr', false],
  ['und', 'en', false],
  ['de-1901', 'de', false],
])('a list in %s, a text in %s: %s', (range, tag, held) => {
  expect(holds(range, tag)).toBe(held);
});
