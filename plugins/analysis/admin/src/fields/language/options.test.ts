import { expect, test } from '@jest/globals';
import {
  languageLabel,
  languageName,
  languageOptions,
  resolveLanguage,
  searchLanguages,
} from './options';

const en = languageOptions('en');
const fr = languageOptions('fr');

test('languages are listed once, by name, in the order of the administrator’s language', () => {
  expect(new Set(en.map(({ tag }) => tag)).size).toBe(en.length);
  expect(en.length).toBeGreaterThan(150);
  expect(en.find(({ tag }) => tag === 'pt-BR')).toEqual({
    tag: 'pt-BR',
    name: 'Portuguese (Brazil)',
  });
  expect(fr.find(({ tag }) => tag === 'en')).toEqual({ tag: 'en', name: 'Anglais' });
  expect(en.map(({ tag }) => tag)).not.toContain('iw');
  const at = (tag: string) => fr.findIndex((option) => option.tag === tag);
  expect(at('el')).toBeLessThan(at('hu')); // Grec, Hongrois
  expect(at('et')).toBeLessThan(at('fr')); // Estonien with an accent on other letters, Français
});

test.each([
  // typed, locale of the list, the first that is found
  ['fr', fr, 'fr', 'fr'],
  ['FRENCH', en, 'en', 'fr'],
  ['francais', en, 'en', 'fr'],
  ['Français', en, 'en', 'fr'],
  ['brazil', en, 'en', 'pt-BR'],
  ['zh-hant', en, 'en', 'zh-Hant'],
  ['日本', en, 'en', 'ja'],
  ['fr_be', fr, 'fr', 'fr-BE'],
  ['gl-es', en, 'en', 'gl-ES'],
  ['allemand', fr, 'fr', 'de'],
])('%s finds', (typed, options, locale, expected) => {
  expect(searchLanguages(options, typed, locale)[0]?.tag).toBe(expected);
});

test('what names no language finds nothing', () => {
  expect(searchLanguages(en, 'english please', 'en')).toEqual([]);
  expect(searchLanguages(en, '', 'en')).toHaveLength(en.length);
});

test.each([
  // typed and left, stored
  ['French', 'fr'],
  ['  deutsch ', 'de'],
  ['FR-ca', 'fr-CA'],
  ['pt_BR', 'pt-BR'],
  ['iw', 'he'],
  ['english please', 'english please'],
  ['esperan', 'eo'],
  ['portu', 'pt'],
  ['fra', 'fr'],
  ['qq', 'qq'],
  ['klingonese', 'klingonese'],
  ['  ', null],
])('%s is stored as %s', (typed, stored) => {
  expect(resolveLanguage(en, typed, 'en')).toBe(stored);
});

test('names are in the administrator’s language, and null for what is none', () => {
  expect(languageName('fr', 'fr')).toBe('français');
  expect(languageLabel('fr', 'fr')).toBe('Français');
  expect(languageName('english please', 'en')).toBeNull();
  expect(languageName('', 'en')).toBeNull();
});
