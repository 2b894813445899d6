import { mayAsk } from './rules';

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
