import { seal } from '../../platform/security/signed-token';
import { makePreviewToken, readPreviewToken } from './preview-token';

const NOW = new Date('2026-11-25T08:00:00Z');
const SECRETS = ['first-secret', 'second-secret'];
const documentId = 'abcdefghijklmnopqrstuvwx';
const expiresAt = new Date(NOW.getTime() + 60_000);
const grant = { documentId, status: 'draft' as const, expiresAt };
const token = makePreviewToken(grant, 'first-secret');
const read = (text: string, now = NOW, secrets = SECRETS) => readPreviewToken(text, now, secrets);

test('a token comes back as what it opens, under the old secret too', () => {
  expect(read(token)).toEqual(grant);
  expect(read(makePreviewToken(grant, 'second-secret'))).toEqual(grant);
});

test.each<[string, string]>([
  ['nothing', ''],
  ['no token', 'x'],
  ['another document', token.replace('abc', 'abd')],
  ['another status', token.replace('draft', 'published')],
  ['a later end', token.replace(String(expiresAt.getTime()), String(expiresAt.getTime() + 1))],
  ['another signature', `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`],
  ['more behind it', `${token}x`],
  ['a foreign secret', makePreviewToken(grant, 'their-secret')],
  [
    'a token of another kind',
    seal('notice', `stop.${documentId}.${NOW.getTime()}`, 'first-secret'),
  ],
  ['the same text for another purpose', seal('notice', token.slice(0, -44), 'first-secret')],
])('%s opens nothing', (_what, text) => {
  expect(read(text)).toBeNull();
});

test('it ends on time, and with its secret', () => {
  expect(read(token, new Date(expiresAt.getTime() - 1))).toEqual(grant);
  expect(read(token, expiresAt)).toBeNull();
  expect(read(token, NOW, ['second-secret'])).toBeNull();
});
