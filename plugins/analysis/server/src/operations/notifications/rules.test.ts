import { emailHash, mayAsk, needsModerator, nextAttempt, noticeKey } from './rules';

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

const SINCE = new Date('2026-11-20T00:00:00Z');
const asked = (day: number | null, stopped = false) => ({
  confirmSentAt: day === null ? null : new Date(SINCE.getTime() + day * 86_400_000),
  stoppedAt: stopped ? new Date(0) : null,
});
test.each([
  ['a mailbox that was never written to', [], true],
  ['one that others only named', [asked(null), asked(null)], true],
  ['one that was asked twice', [asked(1), asked(2)], true],
  ['one that was asked three times', [asked(1), asked(2), asked(3)], false],
  ['one whose links are over', [asked(-1), asked(0), asked(-3)], true],
  ['one that was stopped once, by whichever author', [asked(null), asked(-9, true)], false],
])('%s may be asked: %s', (_what, past, may) => {
  expect(mayAsk(past, SINCE)).toBe(may);
});
