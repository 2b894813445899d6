import { markdownFromHtml } from './html-to-markdown';
import { looksLikeHtml, tagsIn } from './html-shape';

const convert = (html: string) => markdownFromHtml(html, ['body']);

test.each([
  ['<p>One.</p><p>Two.</p>', true],
  ['<p>One.\n<p>Two <b>x</b>', true],
  ['<div><p>One.</p>\n\n<ul>\n<li>a</li>\n<li>b</li>\n</ul></div>', true],
  ['One<br><br>Two<br><br>Three', true],
  ['<p>a</p><!-- hidden words --><script>alert("a long script")</script><hr><p>b</p>', true],
  ['<ol><li>a<br>b</li></ol><hr><img src="/a.png"><p><b>c</b></p>', true],
  ['Text with <b>bold</b> and a<br>break.\n\nAnother paragraph.', false],
  ['| A | B |\n|---|---|\n| x<br>y | <sup>2</sup><br>z |', false],
  ['<div align="center">\n\n# Hi\n\n- a\n- b\n\n</div>', false],
  ['Intro that is long enough to count for something.\n\n<p>One.</p>', false],
  ['```html\n<p>x</p>\n<div>y</div>\n```\n\nText.', false],
  ['a < b and c > d, List<T> and <p', false],
  ['', false],
])('%j is HTML: %s', (text, html) => {
  expect(looksLikeHtml(text)).toBe(html);
});

test.each([
  ['x<sup>2</sup> and H<sub>2</sub>O', 'x² and H₂O'],
  ['e<sup>iΩ</sup> a<sub>max,1</sub>', 'e^(iΩ) a_(max,1)'],
  ['<del>old</del> <s>s</s> <strike>t</strike>', '~~old~~ ~~s~~ ~~t~~'],
  ['<pre>a\n  b *c*<br>d</pre>', '```\na\n  b *c*\nd\n```'],
  [
    '<pre><code class="language-js">let x = `y`;\n```\n</code></pre>',
    '````js\nlet x = `y`;\n```\n````',
  ],
  ['<p>He said <q>no</q>.</p>', 'He said “no”.'],
  ['<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol>', '3. a\n   - b\n4. c'],
  [
    '<table><caption>Pumps</caption><tr><th>A</th><th>B|C</th></tr><tr><td>1<br>2</td><td><p>x</p><p>y</p></td></tr></table>',
    'Pumps\n\n| A | B\\|C |\n| --- | --- |\n| 1 2 | x y |',
  ],
  [
    '<table><thead><tr><td>A</td></tr></thead><tbody><tr><td>1</td><td>2</td></tr><tr><td colspan=2>w</td></tr></tbody></table>',
    '| A |  |\n| --- | --- |\n| 1 | 2 |\n| w |  |',
  ],
  ['<table><tr><td><p>One</p></td></tr><tr><td>Two</td></tr></table>', 'One\n\nTwo'],
  [
    '<form><p>in a form</p><button>Send</button><textarea>typed</textarea></form>',
    'in a form\n\nSend\n\ntyped',
  ],
  ['<details><summary>More</summary>of it</details>', 'More\n\nof it'],
  ['<select><option>One</option><option>Two</option></select>', 'One\n\nTwo'],
  ['10<sup>-3</sup> m<sup>*</sup> H<sub>+</sub>', '10⁻³ m^(\\*) H₊'],
  [
    '<table><tr><th rowspan=2>Year</th><th colspan=2>Pumps</th></tr><tr><td>old</td><td>new</td></tr><tr><td>2026</td><td>1</td><td>2</td></tr></table>',
    '| Year | Pumps |  |\n| --- | --- | --- |\n|  | old | new |\n| 2026 | 1 | 2 |',
  ],
])('%s', (html, markdown) => {
  expect(convert(html).markdown).toBe(markdown);
});

test('what has no place in Markdown is named with its text', () => {
  const { markdown, left } = convert(
    '<p>a</p><!-- hidden --><script>run()</script><style>p{}</style><iframe src="https://v.example/1"></iframe><img alt="plan"><a href="ftp://files.example/plan"></a>'
  );
  expect(markdown).toBe('a');
  expect(left.map(({ text }) => text)).toEqual([
    'hidden',
    'run()',
    'p{}',
    'https://v.example/1',
    'plan',
    'ftp://files.example/plan',
  ]);
});

test.each([
  ['javascript:alert(1)'],
  ['JaVa\tScRiPt:alert(1)'],
  ['&#106;avascript:alert(1)'],
  ['vbscript:msgbox(1)'],
  ['data:text/html,<script>alert(1)</script>'],
])('a link to %s is its text, and a picture from there is none', (address) => {
  const html = `<p>see <a href="${address}">this</a> <img src="${address}" alt="that"></p>`;
  expect(convert(html).markdown).toMatch(/^see this(  ?!\[that\]\(\))?$/);
});

test('tags in Markdown are named, but not those in code', () => {
  expect(tagsIn('a <b>x</b> List<T> `<i>` c\n\n```\n<p>\n```')).toEqual(['<b>', '</b>']);
});

describe('nesting is bounded before anything is converted', () => {
  const N = 20_000;
  test.each([
    ['divs', '<div>'.repeat(N)],
    ['divs that are closed', '<div>'.repeat(N) + '</div>'.repeat(N)],
    ['lists', '<ul><li>'.repeat(N)],
    ['quotes', '<blockquote>'.repeat(N)],
    ['tables', '<table><tr><td>'.repeat(N)],
    ['marks that are never closed', '<p><b><i>x'.repeat(N)],
    ['fonts', '<p><i><em>x'.repeat(N)],
    ['unknown elements', '<x-y>'.repeat(N)],
  ])('%s', (_what, html) => {
    const started = performance.now();
    expect(() => convert(html)).toThrow(/at most \d+ levels deep/);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test.each([
    ['paragraphs', '<p>x</p>'],
    ['items', '<ol><li>x</li><li>y</li></ol>'],
    ['misnested', '<b><div>x</b></div>'],
    ['breaks', 'x<br>'],
    ['cells', '<table><tr><td>a<td>b</table>'],
    ['anchors', '<a href="https://a.example/">x'],
    ['openings', '<'],
    ['comments', '<!-- x -->'],
    ['scripts', '<script>'],
  ])('what is flat takes time linear in it: %s', (_what, unit) => {
    const time = (size: number): number => {
      const started = performance.now();
      try {
        convert(unit.repeat(Math.floor(size / unit.length)));
      } catch {
        // Elements that are never closed are nested.
      }
      return performance.now() - started;
    };
    time(10_000);
    const [small, large] = [time(40_000), time(160_000)];
    expect(large).toBeLessThan(small * 12 + 500);
  });

  const blanks = '\u00a0'.repeat(60_000);
  test.each([
    ['in a paragraph', `<p>a${blanks}x</p>`],
    ['in an item', `<ul><li><pre>a${blanks}x</pre></li></ul>`],
    ['in a cell', `<table><tr><td>a${blanks}x</td><td>b</td></tr></table>`],
    ['of breaks', `<p>a${'<br>'.repeat(30_000)}x</p>`],
    [
      'beside a wide row',
      `<table><tr>${'<td>x'.repeat(6_000)}</tr>${'<tr><td>y'.repeat(6_000)}</table>`,
    ],
  ])('a run of blanks takes time linear in it: %s', (_what, html) => {
    const started = process.cpuUsage();
    convert(html);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(2_500);
  });
});
