import { beginningOf, characterEnd, characterStart, excerptOf } from './text';

const FAMILY = '👩‍👩‍👧‍👦';
const FLAG = '🇫🇷';
const ACCENT = 'e\u0301\u0323';
const SYLLABLE = 'क्षि';

describe.each([
  ['a pair of surrogates', '😀'],
  ['a family joined by U+200D', FAMILY],
  ['a flag of two letters', FLAG],
  ['a letter with marks', ACCENT],
  ['a syllable of Devanagari', SYLLABLE],
  ['a keycap', '1️⃣'],
  ['a line end of two', '\r\n'],
])('%s', (_what, whole) => {
  const text = `ab${whole}cd`;

  test('is cut off whole or kept whole', () => {
    for (let max = 0; max <= text.length + 1; max += 1) {
      const cut = beginningOf(text, max);
      expect(['', 'a', 'ab', `ab${whole}`, `ab${whole}c`, text]).toContain(cut);
      expect(cut.length).toBeLessThanOrEqual(max);
    }
  });

  test('is no place to begin or to end', () => {
    for (let at = 3; at < 2 + whole.length; at += 1) {
      expect(characterStart(text, at)).toBe(2);
      expect(characterEnd(text, at)).toBe(2 + whole.length);
    }
    for (const at of [0, 1, 2, 2 + whole.length, text.length]) {
      expect([characterStart(text, at), characterEnd(text, at)]).toEqual([at, at]);
    }
  });
});

test.each([
  ['as long as it may be', 'abcd', 4, 'abcd'],
  ['longer', 'abcde', 4, 'abc…'],
  ['cut at a blank', 'abc defg', 5, 'abc…'],
  ['cut before a flag', `abc${FLAG}${FLAG}`, 8, `abc${FLAG}…`],
  ['between two flags, which are four letters in a row', FLAG.repeat(4), 9, `${FLAG.repeat(2)}…`],
  ['one tower of marks alone', `a${'\u0301'.repeat(500)}`, 300, '…'],
  ['empty', '', 4, ''],
])('an excerpt of a text that is %s', (_what, text, max, cut) => {
  expect(excerptOf(text, max)).toBe(cut);
});

test('places outside of a text are its ends', () => {
  expect([characterStart('ab', -1), characterStart('ab', 9)]).toEqual([0, 2]);
  expect([characterEnd('ab', -1), characterEnd('ab', 9)]).toEqual([0, 2]);
});

test('far into a long text the places are those of the whole text', () => {
  const parts = [
    FAMILY,
    FLAG,
    ACCENT,
    SYLLABLE,
    'ab',
    ' ',
    '한국',
    'ที่',
    `o${'\u0308'.repeat(400)}`,
  ];
  const chain = Array(200).fill('😀').join('\u200d');
  let seed = 7;
  const next = () => (seed = (seed * 16_807) % 2_147_483_647);
  const text = Array.from({ length: 300 }, () => parts[next() % parts.length]).join('');
  for (const whole of [text, FLAG.repeat(400), `x${FLAG.repeat(400)}`, chain]) {
    const places = [...new Intl.Segmenter().segment(whole)].map(({ index }) => index);
    for (let index = 0; index < whole.length; index += 7) {
      expect(characterStart(whole, index)).toBe(places.filter((place) => place <= index).at(-1));
      expect(characterEnd(whole, index)).toBe(
        places.find((place) => place >= index) ?? whole.length
      );
    }
  }
});

test.each([['words '], [FAMILY], ['漢字']])(
  'a long text of %j is not read to its end for a place in it',
  (part) => {
    const text = part.repeat(200_000 / part.length);
    const begun = process.cpuUsage();
    for (let times = 0; times < 2_000; times += 1) characterEnd(text, 100_001);
    // By the whole text it were half a millisecond each.
    expect(process.cpuUsage(begun).user).toBeLessThan(500_000);
  }
);
