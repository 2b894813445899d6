import type { FaultCode } from '../../../shared/faults';
import { chooseTag, contentTag, failureText, faultText, createLocalizer } from './localizer';
import { en, type Plural } from './messages-en';
import { fr } from './messages-fr';

test.each([
  ['the element says', ['fr', 'en'], 'fr'],
  ['a region', ['fr-CA'], 'fr-CA'],
  ['in another case', ['FR-ca'], 'fr-CA'],
  ['none that we speak, then one', ['de', 'fr'], 'fr'],
  ['none that we speak', ['de', 'ja'], 'en'],
  ['none that is one', ['not a language', '', null, undefined], 'en'],
  ['none', [], 'en'],
])('messages where %s', (_what, tags, tag) => {
  expect(chooseTag(tags)).toBe(tag);
});

test('texts are asked for in the page’s language, whether we speak it or not', () => {
  expect(contentTag([null, 'x y', 'de-at', 'en'])).toBe('de-AT');
  expect(contentTag([null])).toBe('en');
});

const holes = (phrase: string) => [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test.each(Object.keys(en) as (keyof typeof en)[])('%s says the same in both languages', (key) => {
  const [english, french] = [en[key], fr[key]] as (string | Plural)[];
  if (typeof english === 'string') {
    expect(holes(french as string)).toEqual(holes(english));
  } else {
    expect(holes((french as Plural).other)).toEqual(holes((english as Plural).other));
    expect((french as Plural).one).not.toBe('');
  }
});

test.each([
  ['en', 1, '1 star', '1 comment'],
  ['en', 2, '2 stars', '2 comments'],
  ['en', 0, '0 stars', '0 comments'],
  ['fr', 0, '0 étoile', '0 commentaire'],
  ['fr', 1, '1 étoile', '1 commentaire'],
  ['fr', 2, '2 étoiles', '2 commentaires'],
  ['fr', 1_000_000, '1 000 000 étoiles', '1 000 000 commentaires'],
])('counting in %s: %d', (tag, n, stars, comments) => {
  const plain = (text: string) => text.replace(/\s/g, ' ');
  const localizer = createLocalizer(tag);
  expect(plain(localizer.count('stars', n))).toBe(stars);
  expect(plain(localizer.count('commentCount', n))).toBe(comments);
});

test('numbers and dates are of the region', () => {
  expect(createLocalizer('en').number(4.256)).toBe('4.26');
  expect(createLocalizer('fr').number(4.25)).toBe('4,25');
  expect(createLocalizer('fr').date('2026-03-04T12:00:00.000Z')).toBe('4 mars 2026');
  expect(createLocalizer('en-GB').date('2026-03-04T12:00:00.000Z')).toBe('4 March 2026');
  expect(createLocalizer('en').dateTime('no date')).toBe('');
  expect(createLocalizer('fr').languageName('de')).toBe('allemand');
  expect(createLocalizer('fr').languageName('no language')).toBe('no language');
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
  expect(faultText(createLocalizer('en'), params ? { code, params } : { code })).toBe(text);
});

test.each([
  [0, en.offline],
  [403, en.refused],
  [404, en.gone],
  [429, en.tooMany],
  [500, en.failed],
])('a failure with status %d', (status, text) => {
  expect(failureText(createLocalizer('en'), status)).toBe(text);
});
