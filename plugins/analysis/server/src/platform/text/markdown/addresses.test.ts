import { bodyHtml, bodyText } from '.';
import { outgoing } from './addresses';

const STORY = 'https://news.example.org/2026/quay.html';
const html = (markdown: string, original: string | null = STORY) => bodyHtml(markdown, original);
const link = (href: string, text: string) =>
  `<p><a href="${href}" rel="nofollow noopener">${text}</a></p>`;

/** Against the story, and where there is none. */
test.each<[string, string | null, string | null]>([
  ['https://a.example/x', 'https://a.example/x', 'https://a.example/x'],
  ['HTTP://a.example/x', 'HTTP://a.example/x', 'HTTP://a.example/x'],
  ['mailto:desk@a.example', 'mailto:desk@a.example', 'mailto:desk@a.example'],
  ['/minutes/2025', 'https://news.example.org/minutes/2025', null],
  ['page3.html', 'https://news.example.org/2026/page3.html', null],
  ['../map?q=1#north', 'https://news.example.org/map?q=1#north', null],
  ['?page=2', 'https://news.example.org/2026/quay.html?page=2', null],
  ['//cdn.example.net/x', 'https://cdn.example.net/x', null],
  // As browsers read it.
  ['/\\cdn.example.net/x', 'https://cdn.example.net/x', null],
  ['#costs', null, null],
  ['#', null, null],
  ['', null, null],
  ['https:cdn.example.net', null, null],
  ['https:/cdn.example.net', null, null],
  ['https://', null, null],
  ['https://a b.example', null, null],
  ['http:///', null, null],
  ['mailto:', null, null],
  ['ftp://a.example/x', null, null],
  ['tel:+3312345', null, null],
  ['javascript:alert(1)', null, null],
  ['data:text/html,x', null, null],
  ['//[', null, null],
])('%j leaves as %j, without a story as %j', (address, against, alone) => {
  expect(outgoing(address, STORY)).toBe(against);
  expect(outgoing(address, null)).toBe(alone);
});

describe('bare text is no link', () => {
  test.each([
    'Read README.md, run setup.sh, then app.py and main.rs.',
    'The sentence ends.It goes on.',
    'see www.example.com and example.com/x',
    'write to desk@harbour.example today',
    'served from //cdn.example.net/x',
    'at 10.0.0.1 and 127.0.0.1:80',
    'ftp://files.example.org/a',
    'https:cdn.example.net and http:/x.example',
  ])('%s', (text) => {
    expect(html(text)).toBe(`<p>${text}</p>`);
    expect(html(text, null)).toBe(`<p>${text}</p>`);
  });

  test('but what its author wrote as an address is', () => {
    expect(html('https://a.example/x?y=1')).toBe(
      link('https://a.example/x?y=1', 'https://a.example/x?y=1')
    );
    expect(html('<desk@harbour.example>')).toBe(
      link('mailto:desk@harbour.example', 'desk@harbour.example')
    );
    expect(html('[the desk](mailto:desk@harbour.example)')).toBe(
      link('mailto:desk@harbour.example', 'the desk')
    );
  });
});

describe('relative addresses', () => {
  const markdown =
    'See [the *minutes*](/minutes/2025), [below](#costs), [next](page3.html "Page 3") ' +
    'and ![the plan](/img/plan.png "Plan") [![a map](m.png)](map/)';

  test('are the original story’s', () => {
    expect(html(markdown)).toBe(
      '<p>See <a href="https://news.example.org/minutes/2025" rel="nofollow noopener">the <em>minutes</em></a>, ' +
        'below, <a href="https://news.example.org/2026/page3.html" title="Page 3" rel="nofollow noopener">next</a> ' +
        'and <img src="https://news.example.org/img/plan.png" alt="the plan" title="Plan" loading="lazy" /> ' +
        '<a href="https://news.example.org/2026/map/" rel="nofollow noopener">' +
        '<img src="https://news.example.org/2026/m.png" alt="a map" loading="lazy" /></a></p>'
    );
  });

  test.each([null, 'no address', 'mailto:desk@a.example'])(
    'are text with %j for a story',
    (none) => {
      expect(html(markdown, none)).toBe(
        '<p>See the <em>minutes</em>, below, next (Page 3) and the plan (Plan) a map</p>'
      );
      expect(bodyText(markdown, none)).toBe(
        'See the minutes, below, next (Page 3) and the plan (Plan) a map'
      );
    }
  );

  test('an image of a page over http is its text, as the site shows none', () => {
    expect(html('![plan](/plan.png)', 'http://news.example.org/')).toBe('<p>plan</p>');
  });

  test('of definitions too', () => {
    const defined =
      '[the minutes][m] and ![plan][p]\n\n[m]: /minutes "All of them"\n[p]: //cdn.example.net/p.png';
    expect(html(defined)).toBe(
      '<p><a href="https://news.example.org/minutes" title="All of them" rel="nofollow noopener">the minutes</a> ' +
        'and <img src="https://cdn.example.net/p.png" alt="plan" loading="lazy" /></p>'
    );
    expect(html(defined, null)).toBe('<p>the minutes (All of them) and plan</p>');
  });
});

test.each([
  '[a](ftp://a.example/x)',
  '<foo:bar>',
  '[a](tel:123)',
  '[a](#)',
  '[a]()',
  '[a](https:evil.example)',
  '[a](<//>)',
  '[a](https://%zz)',
  '[](/x)',
])('%s leaves no link without an address, and no relative one', (markdown) => {
  for (const original of [STORY, null]) {
    for (const [, attributes = ''] of html(markdown, original).matchAll(/<a\b([^>]*)>/g)) {
      expect(attributes).toMatch(/^ href="(?:https?:\/\/|mailto:)/);
    }
  }
});
