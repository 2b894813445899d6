import { makeNoticeToken, readNoticeToken } from './link-token';

const NOW = new Date('2026-11-25T12:00:00Z');
const ID = 'abcdefghijklmnopqrstuvwx';
const days = (n: number): Date => new Date(NOW.getTime() + n * 24 * 60 * 60 * 1000);
const confirm = makeNoticeToken('confirm', ID, NOW, 'first-secret');
const stop = makeNoticeToken('stop', ID, NOW, 'first-secret');

test.each([
  ['a fresh confirmation', confirm, days(0), ['first-secret'], 'confirm'],
  ['on its last day', confirm, days(7), ['first-secret'], 'confirm'],
  ['a day later', confirm, days(8), ['first-secret'], null],
  ['a link that stops mail, years later', stop, days(3_000), ['first-secret'], 'stop'],
  ['under a secret that has been rotated', confirm, days(0), ['new', 'first-secret'], 'confirm'],
  ['under another secret', confirm, days(0), ['new'], null],
  ['made into the other kind', confirm.replace('confirm', 'stop'), days(0), ['first-secret'], null],
  ['for another address', confirm.replace(ID, `x${ID.slice(1)}`), days(0), ['first-secret'], null],
  ['nothing', '', days(0), ['first-secret'], null],
])('%s', (_what, token, now, secrets, purpose) => {
  expect(readNoticeToken(token, now, secrets)?.purpose ?? null).toBe(purpose);
});
