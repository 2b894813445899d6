import { bodyHtml, bodyText } from '.';

const html = (markdown: string) => bodyHtml(markdown, null);
/** What a page of some HTML shows, with its addresses and the attributes that hold words. */
const shown = (markdown: string) =>
  html(markdown)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

describe('formulas stay as they are written', () => {
  test.each([
    'Let \\(a_1 * b_2 * c\\) be the flow',
    'and \\(x\\) its height',
    'so \\[E = m c^2\\] follows',
    '\\[\\frac{a}{b}\\]',
    'or $$\\{x \\mid x_1\\_2 * 3 * 4\\}$$ as set',
    '\\[ a + b \\]',
    '\\[\n\\sum_{i=1}^n i \\\\\n- x\n= y\n\\]',
    '$$\nx\n+ 1\n> y\n# z\n$$',
    'we find\n\\[\na^2\n- b\n\\]',
  ])('%j', (markdown) => {
    const text = shown(markdown).replace(/<\/?p>/g, '');
    expect(text.replace(/\s+/g, ' ')).toBe(markdown.replace(/\s+/g, ' '));
    expect(bodyText(markdown, null).replace(/\s+/g, ' ')).toBe(markdown.replace(/\s+/g, ' '));
  });

  test.each([
    ['\\[1\\] and \\[see the annex\\]', '<p>[1] and [see the annex]</p>'],
    ['\\[edit\\]', '<p>[edit]</p>'],
    ['\\[a\\_file\\]', '<p>[a_file]</p>'],
    ['a \\( that is never closed', '<p>a ( that is never closed</p>'],
    ['\\\\(no formula\\\\)', '<p>\\(no formula\\)</p>'],
    ['`\\(code\\)` and *text*', '<p><code>\\(code\\)</code> and <em>text</em></p>'],
    ['it costs $5 or *$$*', '<p>it costs $5 or <em>$$</em></p>'],
    ['$$$$', '<p>$$$$</p>'],
    ['$$\n\n- a list', expect.stringContaining('<li>a list</li>')],
  ])('brackets that only look like it do not: %j', (markdown, expected) => {
    expect(html(markdown)).toEqual(expected);
  });
});

describe('definitions', () => {
  test.each([
    [
      'of a footnote',
      'Words[^1].\n\n[^1]: https://a.example/report',
      /Words\[\^1\]\..*\[\^1\]: <a href="https:\/\/a\.example\/report"/s,
    ],
    [
      'of a footnote in words',
      'Words[^note].\n\n[^note]: The report of 2025.',
      /\[\^note\]: The report of 2025\./,
    ],
    [
      'that nothing uses',
      'Words.\n\n[x]: https://a.example "A title"',
      /\[x\]: <a href="https:\/\/a\.example"[^>]*>https:\/\/a\.example<\/a> "A title"/,
    ],
    ['that nothing uses, relative', '[Note]: later', /<p>\[Note\]: later<\/p>/],
    [
      'a second time',
      '[x]\n\n[x]: https://a.example\n[X]: https://b.example',
      /<a href="https:\/\/a\.example"[^>]*>x<\/a>.*\[X\]: <a href="https:\/\/b\.example"/s,
    ],
    ['over two lines', '[x]:\nhttps://a.example', /\[x\]:\s.*https:\/\/a\.example/s],
    ['in a quotation', '> [x]: https://a.example', /<blockquote>\s*<p>\[x\]: <a/],
    ['in a list', '- [x]: https://a.example\n- b', /<li>\s*<p>\[x\]: <a/],
  ])('%s are shown', (_what, markdown, expected) => {
    expect(shown(markdown)).toMatch(expected);
  });

  test('that links use are not', () => {
    expect(html('[a][x] and [X]\n\n[x]: https://a.example')).toBe(
      '<p><a href="https://a.example" rel="nofollow noopener">a</a> and ' +
        '<a href="https://a.example" rel="nofollow noopener">X</a></p>'
    );
    expect(html('- [x]: https://a.example\n\n[x]')).toMatch(/<li><\/li>/);
  });
});

/** Each word is one that was seen to vanish, or could. */
test.each([
  [
    'a cell beyond the header’s',
    '| a | b |\n|---|---|\n| 1 | 2 | third | fourth |\n| 3 |',
    ['third', 'fourth'],
  ],
  ['the same in a quotation', '> | a |\n> |---|\n> | 1 | second \\| half |', ['second | half']],
  ['a cell behind an empty one', '|a|b|\n|-|-|\n||x|behind|', ['behind']],
  [
    'years that begin lines',
    '1987. The quay\n1994. The pumps\n2003. The wall',
    ['1987', '1994', '2003'],
  ],
  [
    'words behind a fence',
    '```The costs in full\n12 million\n```',
    ['The costs in full', '12 million'],
  ],
  ['a language behind a fence', '```python\nx\n```', ['language-python']],
  ['an HTML comment', 'a <!-- not for readers --> b', ['<!-- not for readers -->']],
  ['HTML of a block', '<div title="x">\nwords\n</div>', ['<div title="x">', 'words']],
  ['a title beside a dropped link', '[a](/b "the title")', ['a', 'the title']],
  ['an image that is not shown', '![its words](/b.png)', ['its words']],
  ['quotations in each other', `${'>'.repeat(150)} deepest`, ['deepest']],
  [
    'lists in each other',
    Array.from({ length: 120 }, (_, at) => `${'  '.repeat(at)}- item${at}`).join('\n'),
    ['item0', 'item60', 'item119'],
  ],
  ['what looks like front matter', '---\ntitle: x\n---\n\nwords', ['title: x', 'words']],
])('%s stays on the page', (_what, markdown, words) => {
  for (const word of words) expect(shown(markdown)).toContain(word);
});

test('sixty quotations stand in each other, and deeper ones are shown as written', () => {
  const page = html(`${'>'.repeat(62)} deepest`);
  expect(page.match(/<blockquote>/g)).toHaveLength(60);
  expect(page).toContain('<p>&gt;&gt; deepest</p>');
});

test('a list that counts by itself is left to count', () => {
  expect(html('1. a\n1. b\n1. c')).not.toContain('value');
  expect(html('4. a\n5. b\n\n- x')).not.toContain('value');
  expect(html('1. a\n\n   5. x\n   9. y\n\n2. b')).toMatch(/<li value="9">y/);
});

/** The longest text that an article may hold, of what makes parsers look far. */
test.each([
  '\\(',
  '\\[',
  '\\[x',
  '$$',
  '\\[\n',
  '$$\n',
  '[x]: ',
  '\\[\\(',
  '[x]: a\n',
  '> ',
  '- ',
  '| a ',
  '|-',
  '`',
  '```a b\n',
  '1. ',
  '[^1]: x\n',
  '[',
  '![',
  '://',
  'a://',
])('200,000 characters of %j take no longer than a page may', (part) => {
  const begun = process.cpuUsage();
  bodyHtml(part.repeat(200_000 / part.length), null);
  // Of the processor, in microseconds: the clock counts what else the machine does.
  expect(process.cpuUsage(begun).user).toBeLessThan(3_000_000);
});
