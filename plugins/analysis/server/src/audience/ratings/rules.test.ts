import { voteFaults, voteMove } from './rules';

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
