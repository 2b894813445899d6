import {
  fullTextOf,
  indexText,
  likeOf,
  readQuery,
  relatedness,
  similarity,
  tellingWords,
  wordsIn,
  type Relation,
} from './rules';
import { snippetOf } from './snippets';

const keys = (text: string) => [...wordsIn(text)].map(({ key }) => key);
const terms = (query: string) => readQuery(query).terms;

test.each([
  ['case', 'Harbour', 'HARBOUR'],
  ['accents', 'café', 'CAFE'],
  ['ligatures', 'œuvre', 'oeuvre'],
  ['composed and decomposed', '\u00e9t\u00e9', 'e\u0301te\u0301'],
  ['full width', 'ＡＢＣ', 'abc'],
  ['soft hyphens', 'har\u00adbour', 'harbour'],
  ['Cyrillic case', 'Порт', 'порт'],
  ['German', 'Straße', 'STRASSE'],
])('%s makes no difference', (_what, left, right) => {
  expect(keys(left)).toEqual(keys(right));
  expect(keys(left)).toHaveLength(1);
});

test('keys are ASCII, of three to 82 characters, and begin with no letter of a stop word', () => {
  const odd = ['I', 'the', 'x'.repeat(500), 'ü'.repeat(500), 'Ж', '中', '١٢', '½', 'ﷺ'];
  const all = odd.flatMap(keys);
  expect(all.length).toBeGreaterThanOrEqual(odd.length);
  for (const key of all) expect(key).toMatch(/^(zz|yy)[a-z0-9]{1,80}$/);
});

test.each([
  ['l’avenir', ['zzl', 'zzavenir']],
  ['well-known', ['zzwell', 'zzknown']],
  ['', []],
  ['!?… —', []],
])('%j is cut into words', (text, expected) => expect(keys(text)).toEqual(expected));

test('scripts without blanks are cut into characters, in place', () => {
  expect([...wordsIn('AI 港口')].map(({ start, end }) => [start, end])).toEqual([
    [0, 2],
    [3, 4],
    [4, 5],
  ]);
});

test('no phrase reaches from one text into the next, and a huge text is cut', () => {
  expect(indexText(['one', 'two'])).toBe(' zzone | zztwo | ');
  const many = Array.from({ length: 60_000 }, (_, at) => `слово${at}`).join(' ');
  const different = new Set(indexText([many]).split(' '));
  expect(different.size).toBeGreaterThan(10_000);
  expect([...different].reduce((sum, key) => sum + key.length + 16, 0)).toBeLessThan(620_000);
});

test.each([
  [
    'harbour plan',
    [
      [['zzharbour'], false],
      [['zzplan'], false],
    ],
  ],
  ['"Harbour plan"', [[['zzharbour', 'zzplan'], false]]],
  [
    '«plan du port» risque',
    [
      [['zzplan', 'zzdu', 'zzport'], false],
      [['zzrisque'], false],
    ],
  ],
  ['"never ends', [[['zznever', 'zzends'], false]]],
  ['harb*', [[['zzharb'], true]]],
  ['"harb*"', [[['zzharb'], false]]],
  ['har*', [[['zzhar'], true]]],
  // Characters that are words of their own, and syllables of three letters.
  ['港口*', [[['yye6b8af', 'yye58fa3'], false]]],
  ['한*', [[['yye18492e185a1e186ab'], true]]],
  ['"h* a*"', [[['zzh', 'zza'], false]]],
  ['wi-fi', [[['zzwi', 'zzfi'], false]]],
  [
    'a OR b',
    [
      [['zza'], false],
      [['zzor'], false],
      [['zzb'], false],
    ],
  ],
  ['* " - ( )', []],
])('%s is read as terms', (query, expected) => {
  expect(terms(query).map(({ keys: own, prefix }) => [own, prefix])).toEqual(expected);
});

test.each([
  ['too long', 'x'.repeat(201), 'too_long'],
  ['of one letter', 'a*', 'too_short'],
  ['of two letters behind a character that is a word', '港ab*', 'too_short'],
  ['of two letters beside others', 'harbour ha*', 'too_short'],
  ['of two letters behind a hyphen', 'well-kn*', 'too_short'],
  ['of two letters of Cyrillic', 'по*', 'too_short'],
  ['of two letters and what cannot be seen', 'h\u00ada\u200b*', 'too_short'],
  ['of one letter with marks', 'a\u0301\u0323\u0302*', 'too_short'],
  ['too many', 'a '.repeat(13), 'out_of_range'],
  ['too many in a phrase', `"${'a '.repeat(41)}"`, 'out_of_range'],
])('a query that is %s is refused', (_what, query, code) => {
  expect(readQuery(query).faults).toMatchObject([{ path: ['q'], code }]);
});

test.each([
  ['sqlite', 'all', '"zza" AND "zzb" AND "zzhar"*'],
  ['sqlite', 'any', '"zza" OR "zzb" OR "zzhar"*'],
  ['postgres', 'all', 'zza & zzb & zzhar:*'],
  ['postgres', 'any', 'zza | zzb | zzhar:*'],
  ['mysql', 'all', '+zza +zzb +zzhar*'],
  ['mysql', 'any', 'zza zzb zzhar*'],
] as const)('%s is asked for %s of them', (client, mode, expected) => {
  expect(fullTextOf(client, terms('"a b" har*'), mode)).toBe(expected);
});

test.each(['sqlite', 'postgres', 'mysql'] as const)('no query reaches %s as written', (client) => {
  const hostile = `") OR 1=1; -- ' % _ \\ :* & | ! <-> +-><()~*"@ NEAR(a,b) {x}`;
  expect(fullTextOf(client, terms(hostile), 'all')).toMatch(/^[a-z0-9"*:&+ AND]*$/);
});

test('a phrase is looked for with blanks around it', () => {
  const [phrase, begin] = terms('"the plan" har*') as [never, never];
  expect(likeOf(phrase)).toBe('% zzthe zzplan %');
  expect(likeOf(begin)).toBe('% zzhar%');
});

test.each([
  ['nothing', {}, 0],
  ['only the language', { sameLanguage: true }, 0],
  ['a topic', { sharedTopics: 1 }, 3],
  ['three topics', { sharedTopics: 3 }, 9],
  ['more topics than count', { sharedTopics: 20 }, 9],
  ['the source', { sameSource: true }, 1],
  ['half the words', { similarity: 0.5 }, 3],
  ['a topic in the same language', { sharedTopics: 1, sameLanguage: true }, 3.25],
] as [string, Partial<Relation>, number][])('%s in common', (_what, relation, expected) => {
  expect(
    relatedness({
      sharedTopics: 0,
      sameSource: false,
      sameLanguage: false,
      similarity: 0,
      ...relation,
    })
  ).toBe(expected);
});

test('similarity is of words that tell something', () => {
  const [plan, other] = [indexText(['The harbour plan']), indexText(['The harbour vote'])];
  expect(similarity(plan, plan)).toBe(1);
  expect(similarity(plan, other)).toBeCloseTo(1 / 3);
  expect(similarity(indexText(['of the']), indexText(['of the']))).toBe(0);
  expect(tellingWords(indexText(['a few extraordinary words']), 1)).toEqual(['zzextraordinary']);
});

describe('snippets', () => {
  test.each([
    ['The Harbour plan', 'harbour', 'The <mark>Harbour</mark> plan'],
    ['Un été à Nîmes', 'ETE nimes', 'Un <mark>été</mark> à <mark>Nîmes</mark>'],
    ['a <b>&"plan"', 'plan', 'a &lt;b&gt;&amp;&quot;<mark>plan</mark>&quot;'],
    ['plan b, the plan', '"the plan"', 'plan b, <mark>the plan</mark>'],
    ['harbours', 'harb*', '<mark>harbours</mark>'],
    ['港口计划', '"港口"', '<mark>港口</mark>计划'],
    ['one two three', '"one two" "two three"', '<mark>one two three</mark>'],
  ])('%s for %s', (text, query, expected) => {
    expect(snippetOf(text, terms(query))).toBe(expected);
  });

  test.each([
    // A keycap goes on behind its figure, and a mark may hang on a sign that is no word.
    ['platform 2\ufe0f\u20e3 open', '2', 'platform <mark>2\ufe0f\u20e3</mark> open'],
    [`${'plan '.repeat(47)}  2\ufe0f\u20e3 ${'more '.repeat(9)}`, 'plan', / 2\ufe0f\u20e3…$/],
  ])('no character is cut in two in %j', (text, query, expected) => {
    expect(snippetOf(text, terms(query))).toEqual(
      typeof expected === 'string' ? expected : expect.stringMatching(expected)
    );
  });

  test('a text without any of it has none', () => {
    expect(snippetOf('The harbour', terms('plan'))).toBeNull();
  });

  test('of a long text it is the place of the first hit, cut at words; a title stays whole', () => {
    const text = `${'before '.repeat(100)}harbour ${'after '.repeat(100)}`;
    const html = snippetOf(text, terms('harbour')) as string;
    expect(html).toMatch(/^…(before )+<mark>harbour<\/mark>( after)+…$/);
    expect(html.length).toBeLessThan(300);
    const whole = snippetOf(text, terms('harbour'), true) as string;
    expect(whole.replace(/<\/?mark>/g, '')).toBe(text);
  });
});
