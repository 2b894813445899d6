import { expect, test } from '@jest/globals';
import en from '../translations/en.json';
import fr from '../translations/fr.json';

const own = (texts: Record<string, string>) =>
  Object.entries(texts).filter(([key]) => key.startsWith('analysis.'));
const placeholders = (text: string) => [...new Set(text.match(/\{\w+(?=[,}])/g))].sort();

test('English and French have the same texts', () => {
  expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
});

test.each(own(en))('%s has the same values in French', (key, text) => {
  const french = (fr as Record<string, string>)[key] ?? '';
  expect(placeholders(french)).toEqual(placeholders(text));
});
