import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import en from '../translations/en.json';
import fr from '../translations/fr.json';
import { FAULT_CODES } from '../../../shared/faults';
import { faultTexts } from './fault-messages';
import type { SentFault } from './refusals';

const ARTICLE = 'plugin::analysis.article';
const intls = {
  en: createIntl({ locale: 'en', messages: en }),
  fr: createIntl({ locale: 'fr', messages: fr }),
};
const required: SentFault = {
  path: ['originalLink'],
  code: 'required',
  message: 'originalLink must be filled in before publishing',
};
const short: SentFault = {
  path: ['summaries', 1, 'text'],
  code: 'too_short',
  message: 'must be at least 40 characters, this has 12',
  params: { limit: 40, length: 12 },
};

test.each<[string, keyof typeof intls, SentFault, string, string]>([
  [
    'a missing field, in English',
    'en',
    required,
    'Original link: must be filled in before publishing.',
    'Must be filled in before publishing.',
  ],
  [
    'a missing field, in French',
    'fr',
    required,
    'Lien d’origine : à remplir avant la publication.',
    'À remplir avant la publication.',
  ],
  [
    'a part of a summary',
    'en',
    short,
    'Summary 2, text: at least 40 characters; this has 12.',
    'At least 40 characters; this has 12.',
  ],
  [
    'what a field says in its own way',
    'en',
    { path: ['slug'], code: 'taken', message: 'is taken' },
    'Address (slug): another article has this address.',
    'Another article has this address.',
  ],
  [
    'a summary’s language that is there already',
    'fr',
    {
      path: ['summaries', 0, 'language'],
      code: 'taken',
      message: 'taken',
      params: { language: 'en' },
    },
    'Résumé 1, langue : l’article a déjà un résumé dans cette langue.',
    'L’article a déjà un résumé dans cette langue.',
  ],
  [
    'numbers that are not sent: the server’s words',
    'fr',
    { path: ['title'], code: 'too_short', message: 'must be longer' },
    'Titre : must be longer.',
    'Must be longer.',
  ],
  [
    'Strapi’s own fault, which has no code',
    'en',
    { path: ['cover'], message: 'cover must be a `number` type' },
    'Cover: cover must be a `number` type.',
    'Cover must be a `number` type.',
  ],
  [
    'a field without a label',
    'en',
    { path: ['nonsense', 'deep'], code: 'unknown_field', message: 'is not a known field' },
    'nonsense.deep: is not a known field.',
    'Is not a known field.',
  ],
])('%s', (_what, locale, fault, message, atField) => {
  expect(faultTexts([fault], ARTICLE, intls[locale])).toEqual({
    message,
    faults: [{ ...fault, message: atField }],
  });
});

test('all faults are named in one notification, up to a number', () => {
  const two = faultTexts([required, short], ARTICLE, intls.en);
  expect(two.message).toBe(
    'Original link: must be filled in before publishing. Summary 2, text: at least 40 characters; this has 12.'
  );
  const many = faultTexts(new Array(8).fill(required), ARTICLE, intls.fr);
  expect(many.message).toMatch(/publication\. 3 autres champs sont à corriger\.$/);
  expect(many.faults).toHaveLength(8);
});

test('a text for a code that the server does not know is not there', () => {
  const codes = Object.keys(en)
    .filter((key) => key.startsWith('analysis.faults.'))
    .map((key) => key.split('.').at(-1));
  const known: readonly (string | undefined)[] = [...FAULT_CODES, 'named', 'more'];
  expect(codes.filter((code) => !known.includes(code))).toEqual([]);
});
