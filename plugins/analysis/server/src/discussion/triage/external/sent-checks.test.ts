import { makeSentChecks } from './sent-checks';

const DAY_MS = 24 * 60 * 60 * 1000;
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test.each([
  ['spam', 'approved', 'ham'],
  ['ham', 'spam', 'spam'],
  ['spam', 'spam', null],
  ['ham', 'approved', null],
  ['spam', 'rejected', null],
  ['ham', 'rejected', null],
  ['spam', 'trash', null],
  ['spam', 'pending', null],
] as const)('where it said %s and a person makes it %s, it hears %s', (said, status, is) => {
  const checks = makeSentChecks();
  checks.keep('c', { sent: 'form', said });
  expect(checks.correctionOf('c', status)).toEqual(is === null ? null : { sent: 'form', is });
});

test('a correction is told once, and taken back when the person does', () => {
  const checks = makeSentChecks();
  checks.keep('c', { sent: 'form', said: 'ham' });
  expect(checks.correctionOf('c', 'spam')).toMatchObject({ is: 'spam' });
  expect(checks.correctionOf('c', 'spam')).toBeNull();
  expect(checks.correctionOf('c', 'approved')).toMatchObject({ is: 'ham' });
});

test('of a comment that it was not asked about it hears nothing', () => {
  expect(makeSentChecks().correctionOf('c', 'spam')).toBeNull();
});

test('what was sent is forgotten on demand, and after a day without any further comment', () => {
  const checks = makeSentChecks();
  checks.keep('a', { sent: 'form', said: 'ham' });
  checks.keep('b', { sent: 'form', said: 'ham' });
  checks.forget('a');
  expect(checks.correctionOf('a', 'spam')).toBeNull();
  jest.advanceTimersByTime(DAY_MS);
  expect(checks.correctionOf('b', 'spam')).toBeNull();
});

test('what an edit sent takes the place of what was sent, and lasts its own day', () => {
  const checks = makeSentChecks();
  checks.keep('c', { sent: 'first', said: 'ham' });
  jest.advanceTimersByTime(DAY_MS - 1);
  checks.keep('c', { sent: 'second', said: 'ham' });
  jest.advanceTimersByTime(DAY_MS - 1);
  expect(checks.correctionOf('c', 'spam')).toMatchObject({ sent: 'second' });
});

test('the latest thousand are kept', () => {
  const checks = makeSentChecks();
  for (let n = 0; n <= 1_000; n += 1) checks.keep(`c${n}`, { sent: 'form', said: 'ham' });
  expect(checks.correctionOf('c0', 'spam')).toBeNull();
  expect(checks.correctionOf('c1', 'spam')).not.toBeNull();
});
