import { bodyHtml } from './markdown';

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
  ['![chart](http://example.com/a.png)', '<p></p>'],
  ['![chart](/a.png)', '<p></p>'],
  ['![x](data:image/png;base64,AAAA)', expect.not.stringContaining('src')],
  ['**b** *i* `c`', '<p><strong>b</strong> <em>i</em> <code>c</code></p>'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', expect.stringContaining('<td>1</td>')],
  ['3. three\n4. four', expect.stringContaining('<ol start="3">')],
])('%j', (markdown, html) => {
  expect(bodyHtml(markdown)).toEqual(html);
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
  const tags = bodyHtml(markdown).match(/<[^>]*>/g) ?? [];
  for (const tag of tags) {
    const [, name, attributes = ''] =
      /^<\/?([a-z][a-z0-9]*)((?: [a-z]+="[^"]*")*) ?\/?>$/.exec(tag) ?? [];
    expect(['p', 'a', 'img', 'pre', 'code', 'strong', 'em']).toContain(name);
    for (const [, attribute, value] of attributes.matchAll(/([a-z]+)="([^"]*)"/g)) {
      expect(['href', 'title', 'rel', 'src', 'alt', 'loading']).toContain(attribute);
      if (attribute === 'href' || attribute === 'src') expect(value).toMatch(/^https:\/\//);
    }
  }
});
