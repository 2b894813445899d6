import { expect, test } from '@jest/globals';
import { changed, entriesOf, movedErrors, summaryOf, type Change } from './list';

test.each<[string, Change, string]>([
  ['added at the end', { do: 'insert', at: 3 }, 'abcX'],
  ['put back', { do: 'insert', at: 1 }, 'aXbc'],
  ['removed', { do: 'remove', at: 0 }, 'bc'],
  ['moved up', { do: 'move', from: 2, to: 1 }, 'acb'],
  ['moved down', { do: 'move', from: 0, to: 1 }, 'bac'],
])('%s', (_what, change, expected) => {
  expect(changed([...'abc'], change, 'X').join('')).toBe(expected);
});

const short = { text: 'too short' };
const taken = { language: 'taken' };

test.each<[string, unknown, Change, unknown, unknown]>([
  ['none stay none', undefined, { do: 'move', from: 0, to: 1 }, undefined, undefined],
  [
    'an error moves with its summary',
    [undefined, short],
    { do: 'move', from: 1, to: 0 },
    undefined,
    [short, undefined, undefined],
  ],
  [
    'an object by index is read as a list',
    { 2: taken },
    { do: 'remove', at: 0 },
    undefined,
    [undefined, taken],
  ],
  [
    'a summary before it moves an error on',
    [short],
    { do: 'insert', at: 0 },
    undefined,
    [undefined, short, undefined, undefined],
  ],
  [
    'what comes back has its error again',
    [],
    { do: 'insert', at: 1 },
    taken,
    [undefined, taken, undefined, undefined],
  ],
  ['the last error goes with its summary', [short], { do: 'remove', at: 0 }, undefined, undefined],
  ['too many are fewer now', 'too many', { do: 'remove', at: 0 }, undefined, undefined],
  [
    'too many are too many in any order',
    'too many',
    { do: 'move', from: 0, to: 1 },
    undefined,
    'too many',
  ],
])('%s', (_what, errors, change, added, expected) => {
  expect(movedErrors(errors, 3, change, added)).toEqual(expected);
});

test.each([
  ['nothing yet', undefined, []],
  ['none', null, []],
  ['no list', '[]', []],
  ['a whole entry', [{ language: 'en', text: 'Words' }], [{ language: 'en', text: 'Words' }]],
  [
    'entries without their parts',
    [{ language: 'en' }, null],
    [
      { language: 'en', text: null },
      { language: null, text: null },
    ],
  ],
])('%s', (_what, value, expected) => {
  expect(entriesOf(value).map(summaryOf)).toEqual(expected);
});
