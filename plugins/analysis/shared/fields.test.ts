import type { z } from 'zod';
import { commentInput } from './contracts/comments';
import { rateInput } from './contracts/ratings';
import { dateTime, email, line, text, typedWebUrl, webUrl } from './fields';
import { faultsFromZod } from './faults';

/** The codes and paths of what a schema finds wrong, or the value it makes. */
function outcome(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? parsed.data
    : faultsFromZod(parsed.error).map(({ path, code }) => [path.join('.'), code].join(':'));
}

describe('line', () => {
  const schema = line({ min: 3, max: 10 });
  test.each([
    ['is trimmed', '  abc ', 'abc'],
    ['is composed (NFC)', 'cafe\u0301', 'caf\u00e9'],
    ['counts code points, not UTF-16 units', '😀'.repeat(10), '😀'.repeat(10)],
    ['keeps right-to-left marks', 'abc\u200f', 'abc\u200f'],
    ['refuses one too short', 'ab', [':too_short']],
    ['refuses one too long', 'a'.repeat(11), [':too_long']],
    ['refuses a megabyte', 'a'.repeat(1_000_000), [':too_long']],
    ['refuses a line feed', 'ab\ncd', [':control_character']],
    ['refuses NUL', 'ab\0cd', [':control_character']],
    ['refuses C1 controls', 'ab\u0085cd', [':control_character']],
    ['refuses an override of direction', 'ab\u202ecd', [':control_character']],
    ['refuses an embedding', 'ab\u202bcd\u202c', [':control_character']],
    ['takes a closed isolate', 'ab\u2067cd\u2069', 'ab\u2067cd\u2069'],
    ['closes an open isolate', 'ab\u2067\u2068cd\u2069', 'ab\u2067\u2068cd\u2069\u2069'],
    ['counts the closing too', 'ab\u2066abcdefg', [':too_long']],
    ['does not count zero-width spaces', 'a\u200b\u200b\u200bb', [':too_short']],
    ['counts the blank between two words', 'a b', 'a b'],
    ['counts blanks in a row once', 'a\u2800   \u200b  ', [':too_short']],
    ['does not count Braille blanks or Hangul fillers', '\u2800\u3164\uffa0ab', [':too_short']],
    ['refuses the empty string', '', [':required']],
    ['refuses a lone surrogate', 'ab\ud800cd', [':ill_formed']],
    ['refuses a number', 5, [':wrong_type']],
    ['refuses an object', { a: 1 }, [':wrong_type']],
    ['refuses nothing at all', undefined, [':required']],
  ])('%s', (_what, value, expected) => {
    expect(outcome(schema, value)).toEqual(expected);
  });

  test.each(
    ['\u200b', '\u3164', '\u2800', '\u00ad', '\u2060', '\ufeff', '\u180e', '\u115f', '\u1160']
      .concat('\u17b4', '\u17b5', '\uffa0', '\ufe0f', '\u034f', '\u061c', '\ufffa', '\u{1d159}')
      .concat('\u{e0001}\u{e0041}', '\u{e0101}', '\u{13430}', '\u{fff0}', ' \u00a0\u3000 ')
      .map((unseen) => [
        [...unseen].map((each) => each.codePointAt(0)?.toString(16)).join(),
        unseen,
      ])
  )('what holds nothing but %s is not filled in', (_what, unseen = '') => {
    expect(outcome(schema, unseen.repeat(3))).toEqual([':required']);
    expect(outcome(text({ min: 1, max: 80 }), `\n${unseen}\n`)).toEqual([':required']);
  });

  test('says the limit', () => {
    const parsed = schema.safeParse('a'.repeat(11));
    expect(parsed.success ? [] : faultsFromZod(parsed.error)).toEqual([
      expect.objectContaining({
        message: 'must be at most 10 characters, this has 11',
        params: { limit: 10, length: 11 },
      }),
    ]);
  });
});

describe('text', () => {
  test.each([
    ['keeps lines and tabs', 'a\n\tb', 'a\n\tb'],
    ['brings line ends to one form', '\ufeffa\r\nb\rc', 'a\nb\nc'],
    ['refuses other controls', 'a\u0007b', [':control_character']],
    ['takes vertical tabs and form feeds for line breaks', 'a\vb\fc', 'a\nb\nc'],
    ['takes Unicode separators for line breaks', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['closes isolates on their line', 'a\u2066b\nc', 'a\u2066b\u2069\nc'],
    ['is empty where nothing can be seen', ' \u2800\n\u200b\u3164 ', ''],
  ])('%s', (_what, value, expected) => {
    expect(outcome(text({ max: 20 }), value)).toEqual(expected);
  });
});

describe('email', () => {
  test.each([
    ['ana@example.com', 'ana@example.com'],
    ['a.b+c@sub.example.org', 'a.b+c@sub.example.org'],
    ["o'neil/sales=x@example.com", "o'neil/sales=x@example.com"],
    ['jörg@büro.example', 'jörg@xn--bro-hoa.example'],
    ['jo\u0308rg@example.com', 'j\u00f6rg@example.com'],
    ['JÖRG@BÜRO.EXAMPLE', 'JÖRG@xn--bro-hoa.example'],
    ['用户@例え.テスト', '用户@xn--r8jz45g.xn--zckzah'],
    ['ana@xn--bro-hoa.example', 'ana@xn--bro-hoa.example'],
    ['अजय@डाटा.भारत', 'अजय@xn--c2bd1gb.xn--h2brj9c'],
    ['ana@büro', [':invalid_email']],
    ['ana@büro/x.example', [':invalid_email']],
    ['ana@büro.example:25', [':invalid_email']],
    ['ana@bü ro.example', [':invalid_email']],
    ['jö\u200brg@example.com', [':invalid_email']],
    ['jö<rg@example.com', [':invalid_email']],
    ['jörg@-büro.example', [':invalid_email']],
    ['ana@example..com', [':invalid_email']],
    ['@example.com', [':invalid_email']],
    [`a@${'ü'.repeat(60)}.${'ü'.repeat(60)}.${'ü'.repeat(60)}.example`, [':invalid_email']],
    ['ana@localhost', [':invalid_email']],
    ['ana', [':invalid_email']],
    ['ana@ex ample.com', [':invalid_email']],
    ['a@b@example.com', [':invalid_email']],
    [`${'a'.repeat(250)}@example.com`, [':too_long']],
  ])('%s', (value, expected) => {
    expect(outcome(email(), value)).toEqual(expected);
  });
});

describe('webUrl', () => {
  const letters = (count: number) => `https://news.example/${'\u6e2f'.repeat(count)}`;
  test.each([
    ['is kept as the standard writes it', 'HTTPS://News.Example', 'https://news.example/'],
    ['is trimmed', ' https://news.example/a ', 'https://news.example/a'],
    ['is encoded', 'https://bücher.example/ß?ü', 'https://xn--bcher-kva.example/%C3%9F?%C3%BC'],
    ['is kept by who has it', 'https://news.example/%7Ea?b=%20', 'https://news.example/%7Ea?b=%20'],
    ['fits as it is kept', letters(10), `https://news.example/${'%E6%B8%AF'.repeat(10)}`],
    ['does not fit as it would be kept', letters(300), [':too_long']],
    ['without slashes is none', 'https:news.example', [':invalid_url']],
    ['with a blank is none', 'https://news.example/a b', [':invalid_url']],
  ])('an address %s', (_what, value, expected) => {
    const kept = outcome(webUrl(), value);
    expect(kept).toEqual(expected);
    if (typeof kept === 'string') expect(outcome(webUrl(), kept)).toBe(kept);
  });
});

describe('typedWebUrl', () => {
  test.each([
    ['news.example', 'https://news.example/'],
    [' www.news.example/a?b=c#d ', 'https://www.news.example/a?b=c#d'],
    ['news.example:8080/a', 'https://news.example:8080/a'],
    ['//news.example/a', 'https://news.example/a'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['http://news.example', 'http://news.example/'],
    ['news.example/?u=https://other.example', 'https://news.example/?u=https://other.example'],
    ['news', [':invalid_url']],
    ['/about.html', [':invalid_url']],
    ['me@news.example', [':invalid_url']],
    ['mailto:me@news.example', [':invalid_url']],
    ['javascript:alert(1.2)', [':invalid_url']],
    ['https:news.example', [':invalid_url']],
    ['https:/news.example', [':invalid_url']],
    ['my site.example', [':invalid_url']],
    ['127.0.0.1', [':private_url']],
    ['printer.local:80', [':private_url']],
    ['a.'.repeat(50_000), [':too_long']],
    [5, [':wrong_type']],
  ])('%s', (value, expected) => {
    expect(outcome(typedWebUrl(), value)).toEqual(expected);
  });
});

describe('dateTime', () => {
  test.each([
    ['2026-11-24', new Date('2026-11-24')],
    ['2026-11-24T08:00:00Z', new Date('2026-11-24T08:00:00Z')],
    ['2026-11-24T08:00:00+01:00', new Date('2026-11-24T07:00:00Z')],
    ['24/11/2026', [':invalid_date']],
    ['2026-13-45', [':invalid_date']],
    ['2026-02-30', [':invalid_date']],
    ['2026-04-31T08:00:00+01:00', [':invalid_date']],
    ['yesterday', [':invalid_date']],
    [12, [':wrong_type']],
  ])('%s', (value, expected) => {
    expect(outcome(dateTime(), value)).toEqual(expected);
  });
});

describe('contracts report every fault at once, with its path', () => {
  test.each([
    ['a vote of the right kind', rateInput, { value: 5 }, { value: 5 }],
    ['a vote out of range', rateInput, { value: 6 }, ['value:out_of_range']],
    ['half a star', rateInput, { value: 2.5 }, ['value:wrong_type']],
    ['a vote in words', rateInput, { value: '5' }, ['value:wrong_type']],
    ['a vote with more', rateInput, { value: 5, mine: 1 }, ['mine:unknown_field']],
    [
      'a comment wrong in every field',
      commentInput,
      { content: 'x', parent: 5, author: { name: '', email: 'no', url: 'no', admin: true } },
      [
        'content:too_short',
        'parent:wrong_type',
        'author.name:required',
        'author.email:invalid_email',
        'author.url:invalid_url',
        'author.admin:unknown_field',
      ],
    ],
    [
      'empty form fields that are optional',
      commentInput,
      { content: 'Fine', parent: '', author: { name: 'Ana', email: 'ana@example.com', url: '' } },
      { content: 'Fine', parent: undefined, author: { name: 'Ana', email: 'ana@example.com' } },
    ],
  ])('%s', (_what, schema, value, expected) => {
    expect(outcome(schema as z.ZodType, value)).toEqual(expected);
  });
});
