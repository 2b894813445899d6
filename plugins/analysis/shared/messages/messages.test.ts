import type { FaultCode } from '../faults';
import { createLocalizer } from '../localizer';
import { en } from './en';
import { faultText } from './fault-text';
import { fr } from './fr';

const placeholders = (message: unknown): string[] =>
  [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();

test.each(Object.entries(en))('%s has the same values in French', (key, message) => {
  const french: Record<string, unknown> = fr;
  const values = (each: unknown) => placeholders(each).filter((name) => name !== '{n}');
  expect(values(french[key])).toEqual(values(message));
});

test.each<[FaultCode, Record<string, number> | undefined, string]>([
  ['required', undefined, 'Please fill this in.'],
  ['too_short', { limit: 2 }, 'Please write at least 2 characters.'],
  ['too_long', { limit: 80 }, 'Please stay within 80 characters.'],
  ['invalid_email', undefined, 'Please give an e-mail address such as name@example.org.'],
  ['private_url', undefined, 'Please give a web address that starts with https://.'],
  ['too_deep', { limit: 5 }, 'This thread cannot go any deeper. Please reply further up.'],
  ['in_future', undefined, 'Please check this.'],
])('the fault %s with %p', (code, params, text) => {
  expect(faultText(createLocalizer({ en, fr }, 'en'), { code, params })).toBe(text);
});
