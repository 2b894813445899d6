import { hostOf, isListed, linksIn } from './links';

test.each<[string, string, string[]]>([
  ['none', 'no links here', []],
  ['one with a scheme', 'see https://www.Example.com/a?b=1.', ['example.com']],
  ['one in brackets', '(https://example.com/a)', ['example.com']],
  ['one with www', 'www.example.net,', ['example.net']],
  ['a bare one', 'go to casino-x.example.com/now', ['casino-x.example.com']],
  ['two without a blank', 'https://a.example/xhttps://b.example/y', ['a.example', 'b.example']],
  ['one without slashes', 'see https:evil.example/x now', ['evil.example']],
  ['one with one slash', 'https:/evil.example', ['evil.example']],
  ['one with backslashes', 'http:\\\\evil.example\\x', ['evil.example']],
  ['one in a sentence without blanks', '看https://evil.example。不错', ['evil.example']],
  ['one in brackets of another script', '（https://evil.example）', ['evil.example']],
  ['one in quotes', '»https://evil.example«', ['evil.example']],
  ['no scheme alone', 'with https: it is safer', []],
  ['HTML', '<a href="https://a.example/x">cheap</a>', ['a.example']],
  ['BBCode', '[url=https://a.example]x[/url]', ['a.example']],
  ['no file names, abbreviations or missing blanks', 'node.js, U.S.A., the end.The start', []],
  ['no e-mail address', 'me@example.com', []],
])('finds %s', (_what, text, hosts) => {
  expect(linksIn(text).hosts).toEqual(hosts);
});

test('leaves the text without links', () => {
  expect(linksIn('Source: https://example.com/a here').rest).toBe('Source: here');
});

test.each([
  ['example.com', true],
  ['mail.example.com', true],
  ['notexample.com', false],
  ['com', false],
  ['xn--bcher-kva.example', false],
])('%s is covered by example.com: %s', (host, covered) => {
  expect(isListed(host, new Set(['example.com']))).toBe(covered);
});

test('a list in letters of its own holds the host in ASCII', () => {
  expect(isListed('shop.xn--bcher-kva.example', new Set(['bücher.example']))).toBe(true);
  expect(isListed('xn--bcher-kva.example', new Set(['xn--bcher-kva.example']))).toBe(true);
});

test.each([
  ['https://user.example.com:8080/x', 'user.example.com'],
  ['example', null],
])('the host of %s', (address, host) => {
  expect(hostOf(address)).toBe(host);
});
