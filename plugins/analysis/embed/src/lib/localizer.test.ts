import type { Fault } from '../../../shared/faults';
import { ApiError } from './api';
import { chooseTag, failureText, localizerFor } from './localizer';
import { en } from './messages-en';
import { fr } from './messages-fr';

const placeholders = (message: unknown): string[] =>
  [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();

test.each(Object.entries(en))('%s has the same values in French', (key, message) => {
  const french: Record<string, unknown> = fr;
  expect(placeholders(french[key])).toEqual(placeholders(message));
});

test('the shared messages and the own ones are in the language of the page', () => {
  const { language, t } = localizerFor(chooseTag(['de', 'fr-CA', 'en']));
  expect([language, t('reply'), t('report')]).toEqual(['fr', 'Répondre', 'Signaler']);
});

test.each([
  [0, en.offline],
  [403, en.refused],
  [404, en.gone],
  [429, en.tooMany],
  [500, 'That did not work. Please try again.'],
])('a failure with status %d', (status, text) => {
  expect(failureText(localizerFor('en'), new ApiError(status))).toBe(text);
});

test('what is no refusal of the API is a server that cannot be reached', () => {
  expect(failureText(localizerFor('en'), new Error('broken'))).toBe(en.offline);
});

test.each([
  ['en', 'edit_expired', 'The time in which a comment can be changed is over.'],
  ['fr', 'edit_expired', 'Le délai pour modifier un commentaire est passé.'],
  ['fr', 'not_allowed', fr.refused],
] as const)('in %s, a change that is refused as %s', (language, code, text) => {
  const fault: Fault = { path: [], name: 'ValidationError', message: 'In English', code };
  expect(failureText(localizerFor(language), new ApiError(403, [fault]))).toBe(text);
});
