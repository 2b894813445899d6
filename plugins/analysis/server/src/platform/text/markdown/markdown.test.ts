import MarkdownIt from 'markdown-it';
import { bodyHtml, bodyText } from '.';

test.each([
  ['two\n\nparagraphs', '<p>two</p>\n<p>paragraphs</p>'],
  ['# One\n\n## Two\n\n###### Six', '<h2>One</h2>\n<h3>Two</h3>\n<h6>Six</h6>'],
  [
    '[a](https://example.com "T")',
    '<p><a href="https://example.com" title="T" rel="nofollow noopener">a</a></p>',
  ],
  [
    'https://example.com/x',
    '<p><a href="https://example.com/x" rel="nofollow noopener">https://example.com/x</a></p>',
  ],
  [
    '![chart](https://example.com/a.png)',
    '<p><img src="https://example.com/a.png" alt="chart" loading="lazy" /></p>',
  ],
  ['![chart](http://example.com/a.png)', '<p>chart</p>'],
  ['![chart](/a.png)', '<p>chart</p>'],
  [
    'https://example.com/x。次',
    '<p><a href="https://example.com/x" rel="nofollow noopener">https://example.com/x</a>。次</p>',
  ],
  ['![x](data:image/png;base64,AAAA)', expect.not.stringContaining('src')],
  ['**b** *i* `c`', '<p><strong>b</strong> <em>i</em> <code>c</code></p>'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', expect.stringContaining('<td>1</td>')],
  ['3. three\n4. four', expect.stringContaining('<ol start="3">')],
])('%j', (markdown, html) => {
  expect(bodyHtml(markdown, null)).toEqual(html);
});

/** Nothing of these may become a tag or an address of its own. */
test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html;base64,AAAA)',
  '[x](vbscript:msgbox)',
  '<a href="javascript:alert(1)">x</a>',
  '[x]: javascript:alert(1)\n\n[x]',
  '<https://a.example/" onmouseover="alert(1)>',
  '![x" onerror="alert(1)](https://a.example/i.png)',
  '[a](https://a.example/"onmouseover="alert(1))',
  '<!-- --><style>*{display:none}</style>',
  '```html\n<script>alert(1)</script>\n```',
])('nothing of %j can run', (markdown) => {
  const tags = bodyHtml(markdown, null).match(/<[^>]*>/g) ?? [];
  for (const tag of tags) {
    const [, name, attributes = ''] =
      /^<\/?([a-z][a-z0-9]*)((?: [a-z]+="[^"]*")*) ?\/?>$/.exec(tag) ?? [];
    expect(['p', 'a', 'img', 'pre', 'code', 'strong', 'em']).toContain(name);
    for (const [, attribute, value] of attributes.matchAll(/([a-z]+)="([^"]*)"/g)) {
      expect(['href', 'title', 'rel', 'src', 'alt', 'loading', 'class']).toContain(attribute);
      if (attribute === 'class') expect(value).toBe('language-html');
      if (attribute === 'href' || attribute === 'src') expect(value).toMatch(/^https:\/\//);
    }
  }
});

describe('with a renderer that lets everything through', () => {
  // The first line of defence is gone: here the second is looked at, which has to hold alone.
  beforeEach(() => {
    jest.spyOn(MarkdownIt.prototype, 'render').mockImplementation((html) => html);
  });
  afterEach(() => jest.restoreAllMocks());

  test.each([
    ['<a href="javascript:alert(1)">x</a>', '<a rel="nofollow noopener">x</a>'],
    ['<a href="JaVa\tScRiPt:alert(1)">x</a>', '<a rel="nofollow noopener">x</a>'],
    ['<a href="&#106;avascript:alert(1)">x</a>', '<a rel="nofollow noopener">x</a>'],
    ['<a href="data:text/html,x">x</a>', '<a rel="nofollow noopener">x</a>'],
    ['<a href="//evil.example/" onclick="run()">x</a>', '<a rel="nofollow noopener">x</a>'],
    ['<img src="javascript:alert(1)" />', ''],
    ['<img src="http://a.example/i.png" onerror="run()" />', ''],
    ['<script>run()</script><style>p{}</style><p style="color:red" id="x">x</p>', '<p>x</p>'],
    ['<iframe src="https://evil.example"></iframe><svg onload="run()"></svg>x', 'x'],
  ])('%s becomes %j', (html, clean) => {
    expect(bodyHtml(html, null)).toBe(clean);
  });
});

test.each([
  ['two *soft*\nlines\n\nand  \na **hard** one', 'two soft\nlines\nand\na hard one'],
  ['# One &amp; all\n\n- a\n- [b](https://example.com "T") c', 'One & all\na\nb c'],
  ['| a | b |\n|---|---|\n| 1 | `2` |', 'a\nb\n1\n2'],
  ['![chart](https://example.com/a.png) `x < y` <b>no tag</b>', ' x < y <b>no tag</b>'],
  ['```js\nif (a < b) {}\n```', 'if (a < b) {}\n'],
  ['see https://example.com/x', 'see https://example.com/x'],
])('the words of %j', (markdown, words) => {
  expect(bodyText(markdown, null)).toBe(words);
});

test('the words are what the page shows', () => {
  const markdown =
    '# A *b* c\n\n> quoted &lt;b&gt; “d”\n\n1. one\n2. two `code`\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n' +
    '<script>alert(1)</script> [link](https://example.com) ~~gone~~ \\*star\\* ![alt](https://example.com/i.png)';
  const seen = bodyHtml(markdown, null)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  const words = (text: string) => text.replace(/\s+/g, '');
  expect(words(bodyText(markdown, null))).toBe(words(seen));
});
