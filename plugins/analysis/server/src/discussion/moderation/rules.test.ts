import { filterFaults } from './rules';

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
