import { createLocalizer, firstTag, matchTag } from './localizer';

const LANGUAGES = ['en', 'fr'];
const en = {
  hello: 'Hello, {name}. {name}!',
  stars: { one: '1 star', other: '{n} stars' },
};
const fr: typeof en = {
  hello: 'Bonjour {name}',
  stars: { one: '{n} étoile', other: '{n} étoiles' },
};
const localizerFor = (tag: string, timeZone?: 'UTC') => createLocalizer({ en, fr }, tag, timeZone);

test.each([
  ['the first of several', ['fr', 'en'], 'fr'],
  ['a region', ['fr-CA'], 'fr-CA'],
  ['in another case', ['FR-ca'], 'fr-CA'],
  ['one without messages, then one with', ['de', 'fr'], 'fr'],
  ['only some without messages', ['de', 'ja'], 'en'],
  ['none that is well-formed', ['not a language', '', null, undefined], 'en'],
  ['none', [], 'en'],
])('the tag to localize by, from %s', (_what, tags, tag) => {
  expect(matchTag(tags, LANGUAGES)).toBe(tag);
});

test('the first well-formed tag, whether there are messages or not', () => {
  expect(firstTag([null, 'x y', 'de-at', 'en'])).toBe('de-AT');
  expect(firstTag([null])).toBe('en');
});

test('a message has its values filled in, and is in English where a language has none', () => {
  expect(localizerFor('en').t('hello', { name: 'Ann' })).toBe('Hello, Ann. Ann!');
  expect(localizerFor('en').t('hello')).toBe('Hello, . !');
  expect(localizerFor('fr-CA').t('hello', { name: '{name}' })).toBe('Bonjour {name}');
  expect(localizerFor('de').t('hello', { name: 3 })).toBe('Hello, 3. 3!');
  expect(localizerFor('fr').pieces('hello')).toEqual(['Bonjour ', 'name', '']);
});

test.each([
  ['en', 1, '1 star'],
  ['en', 2, '2 stars'],
  ['en', 0, '0 stars'],
  ['fr', 0, '0 étoile'],
  ['fr', 1, '1 étoile'],
  ['fr', 2, '2 étoiles'],
  ['fr', 1_000_000, '1 000 000 étoiles'],
])('counting in %s: %d', (tag, n, text) => {
  const plain = localizerFor(tag).count('stars', n).replace(/\s/g, ' ');
  expect(plain).toBe(text);
});

test('numbers and dates are of the region', () => {
  expect(localizerFor('en').number(4.256)).toBe('4.26');
  expect(localizerFor('fr').number(4.25)).toBe('4,25');
  expect(localizerFor('fr').date('2026-03-04T12:00:00.000Z')).toBe('4 mars 2026');
  expect(localizerFor('en-GB').date(new Date('2026-03-04T12:00:00.000Z'))).toBe('4 March 2026');
  expect(localizerFor('en').dateTime('no date')).toBe('');
  expect(localizerFor('fr').languageName('de')).toBe('allemand');
  expect(localizerFor('fr').languageName('no language')).toBe('no language');
});

test('in UTC, the day is that of UTC and a time says so', () => {
  const { date, dateTime } = localizerFor('en-GB', 'UTC');
  expect(date('2026-03-04T23:30:00.000+02:00')).toBe('4 March 2026');
  expect(date('2026-03-04T23:30:00.000-02:00')).toBe('5 March 2026');
  expect(dateTime('2026-03-04T23:30:00.000-02:00')).toBe('5 March 2026 at 01:30 UTC');
});
