import { banHash, banLabel, banValue, typedBanValue } from './rules';

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
