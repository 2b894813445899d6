import { en } from './messages-en';
import { fr } from './messages-fr';

const placeholders = (message: unknown): string[] =>
  [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();

test.each(Object.entries(en))('%s has the same values in French', (key, message) => {
  const french: Record<string, unknown> = fr;
  expect(placeholders(french[key])).toEqual(placeholders(message));
});
