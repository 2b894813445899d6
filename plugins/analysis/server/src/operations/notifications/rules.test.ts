import { emailHash } from '../../platform/security/email-hash';
import { needsModerator, nextAttempt, noticeKey } from './rules';

describe('nextAttempt', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  test.each([
    [1, '2026-11-25T12:01:00.000Z'],
    [2, '2026-11-25T12:05:00.000Z'],
    [6, '2026-11-26T00:00:00.000Z'],
    [7, undefined],
  ])('after attempt %i', (attempts, next) => {
    expect(nextAttempt(attempts, now)?.toISOString()).toBe(next);
  });
});

describe('needsModerator', () => {
  test.each([
    // what       status      reports  told
    ['created', 'pending', 0, true],
    ['created', 'approved', 0, false],
    ['created', 'spam', 0, false],
    ['reported', 'approved', 1, true],
    ['reported', 'approved', 0, false],
    ['approved', 'approved', 3, false],
    ['rejected', 'rejected', 0, false],
  ] as const)('%s as %s with %i reports: %s', (what, status, reports, told) => {
    expect(needsModerator(what, { status, reports })).toBe(told);
  });
});

test('an address is the same in any case, and a mail has one key for each that it goes to', () => {
  expect(emailHash('Ana+x@Example.com')).toBe(emailHash('ana@example.com'));
  expect(noticeKey('reply', 'c1', 'a1')).not.toBe(noticeKey('reply', 'c1', 'a2'));
  expect(noticeKey('reply', 'c1', 'a1')).not.toBe(noticeKey('approved', 'c1', 'a1'));
});
