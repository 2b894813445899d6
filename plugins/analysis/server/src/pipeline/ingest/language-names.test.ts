import { languageNamed } from './language-names';

test.each([
  ['fr', 'fr'],
  ['FR', 'fr'],
  ['pt_BR', 'pt-BR'],
  ['pt-br', 'pt-BR'],
  ['en_US.UTF-8', 'en-US'],
  ['zh_Hant_TW', 'zh-Hant-TW'],
  ['fra', 'fr'],
  ['French', 'fr'],
  ['french', 'fr'],
  ['français', 'fr'],
  ['Francais', 'fr'],
  ['in French', 'fr'],
  ['en français', 'fr'],
  ['auf Deutsch', 'de'],
  ['anglais', 'en'],
  ['Englisch', 'en'],
  ['inglês', 'en'],
  ['ingles', 'en'],
  ['Brazilian Portuguese', 'pt-BR'],
  ['Portuguese (Brazil)', 'pt-BR'],
  ['português (Brasil)', 'pt-BR'],
  ['português do Brasil', 'pt'],
  ['Portuguese, Brazil', 'pt-BR'],
  ['Simplified Chinese', 'zh-Hans'],
  ['Chinese (Traditional)', 'zh-Hant'],
  ['中文', 'zh'],
  ['日本語', 'ja'],
  ['한국어', 'ko'],
  ['العربية', 'ar'],
  ['Ελληνικά', 'el'],
  ['Українська', 'uk'],
  ['Norsk', 'no'],
  ['Lëtzebuergesch', 'lb'],
  ['Español', 'es'],
  ['castellano', 'es'],
  ['🇫🇷', 'fr'],
  ['🇧🇷', 'pt'],
  ['French / français', 'fr'],
  ['fr-CA, French', 'fr-CA'],
  ['🇫🇷 French', 'fr'],
  ['🇧🇷 pt-BR', 'pt-BR'],
  ['is', 'is'],
])('%s names %s', (text, tag) => {
  expect(languageNamed(text)?.tag).toBe(tag);
});

test.each([
  '',
  'short',
  'xx',
  'TL;DR',
  '2 sentences',
  'English and French',
  'klingon',
  'x'.repeat(99),
])('%j names none', (text) => {
  expect(languageNamed(text)).toBeNull();
});

test.each([
  ['French', true],
  ['French, 2 sentences', false],
  ['short French version', false],
])('%s says no more than a name: %s', (text, whole) => {
  expect(languageNamed(text)).toEqual({ tag: 'fr', whole });
});
