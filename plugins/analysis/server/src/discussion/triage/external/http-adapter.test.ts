import { createHmac } from 'node:crypto';
import { signatureOf, NoAnswer } from '../../../platform/http/outbound-request';
import { bodyOf, verdictOf } from './http-adapter';
import type { Question } from './adapter';

const question: Question = {
  content: 'I see it otherwise.',
  author: { name: 'Ana', email: 'ana@example.com', url: null, signedIn: false },
  article: {
    documentId: 'a1',
    title: 'Title',
    language: 'en',
    link: 'https://example.com/posts/t',
  },
  language: null,
  address: '192.0.2.7',
  userAgent: 'Browser/1',
  honeypot: '',
  reply: false,
  edited: false,
  at: new Date('2026-01-02T03:04:05Z'),
};

test('the signature is over time and body, and changes with each', () => {
  const signed = signatureOf('secret', '1700000000', '{"a":1}');
  const expected = createHmac('sha256', 'secret').update('1700000000.{"a":1}').digest('hex');
  expect(signed).toBe(`v1=${expected}`);
  expect(signatureOf('secret', '1700000001', '{"a":1}')).not.toBe(signed);
  expect(signatureOf('secret', '1700000000', '{"a":2}')).not.toBe(signed);
  expect(signatureOf('other', '1700000000', '{"a":1}')).not.toBe(signed);
});

test('the body says what is listed, and nothing that a caller added', () => {
  const extra = { ...question, authorKey: 'secret key', author: { ...question.author, id: 7 } };
  expect(JSON.parse(bodyOf(extra, 'id-1'))).toEqual({
    version: 1,
    id: 'id-1',
    sentAt: '2026-01-02T03:04:05.000Z',
    comment: { content: question.content, language: null, reply: false, edited: false },
    author: { name: 'Ana', email: 'ana@example.com', url: null, signedIn: false },
    article: question.article,
    request: { address: '192.0.2.7', userAgent: 'Browser/1', honeypot: '' },
  });
});

const reason = (code: string, message: string) => ({ phase: 'external', code, message });

test.each([
  ['pass', { verdict: 'pass', message: 'fine' }, { outcome: 'pass' }],
  [
    'a verdict alone',
    { verdict: 'spam' },
    { outcome: 'spam', reason: reason('spam', 'The outside check takes it for spam') },
  ],
  [
    'words and a code',
    { verdict: 'hold', message: 'Names a minor', code: 'minor' },
    { outcome: 'hold', reason: reason('minor', 'Names a minor') },
  ],
  [
    'what we do not know',
    { verdict: 'reject', message: 'No', score: 0.9 },
    { outcome: 'reject', reason: reason('reject', 'No') },
  ],
  [
    'control characters and half a character',
    { verdict: 'hold', message: ' one\u0000two\nthree\ud800 ' },
    { outcome: 'hold', reason: reason('hold', 'one two three') },
  ],
  [
    'empty words',
    { verdict: 'hold', message: '\n' },
    { outcome: 'hold', reason: reason('hold', 'The outside check wants a person to look') },
  ],
])('reads %s', (_what, answer, verdict) => {
  expect(verdictOf(JSON.stringify(answer))).toEqual(verdict);
});

test('cuts words that are too long', () => {
  const verdict = verdictOf(JSON.stringify({ verdict: 'hold', message: 'a'.repeat(900) }));
  expect(verdict).toMatchObject({ reason: { message: 'a'.repeat(300) } });
  const faces = verdictOf(JSON.stringify({ verdict: 'hold', message: `a${'👩‍👩‍👧'.repeat(90)}` }));
  expect(faces).toMatchObject({ reason: { message: `a${'👩‍👩‍👧'.repeat(37)}` } });
});

test.each([
  ['nothing', ''],
  ['HTML', '<h1>Bad gateway</h1>'],
  ['a bare string', '"spam"'],
  ['null', 'null'],
  ['no verdict', '{}'],
  ['an approval', '{"verdict":"approve"}'],
  ['a verdict that is none', '{"verdict":"maybe"}'],
  ['a code that is none', '{"verdict":"hold","code":"<b>"}'],
  ['words that are none', '{"verdict":"hold","message":{"a":1}}'],
])('does not take %s for an answer', (_what, text) => {
  expect(() => verdictOf(text)).toThrow(NoAnswer);
});
