import { parsePage } from './page-parser';

const SUMMARY = 'The ferry keeps its winter timetable while the pier is mended.';
const LINK = 'https://news.example.com/ferry';
const BODY = 'The ferry company met the islanders on Monday.\n\nThe pier will be mended by May.';

const page = (...parts: string[]): string => parts.join('\n\n');
/** A page whose three headings are written as `head` writes them. */
const headed = (head: (name: string) => string): string =>
  page(
    'The ferry stays',
    head('Summary'),
    SUMMARY,
    head('Original Link'),
    LINK,
    head('Generated Article'),
    BODY
  );

describe('headings', () => {
  test.each<[string, (name: string) => string]>([
    ['plain with a colon', (name) => `${name}:`],
    ['plain alone on its line', (name) => name],
    ['in capitals', (name) => name.toUpperCase()],
    ['in capitals with a colon', (name) => `${name.toUpperCase()}:`],
    ['bold', (name) => `**${name}**`],
    ['bold, the colon inside', (name) => `**${name}:**`],
    ['bold, the colon outside', (name) => `**${name}**:`],
    ['bold with underscores', (name) => `__${name}__`],
    ['bold and italic', (name) => `***${name}***`],
    ['italic with a colon', (name) => `_${name}:_`],
    ['a heading', (name) => `## ${name}`],
    ['a heading with a colon', (name) => `### ${name}:`],
    ['a closed heading', (name) => `## ${name} ##`],
    ['a bold heading', (name) => `## **${name}**`],
    ['underlined with hyphens', (name) => `${name}\n---`],
    ['underlined with equals signs', (name) => `${name}:\n=====`],
    ['numbered', (name) => `1. ${name}:`],
    ['numbered with a bracket', (name) => `2) ${name}:`],
    ['numbered, bold', (name) => `3. **${name}**`],
    ['numbered in a heading', (name) => `## 1. ${name}`],
    ['numbered by a keycap', (name) => `1\ufe0f\u20e3 ${name}`],
    ['a list item', (name) => `- ${name}:`],
    ['a bold list item', (name) => `* **${name}**:`],
    ['after a bullet', (name) => `• ${name}:`],
    ['after an emoji', (name) => `📝 ${name}:`],
    ['after an emoji, without a colon', (name) => `📝 ${name}`],
    ['after an emoji, bold', (name) => `📝 **${name}**`],
    ['a heading in HTML', (name) => `<h2>${name}</h2>`],
    ['a heading in HTML with attributes', (name) => `<h3 class="a" id='b'>${name}:</h3>`],
    ['strong', (name) => `<strong>${name}</strong>`],
    ['strong with a colon', (name) => `<b>${name}:</b>`],
    ['strong in a paragraph', (name) => `<p><strong>${name}:</strong></p>`],
    ['underlined in HTML', (name) => `<u>${name}</u>`],
    ['with a zero-width space before', (name) => `\u200b${name}:`],
    [
      'with invisible characters inside',
      (name) => `${name.replace(' ', '\u200b \u2060')}\u200c\u200d:`,
    ],
    ['with a soft hyphen inside', (name) => `${name.slice(0, 3)}\u00ad${name.slice(3)}:`],
    ['with a byte order mark inside the page', (name) => `\ufeff${name}:`],
    ['with a full-width colon', (name) => `${name}：`],
    ['with a no-break space before the colon', (name) => `${name}\u00a0:`],
    ['with two blanks', (name) => `${name.replace(' ', '  ')} :`],
    ['with an escaped number', (name) => `1\\. ${name}:`],
    ['indented', (name) => `   ${name}:`],
    ['quoted', (name) => `> **${name}:**`],
    ['in brackets', (name) => `[${name}]`],
    ['in bold brackets', (name) => `**【${name}】**`],
    ['lettered', (name) => `a) ${name}`],
    ['lettered in brackets', (name) => `(b) ${name}:`],
    ['with a hyphen', (name) => `${name.replace(' ', '-')}:`],
  ])('%s', (_what, head) => {
    const { fields, warnings } = parsePage(headed(head));
    expect(fields).toMatchObject({
      title: 'The ferry stays',
      summaries: [{ language: null, text: SUMMARY }],
      originalLink: LINK,
      body: BODY,
    });
    expect(warnings).toEqual([]);
  });

  test.each([
    ['bold beside its text', `**Summary:** ${SUMMARY}`],
    ['bold, after a dash', `**Summary** – ${SUMMARY}`],
    ['strong, after a dash', `<b>Summary</b> - ${SUMMARY}`],
    ['after an arrow', `Summary → ${SUMMARY}`],
    ['in a quotation', `**Summary:**\n> ${SUMMARY}`],
    ['all of it bold', `**Summary: ${SUMMARY}**`],
    ['in a paragraph of HTML', `<p><strong>Summary:</strong> ${SUMMARY}</p>`],
    ['as a list item', `- **Summary**: ${SUMMARY}`],
  ])('a summary %s', (_what, line) => {
    const { fields } = parsePage(page('The ferry stays', line, 'Article:', BODY));
    expect(fields.summaries).toEqual([{ language: null, text: SUMMARY }]);
  });

  test('rules between the parts are none of them', () => {
    const text = page(
      'T one\n---',
      'Summary:',
      SUMMARY,
      '---',
      `Original Link: ${LINK}`,
      '***',
      'Article:',
      '---',
      BODY,
      '---'
    );
    const { fields, warnings } = parsePage(text);
    expect(fields).toMatchObject({ title: 'T one', body: BODY, summaries: [{ text: SUMMARY }] });
    expect(warnings).toEqual([]);
  });

  test('names alone on lines that follow each other', () => {
    const text = ['T one', 'Summary', SUMMARY, 'Original Link', LINK, 'Generated Article', BODY];
    expect(parsePage(text.join('\n')).fields).toMatchObject({
      body: BODY,
      originalLink: LINK,
      summaries: [{ text: SUMMARY }],
    });
  });

  test.each([
    ['quoted', (line: string) => `> ${line}`],
    ['indented', (line: string) => `    ${line}`],
  ])('a page that is %s as a whole', (_what, mark) => {
    const text = headed((name) => `${name}:`);
    const { fields, warnings } = parsePage(text.split('\n').map(mark).join('\n'));
    expect(fields).toMatchObject({ title: 'The ferry stays', body: BODY, originalLink: LINK });
    expect(warnings).toEqual([]);
  });

  test('a joiner in what follows a colon stays', () => {
    const text = 'A family 👩‍👩‍👧 on the pier.';
    expect(parsePage(page('T one', `Summary: ${text}`, 'Article:', BODY)).fields.summaries).toEqual(
      [{ language: null, text }]
    );
  });
});

test.each([
  ['Article:', '## Summary'],
  ['**Article**', '### Summary'],
  ['## Article', '### Summary'],
])('below %j, %j is the article’s own although no other was met', (article, line) => {
  const text = page('T one', `Original Link: ${LINK}`, article, BODY, line, SUMMARY);
  expect(parsePage(text).fields).toMatchObject({ body: page(BODY, line, SUMMARY), summaries: [] });
});

test.each([
  ['Article:', 'Summary:'],
  ['## Article', '## Summary'],
  ['Article:', '## Summary (en)'],
])('below %j, %j is the page’s', (article, line) => {
  const text = page('T one', `Original Link: ${LINK}`, article, BODY, line, SUMMARY);
  expect(parsePage(text).fields).toMatchObject({ body: BODY, summaries: [{ text: SUMMARY }] });
});

describe("the article's own lines stay", () => {
  test.each([
    '## Summary',
    '**Summary**',
    'SUMMARY',
    '<h2>Summary</h2>',
    'Summary\n-------',
    'Summary:',
    'Summary: in short, nobody knows.',
    '- Summary: nobody knows.',
    '## Summary (in brief)',
    'Summary (of the talks): they failed.',
    '## Article',
    'Article: a word of many meanings.',
    'Article 5 of the charter applies.',
    '## Title',
    'Title: none was given.',
    'Original link: lost.',
    '> Summary: quoted from the minutes.',
    '    Summary: code by indentation',
    'A summary: what a word.',
    'Executive power: a summary of it.',
    'Summary – of the year.',
    '**Summary** – of the year.',
    'Summary → none.',
    '# Comments',
    '412 comments on the draft were handed in.',
    '412 comments',
    'No comments yet from the ministry.',
    'No comments yet.',
    'Leave a reply',
    'Click to rate this post was what it said.',
    'Comments\n\nThe crew commented at length.',
    '2 comments on “the plan” were heard.',
  ])('%j', (line) => {
    const text = page(
      'T one',
      'Summary:',
      SUMMARY,
      'Original Link:',
      LINK,
      'Article:',
      BODY,
      line,
      'The end.'
    );
    expect(parsePage(text).fields.body).toBe(page(BODY, line, 'The end.'));
    expect(parsePage(text).warnings).toEqual([]);
    // The same at the very end.
    const last = page('T one', 'Summary:', SUMMARY, 'Original Link:', LINK, 'Article:', BODY, line);
    expect(parsePage(last).fields.body).toBe(page(BODY, line));
  });

  test.each(['```', '~~~', '````text', '  ```md'])('code fenced by %s', (fence) => {
    const end = fence.trim().replace(/[a-z]+$/, '');
    const code = `${fence}\nSummary: your words\n\nOriginal Link: https://else.example.com/x\n\n## Generated Article\n\nClick to rate this post!\n[Total: 0 Average: 0]\nNo comments yet\nLeave a Reply\n${end}`;
    const text = page('T one', 'Summary:', SUMMARY, 'Original Link:', LINK, 'Article:', BODY, code);
    expect(parsePage(text).fields).toMatchObject({ body: page(BODY, code), originalLink: LINK });
    expect(parsePage(page(text, 'The end.')).fields.body).toBe(page(BODY, code, 'The end.'));
  });

  test('code in <pre>', () => {
    const code = '<pre>\nSummary: your words\n\nLeave a Reply\n</pre>';
    const text = page('T one', 'Summary:', SUMMARY, 'Article:', BODY, code, 'The end.');
    expect(parsePage(text).fields.body).toBe(page(BODY, code, 'The end.'));
  });

  test('a fence that is never closed', () => {
    const text = page(
      'T one',
      'Summary:',
      SUMMARY,
      'Article:',
      BODY,
      '```\nSummary: x',
      'The end.'
    );
    expect(parsePage(text).fields.body).toBe(page(BODY, '```\nSummary: x', 'The end.'));
  });
});

test('reading a heading takes time linear in its line', () => {
  const started = performance.now();
  for (const unit of [
    '#',
    '*',
    '(',
    '<',
    '<b>',
    '1. ',
    '📝',
    ' ',
    '\u200b',
    'Summary (',
    'a:',
    '`',
    '_',
    '[x](',
    '- ',
    '\\',
    '【',
    '🇫🇷',
    'x ',
  ])
    for (const line of [
      unit.repeat(100_000 / unit.length),
      `Summary${unit.repeat(100_000 / unit.length)}:`,
      `${'x\n'.repeat(20_000)}${unit}`,
    ])
      parsePage(page('T one', line, 'Article:', BODY, line));
  expect(performance.now() - started).toBeLessThan(15_000);
});
