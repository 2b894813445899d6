import { formOf, verdictOf } from './akismet-adapter';
import { NoAnswer } from '../../../platform/http/outbound-request';
import type { Question } from './adapter';

const settings = { key: 'a1b2', site: 'https://example.com', test: false };
const question: Question = {
  content: 'Größe & <b>more</b> = 1',
  author: { name: 'Ana', email: 'ana@example.com', url: 'https://ana.example', signedIn: false },
  article: { documentId: 'a1', title: 'Title', language: 'fr-CA', link: 'https://example.com/p/t' },
  language: 'de',
  address: '192.0.2.7',
  userAgent: 'Browser/1',
  honeypot: '',
  reply: false,
  edited: false,
  at: new Date('2026-01-02T03:04:05Z'),
};
const form = (over: Partial<Question> = {}, set = settings) =>
  Object.fromEntries(new URLSearchParams(formOf(set, { ...question, ...over }).toString()));

test('a comment is told in the fields that Akismet documents', () => {
  expect(form()).toEqual({
    api_key: 'a1b2',
    blog: 'https://example.com',
    blog_lang: 'fr',
    blog_charset: 'UTF-8',
    user_ip: '192.0.2.7',
    user_agent: 'Browser/1',
    permalink: 'https://example.com/p/t',
    comment_type: 'comment',
    comment_author: 'Ana',
    comment_author_email: 'ana@example.com',
    comment_author_url: 'https://ana.example',
    comment_content: 'Größe & <b>more</b> = 1',
    comment_date_gmt: '2026-01-02T03:04:05.000Z',
    honeypot_field_name: 'homepage',
  });
});

test('a reply, an edit, a trap and a trial say so', () => {
  const over = { reply: true, edited: true, honeypot: 'buy' };
  expect(form(over, { ...settings, test: true })).toMatchObject({
    comment_type: 'reply',
    recheck_reason: 'edit',
    homepage: 'buy',
    is_test: '1',
  });
});

test('what is not known is left out; a link without a host gets the site’s', () => {
  const sent = form({
    author: { name: 'Ana', email: null, url: null, signedIn: true },
    article: { ...question.article, language: '', link: '/posts/t' },
  });
  expect(sent).not.toHaveProperty('comment_author_email');
  expect(sent).not.toHaveProperty('comment_author_url');
  expect(sent).not.toHaveProperty('blog_lang');
  expect(sent.permalink).toBe('https://example.com/posts/t');
});

test.each([
  ['false', {}, { outcome: 'pass' }],
  ['true', {}, { outcome: 'spam', reason: { code: 'spam' } }],
  [
    'true',
    { 'X-akismet-pro-tip': 'discard' },
    { outcome: 'spam', reason: { params: { tip: 'discard' } } },
  ],
])('%s with %j is read', (text, headers, verdict) => {
  expect(verdictOf(text, new Headers(headers as Record<string, string>))).toMatchObject(verdict);
});

test.each(['invalid', '', 'TRUE!', '<html>true</html>'])('%j is no verdict', (text) => {
  expect(() => verdictOf(text, new Headers())).toThrow(NoAnswer);
});

test('the log is told what Akismet complains of', () => {
  const headers = new Headers({ 'X-akismet-debug-help': 'Empty "blog" value' });
  expect(() => verdictOf('invalid', headers)).toThrow(/Empty "blog" value/);
});
