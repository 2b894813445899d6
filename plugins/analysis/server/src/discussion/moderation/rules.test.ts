import {
  banHash,
  banLabel,
  banValue,
  filterFaults,
  isUndoable,
  maskEmail,
  refusalOf,
  typedBanValue,
} from './rules';

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
  ['ana@example.com', 'a…@example.com'],
  ['ä\u0323na@example.com', 'ä\u0323…@example.com'],
  ['👩‍🚒@example.com', '👩‍🚒…@example.com'],
  ['@example.com', '…'],
  ['nothing', '…'],
  [null, null],
])('%s is masked as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked);
});

const author = { authorKey: 'key', email: 'Ana@Example.com', network: 'net' };

test.each([
  ['author', author, 'key'],
  ['email', author, 'ana@example.com'],
  ['domain', author, 'example.com'],
  ['network', author, 'net'],
  ['domain', { ...author, email: null }, null],
] as const)('a ban by %s', (kind, whom, value) => {
  expect(banValue(kind, whom)).toBe(value);
});

test.each([
  ['email', 'Ana@Example.com', 'ana@example.com'],
  ['email', 'example.com', 'value:invalid_email'],
  ['email', 'ana@localhost', 'value:invalid_email'],
  ['email', '', 'value:invalid_email'],
  ['domain', 'Example.COM', 'example.com'],
  ['domain', '@example.com', 'example.com'],
  ['domain', 'ana@example.com', 'value:ill_formed'],
  ['domain', '@@example.com', 'value:ill_formed'],
  ['domain', 'example', 'value:ill_formed'],
  ['domain', 'exa mple.com', 'value:ill_formed'],
  ['network', `${'aB-_9'.repeat(8)}xyz`, `${'aB-_9'.repeat(8)}xyz`],
  ['network', 'a'.repeat(42), 'value:ill_formed'],
  ['network', '192.0.2.0/24', 'value:ill_formed'],
  ['author', 'a'.repeat(43), 'kind:not_allowed'],
] as const)('a ban by %s of %j as typed in: %s', (kind, typed, expected) => {
  const read = typedBanValue(kind, typed);
  expect(read.ok ? read.value : `${read.fault.path.join('.')}:${read.fault.code}`).toBe(expected);
});

test('a ban is found whatever the case, and by its own kind alone', () => {
  expect(banHash('email', 'ANA@example.com')).toBe(banHash('email', 'ana@example.com'));
  expect(banHash('email', 'example.com')).not.toBe(banHash('domain', 'example.com'));
});

test.each([
  ['domain', 'example.com', 'example.com'],
  ['email', 'ana@example.com', 'a…@example.com'],
  ['author', 'key', 'Ana'],
  ['network', '0123456789', '01234567'],
] as const)('a ban by %s of %s is shown as %s', (kind, value, label) => {
  expect(banLabel(kind, value, 'Ana')).toBe(label);
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
