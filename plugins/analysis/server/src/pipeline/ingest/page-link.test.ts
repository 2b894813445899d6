import { cleanLink, cleanLinks } from './chat-debris';
import { findLink } from './page-link';

test.each([
  ['https://a.example/Quay_(harbour)', 'https://a.example/Quay_(harbour)'],
  ['(https://a.example/x)', 'https://a.example/x'],
  ['(see https://a.example/Quay_(harbour))', 'https://a.example/Quay_(harbour)'],
  ['**https://a.example/x**', 'https://a.example/x'],
  ['__https://a.example/x__', 'https://a.example/x'],
  ['_https://a.example/x_', 'https://a.example/x'],
  ['https://a.example/x_', 'https://a.example/x_'],
  ['`https://a.example/x`', 'https://a.example/x'],
  ['https://a.example/x。', 'https://a.example/x'],
  ['（https://a.example/x）', 'https://a.example/x'],
  ['“https://a.example/x”', 'https://a.example/x'],
  ['«https://a.example/x»', 'https://a.example/x'],
  ['「https://a.example/x」', 'https://a.example/x'],
  ['https://a.example/x…', 'https://a.example/x'],
  ['https://a.example/x...', 'https://a.example/x'],
  ['| https://a.example/x|', 'https://a.example/x'],
  ['https://a.example/x\u200b', 'https://a.example/x'],
  ['https://a.ex\u00adample/x', 'https://a.example/x'],
  ['\u2068https://a.example/x\u2069', 'https://a.example/x'],
  ['https://a.example/?a=1&amp;b=2', 'https://a.example/?a=1&b=2'],
  ["https://a.example/o'brien", "https://a.example/o'brien"],
  ["'https://a.example/x'", 'https://a.example/x'],
  ['https://a.example/?ids[]=1', 'https://a.example/?ids[]=1'],
  ['https://a.example/a[1]', 'https://a.example/a[1]'],
  ['https://a.example/a\\_b', 'https://a.example/a_b'],
  ['[Link](https://a.example/x_(y))', 'https://a.example/x_(y)'],
  ['[Link](https://a.example/x "The title")', 'https://a.example/x'],
  ['[Link](<https://a.example/x y>)', 'https://a.example/x%20y'],
  ['[https://a.example/x](https://a.example/x)', 'https://a.example/x'],
  ['<https://a.example/x>', 'https://a.example/x'],
  ['<a href="https://a.example/x?a=1&amp;b=2">Link</a>', 'https://a.example/x?a=1&b=2'],
  ["<a href='https://a.example/x'>Link</a>", 'https://a.example/x'],
  ['[Link][1]\n\n[1]: https://a.example/x', 'https://a.example/x'],
  ['https://a.example/x, and https://b.example/', 'https://a.example/x'],
  ['https://de.example/wiki/Köln', 'https://de.example/wiki/Köln'],
  ['［https://a.example/x］', 'https://a.example/x'],
  ['https://a.example/x．', 'https://a.example/x'],
  ['https://a.example/x।', 'https://a.example/x'],
  ['https://a.example/x، ثم', 'https://a.example/x'],
  ['„https://a.example/x“ und ‚https://b.example/‘', 'https://a.example/x'],
  ['→https://a.example/x←', 'https://a.example/x'],
  ['• https://a.example/x •', 'https://a.example/x'],
  ['https://a.example/x🔗', 'https://a.example/x'],
  ['https://a.example/2020–21', 'https://a.example/2020–21'],
  ['https://a.example/l’eau', 'https://a.example/l’eau'],
  ['https://a.example/x[^1]', 'https://a.example/x'],
  ['&quot;https://a.example/x&quot;', 'https://a.example/x'],
  ['&lt;https://a.example/?a=1&amp;b=2&gt;', 'https://a.example/?a=1&b=2'],
  ['https://a.example/x&nbsp;', 'https://a.example/x'],
  ["'https://a.example/it's-late'", "https://a.example/it's-late"],
  ["'https://a.example/x', 'https://b.example/'", 'https://a.example/x'],
  ['[https://a.example/long…](https://a.example/long/way)', 'https://a.example/long/way'],
  ['[https://a.example/long...](<https://a.example/long/way>)', 'https://a.example/long/way'],
  ['https://a.example/wiki/港（曖昧）', 'https://a.example/wiki/港（曖昧）'],
  ['（https://a.example/wiki/港（曖昧））', 'https://a.example/wiki/港（曖昧）'],
  ['https:evil.example', null],
  ['https:/evil.example', null],
  ['https:///evil.example', null],
  ['https://', null],
  ['javascript:alert(1)', null],
  ['Link', null],
])('%j holds %j', (text, url) => {
  expect(findLink(text).url).toBe(url);
});

test('a label that shortens its own address says nothing beside it', () => {
  const { rest } = findLink('[https://a.example/lo…](https://a.example/long) of today');
  expect(rest).toBe('[]() of today');
  expect(findLink('[https://b.example/x](https://a.example/y)').rest).toBe(
    '[https://b.example/x]()'
  );
});

test.each([
  [
    'https://www.google.com/url?q=https://a.example/x%3Fb%3D1&sa=D&usg=AO',
    'https://a.example/x?b=1',
  ],
  ['https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fa.example%2Fx', 'https://a.example/x'],
  [
    'https://www.google.com/url?q=https://www.google.com/url?q=https://a.example/x',
    'https://a.example/x',
  ],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx&h=1', 'https://a.example/x'],
  ['https://a.example/x?utm_source=chatgpt.com', 'https://a.example/x'],
  ['https://a.example/x?utm_source=chatgpt.com#top', 'https://a.example/x#top'],
  ['https://a.example/x?a=1&utm_source=chatgpt.com&b=%20', 'https://a.example/x?a=1&b=%20'],
  [
    'https://www.google.com/url?q=https://a.example/x?utm_source=chatgpt.com',
    'https://a.example/x',
  ],
  ['https://a.example/x?utm_source=newsletter', 'https://a.example/x?utm_source=newsletter'],
  [
    'https://www.google.com/search?q=https://a.example/',
    'https://www.google.com/search?q=https://a.example/',
  ],
  [
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com/url?q=javascript:alert(1)',
  ],
  [
    'https://notgoogle.com/url?q=https://a.example/',
    'https://notgoogle.com/url?q=https://a.example/',
  ],
  ['no address', 'no address'],
])('%s is cleaned to %s', (address, clean) => {
  expect(cleanLink(address)).toBe(clean);
});

test('addresses in a text are cleaned, and named as they came', () => {
  const came = 'https://www.google.com/url?q=https://a.example/x%20y&sa=D';
  const { text, warnings } = cleanLinks(['body'], `See [it](${came}) and https://b.example/.`);
  expect(text).toBe('See [it](https://a.example/x%20y) and https://b.example/.');
  expect(warnings).toEqual([expect.objectContaining({ code: 'link_cleaned', text: came })]);
});

test('brackets inside an address that is wrapped are its own', () => {
  const came = 'https://www.google.com/url?q=https://a.example/Quay_(harbour)&sa=D';
  const { text } = cleanLinks(['body'], `See [it](${came}), (${came}).`);
  expect(text).toBe(
    'See [it](https://a.example/Quay_(harbour)), (https://a.example/Quay_(harbour)).'
  );
});
