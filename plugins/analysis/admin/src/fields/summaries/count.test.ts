import { expect, test } from '@jest/globals';
import { text as textField } from '../../../../shared/fields';
import { LIMITS } from '../../../../shared/limits';
import { countText } from './count';

test.each([
  // what, the text, characters, the limit that it misses
  ['nothing', '', 0, null],
  ['only blanks', ' \n\t ', 0, null],
  ['only what cannot be seen', '\u200b\u2800\u3164', 0, null],
  ['one too few', 'x'.repeat(39), 39, 'short'],
  ['the least', 'x'.repeat(40), 40, null],
  ['enough with the blanks between its words', 'ab '.repeat(15), 44, null],
  ['enough only with blanks in a row', `a${' '.repeat(40)}b`, 42, 'short'],
  ['the most', '😀'.repeat(2_000), 2_000, null],
  ['one too many', '😀'.repeat(2_001), 2_001, 'long'],
  ['letters with their accents apart', 'e\u0301'.repeat(40), 40, null],
  ['blanks at the ends', `  ${'x'.repeat(40)}\r\n`, 40, null],
] as const)('%s', (_what, text, count, misses) => {
  expect(countText(text)).toEqual({ count, misses });
  if (count > 0) {
    const { success } = textField(LIMITS.summary).safeParse(text);
    expect(success).toBe(misses === null);
  }
});
