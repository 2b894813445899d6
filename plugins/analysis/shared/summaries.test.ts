import {
  atPlaces,
  cleanSummaries,
  publishFaults,
  sameAsBodyFaults,
  storedSummaries,
  type ArticleSummary,
} from './summaries';

const TEXT = 'A summary that is long enough to say something of its article.';
const named = (faults: { path: (string | number)[]; code: string }[]) =>
  faults.map(({ path, code }) => `${path.join('.')}:${code}`);

test.each([
  ['nothing', [], []],
  ['null', null, []],
  ['an object', {}, ['summaries:wrong_type']],
  ['a text', 'Bonjour', ['summaries:wrong_type']],
  ['ids of rows, as a relation took them', [1, 'abc'], ['0', '1'].map(at('wrong_type'))],
  ['39 characters', [{ text: 'a'.repeat(39) }], ['summaries.0.text:too_short']],
  ['40 characters', [{ text: 'a'.repeat(40) }], []],
  ['2,001 characters', [{ text: 'a'.repeat(2_001) }], ['summaries.0.text:too_long']],
  [
    'both wrong, in the second',
    [
      { language: 'fr', text: TEXT },
      { language: 'no tag', text: 7 },
    ],
    ['summaries.1.language:invalid_language', 'summaries.1.text:wrong_type'],
  ],
  [
    'a field that is not known',
    [{ language: 'fr', text: TEXT, title: 'x' }],
    ['summaries.0.title:unknown_field'],
  ],
  [
    'a language twice, the second time by another tag',
    [
      { language: 'zh-Hant', text: TEXT },
      { language: 'ZH-tw', text: TEXT },
    ],
    ['summaries.1.language:taken'],
  ],
  [
    'a language twice, after a summary that is empty',
    [{ language: 'fr', text: TEXT }, {}, { language: 'fr', text: TEXT }],
    ['summaries.2.language:taken'],
  ],
  [
    'two without a language',
    [
      { language: null, text: TEXT },
      { language: '', text: TEXT },
    ],
    [],
  ],
  ['ten', tags(10).map((language) => ({ language, text: TEXT })), []],
  ['eleven', tags(11).map((language) => ({ language, text: TEXT })), ['summaries:too_long']],
])('%s', (_what, value, expected) => {
  expect(named(cleanSummaries(value).faults)).toEqual(expected);
});

function at(code: string) {
  return (place: string): string => `summaries.${place}:${code}`;
}

function tags(count: number): string[] {
  return ['fr', 'de', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'fi', 'pl', 'cs'].slice(0, count);
}

test('are kept in canonical form, in their order, without empty ones', () => {
  expect(
    cleanSummaries([
      { language: 'FR-ca', text: ` ${TEXT} ` },
      { language: '', text: '  ' },
      { language: null, text: TEXT },
      { language: 'de' },
    ]).summaries
  ).toEqual([
    { language: 'fr-CA', text: TEXT },
    { language: null, text: TEXT },
    { language: 'de', text: null },
  ]);
});

test.each<[string, unknown[], string[]]>([
  // what is sent, and what it lacks for publishing, at the places of what is sent
  [
    'an empty one before',
    [{ language: null, text: '' }, { text: TEXT }],
    ['summaries.1.language:required'],
  ],
  [
    'one that is ill-formed and lacks the rest',
    [{ language: null, text: 'Too short.' }, { language: 'fr' }],
    [
      'summaries.0.text:too_short',
      'summaries.0.language:required',
      'summaries.0.text:required',
      'summaries.1.text:required',
    ],
  ],
])('places: %s', (_what, sent, expected) => {
  const { summaries, places, faults } = cleanSummaries(sent);
  expect(named([...faults, ...atPlaces(publishFaults(summaries), places)])).toEqual(expected);
});

test.each<[string, ArticleSummary[], string[]]>([
  ['none', [], []],
  ['a whole one', [{ language: 'fr', text: TEXT }], []],
  ['one without language', [{ language: null, text: TEXT }], ['summaries.0.language:required']],
  [
    'one without text, after a whole one',
    [
      { language: 'fr', text: TEXT },
      { language: 'de', text: null },
    ],
    ['summaries.1.text:required'],
  ],
])('publishing %s', (_what, summaries, expected) => {
  expect(named(publishFaults(summaries))).toEqual(expected);
});

test.each([
  ['another text', 'Something else', 0],
  ['the very body', TEXT, 1],
  ['the body with other white space', `  ${TEXT.replace(/ /g, '\n')} `, 1],
  ['no body', null, 0],
])('a body that is %s', (_what, body, faults) => {
  expect(sameAsBodyFaults([{ language: 'fr', text: TEXT }], body)).toHaveLength(faults);
});

test.each([
  ['text, as SQLite and MariaDB give it', '[{"language":"fr","text":"x"}]'],
  ['JSON, as a driver gives it', [{ language: 'fr', text: 'x' }]],
])('a column that holds %s', (_what, value) => {
  expect(storedSummaries(value)).toEqual([{ language: 'fr', text: 'x' }]);
});

test('a column that nobody has written holds none', () => {
  expect(storedSummaries(null)).toEqual([]);
});
