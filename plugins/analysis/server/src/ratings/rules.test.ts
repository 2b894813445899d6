import { together, voteFaults, voteMove } from './rules';

const vote = (value: number, voterKey = 'k1', contentHash: string | null = 'h1') => ({
  value,
  voterKey,
  contentHash,
});

test.each([
  ['a first vote', null, vote(4), { kind: 'insert', from: null, to: 4 }],
  ['the same vote again', vote(4), vote(4), { kind: 'none' }],
  ['a change of mind', vote(4), vote(2), { kind: 'update', from: 4, to: 2 }],
  [
    'the same stars for a new text',
    vote(4),
    vote(4, 'k1', 'h2'),
    { kind: 'update', from: 4, to: 4 },
  ],
  ['a key from before a rotation', vote(4, 'old'), vote(4), { kind: 'update', from: 4, to: 4 }],
])('%s', (_what, before, next, expected) => {
  expect(voteMove(before, next)).toEqual(expected);
});

test.each([
  ['a whole vote', { value: 1, articleId: 'a' }, []],
  ['six stars', { value: 6, articleId: 'a' }, ['value:out_of_range']],
  ['no stars', { value: 0, articleId: 'a' }, ['value:out_of_range']],
  ['half a star', { value: 2.5, articleId: 'a' }, ['value:wrong_type']],
  ['words', { value: 'five', articleId: 'a' }, ['value:wrong_type']],
  ['nothing', {}, ['value:required', 'articleId:required']],
])('%s is checked', (_what, data, expected) => {
  expect(voteFaults(data).map(({ path, code }) => `${path.join('.')}:${code}`)).toEqual(expected);
});

describe('votes that are counted together', () => {
  const cast = (name: string, articleId: string, ...keys: string[]) => ({
    name,
    articleId,
    actor: { keys },
  });
  test.each([
    ['nobody waits for another voter', [cast('1', 'a', 'x'), cast('2', 'a', 'y')], '12', ''],
    ['a voter may vote on several articles', [cast('1', 'a', 'x'), cast('2', 'b', 'x')], '12', ''],
    [
      'a second thought waits, and a third behind it',
      [cast('1', 'a', 'x'), cast('2', 'a', 'x'), cast('3', 'a', 'x'), cast('4', 'a', 'y')],
      '14',
      '23',
    ],
    [
      'an earlier key is the same voter',
      [cast('1', 'a', 'x', 'old'), cast('2', 'a', 'old')],
      '1',
      '2',
    ],
    [
      'no more than there is room for, in their order',
      ['v', 'w', 'x', 'y'].map((key, n) => cast(String(n), 'a', key)),
      '012',
      '3',
    ],
  ])('%s', (_what, waiting, now, later) => {
    const names = (votes: { name: string }[]) => votes.map(({ name }) => name).join('');
    const found = together(waiting, 3);
    expect([names(found.now), names(found.later)]).toEqual([now, later]);
  });
});
