import { filterFaults, isUndoable, refusalOf } from './rules';

const comment = { status: 'pending', contentHash: 'a', deleted: false } as const;

test.each([
  ['stands when nothing is known of what was seen', comment, {}, null],
  ['stands when it is as it was seen', comment, { contentHash: 'a', from: 'pending' }, null],
  ['is refused for another text', comment, { contentHash: 'b' }, 'changed'],
  ['is refused when someone decided otherwise', comment, { from: 'spam' }, 'decided'],
  [
    'stands when someone decided the same',
    { ...comment, status: 'approved' },
    { from: 'pending' },
    null,
  ],
  ['is refused for an erased comment', { ...comment, deleted: true }, {}, 'erased'],
] as const)('a decision to approve %s', (_what, row, seen, refusal) => {
  expect(refusalOf(row, 'approved', seen)).toBe(refusal);
});

test.each([
  ['is undone', { ...comment, status: 'spam' }, true],
  ['stays when someone decided again', { ...comment, status: 'approved' }, false],
  ['stays when the text changed', { ...comment, status: 'spam', contentHash: 'b' }, false],
  ['stays when it was erased', { ...comment, status: 'spam', deleted: true }, false],
] as const)('a decision %s', (_what, row, undoable) => {
  expect(isUndoable(row, { to: 'spam', contentHash: 'a' })).toBe(undoable);
});

test.each([
  ['texts and dates', { q: 'x', from: '2026-11-25' }, true, []],
  ['a date that is none', { from: 'yesterday' }, true, ['from:invalid_date']],
  ['a day that is none', { to: '2026-02-30' }, true, ['to:invalid_date']],
  ['an hour that is none', { to: '2026-02-03T24:01:00Z' }, true, ['to:invalid_date']],
  ['a NUL', { q: 'a\0b' }, true, ['q:wrong_type']],
  ['a long text', { author: 'a'.repeat(201) }, true, ['author:wrong_type']],
  ['a list', { q: ['a'] }, true, ['q:wrong_type']],
  ['an address, by one who may see it', { email: 'a' }, true, []],
  [
    'an address, by one who may not',
    { email: 'a', network: 'b' },
    false,
    ['email:not_allowed', 'network:not_allowed'],
  ],
])('filters: %s', (_what, filters, personalData, expected) => {
  expect(
    filterFaults(filters, personalData).map(({ path, code }) => `${path.join('.')}:${code}`)
  ).toEqual(expected);
});
