import type { TestApp } from './app';

export const PARAGRAPH =
  'The ferry company met the islanders on Monday and promised to keep the winter timetable. The pier will be mended by May, and the harbour master has found a second crane for it.';
export const SUMMARY =
  'The ferry keeps its winter timetable while the pier of the island is being mended.';
export const BODY = `${PARAGRAPH}\n\n${PARAGRAPH}`;

export interface Parts {
  title?: string;
  summary?: string;
  link?: string;
  heads?: [string, string, string];
  body?: string;
  below?: string;
}

let sequence = 0;
/** A page of its own, with the parts that a test writes otherwise. */
export function page({ title, summary, link, heads, body, below }: Parts = {}): string {
  sequence += 1;
  const [one, two, three] = heads ?? ['Summary:', 'Original Link:', 'Generated Article:'];
  const address = link ?? `https://news.example.com/ferry/${sequence}`;
  const article = body ?? BODY;
  return [
    title ?? `The ferry stays, take ${sequence}`,
    one,
    summary ?? SUMMARY,
    two,
    address,
    three,
    article,
    below ?? '',
  ].join('\n\n');
}

export interface Stored {
  title: string;
  body: string;
  originalLink: string | null;
  summaries: { language: string; text: string }[];
}
export interface Warned {
  code: string;
  path: string[];
  text?: string;
}
/** What warnings say of texts that were left out or changed. */
export const left = (warnings: Warned[]) =>
  warnings
    .filter(({ code }) => !code.startsWith('language_') && code !== 'missing_for_publish')
    .map(({ code, text }) => [code, text]);

/** What each kind of page becomes; by the API and by the admin's box. */
export const KINDS: [string, () => string, Partial<Stored>, unknown[][]][] = [
  [
    'an article with a section "Summary"',
    () => page({ body: `${BODY}\n\n## Summary\n\nIn short, it stays.` }),
    { body: `${BODY}\n\n## Summary\n\nIn short, it stays.` },
    [],
  ],
  [
    'bold headings',
    () => page({ heads: ['**Summary**', '**Original Link**', '**Generated Article**'] }),
    { body: BODY },
    [],
  ],
  [
    'headings with invisible characters',
    () =>
      page({ heads: ['\u200bSummary:', '\u2060Original\u200b Link:', '\ufeffGenerated Article:'] }),
    { body: BODY },
    [],
  ],
  [
    'a language by its name',
    () => page({ heads: ['Summary (inglês):', 'Original Link:', 'Article:'] }),
    { summaries: [{ language: 'en', text: SUMMARY }] },
    [],
  ],
  [
    'a language with an underscore',
    () => page({ heads: ['Summary (en_GB):', 'Original Link:', 'Article:'] }),
    { summaries: [{ language: 'en-GB', text: SUMMARY }] },
    [],
  ],
  [
    'a link with brackets',
    () => page({ link: 'https://wiki.example.com/Ferry_(boat)' }),
    { originalLink: 'https://wiki.example.com/Ferry_(boat)' },
    [],
  ],
  [
    'breaks in a table',
    () => page({ body: `${BODY}\n\n| A | B |\n| --- | --- |\n| x<br>y | z |` }),
    { body: `${BODY}\n\n| A | B |\n| --- | --- |\n| x<br>y | z |` },
    [['html', '<br>']],
  ],
  [
    'a line that counts comments',
    () => page({ body: `${BODY}\n\n87 comments on the plan were read.\n\nThe end.` }),
    { body: `${BODY}\n\n87 comments on the plan were read.\n\nThe end.` },
    [],
  ],
  [
    'a template in code',
    () =>
      page({
        body: `${BODY}\n\n\`\`\`\nSummary: x\n\nNo comments yet\nLeave a Reply\n\`\`\`\n\nThe end.`,
      }),
    { body: `${BODY}\n\n\`\`\`\nSummary: x\n\nNo comments yet\nLeave a Reply\n\`\`\`\n\nThe end.` },
    [],
  ],
  [
    'marks of a chat tool',
    () => page({ body: `${BODY}\n\nCosts fell.【3†source】` }),
    { body: `${BODY}\n\nCosts fell.【3†source】` },
    [['chat_debris', '【3†source】']],
  ],
  [
    'a marked link',
    () => page({ link: 'https://news.example.com/marked?utm_source=chatgpt.com' }),
    { originalLink: 'https://news.example.com/marked' },
    [['link_cleaned', 'https://news.example.com/marked?utm_source=chatgpt.com']],
  ],
  [
    'a bold title',
    () => page({ title: '# **The ferry** &amp; the pier #' }),
    { title: 'The ferry & the pier' },
    [],
  ],
  [
    'a remark of a chat tool',
    () => page({ title: 'Sure! Here is the article:\n\nThe ferry again' }),
    { title: 'The ferry again' },
    [['ignored', 'Sure! Here is the article:']],
  ],
  [
    'a widget',
    () =>
      page({
        below:
          'Click to rate this post!\n[Total: 0 Average: 0]\n\nComments\n\nNo comments yet\n\nLeave a Reply',
      }),
    { body: BODY },
    [],
  ],
  [
    'comments',
    () => page({ below: '1 Comment\n\nAna says:\n\nGood.\n\nLeave a Reply' }),
    { body: BODY },
    [['ignored', 'Ana says:\n\nGood.']],
  ],
  ['vertical tabs', () => page().replace(/\n\n/g, '\v\v'), { body: BODY }, []],
  [
    'HTML',
    () =>
      page({
        body: `<p>${PARAGRAPH}</p><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>x<sup>2</sup></td></tr></table>`,
      }),
    { body: `${PARAGRAPH}\n\n| A | B |\n| --- | --- |\n| 1 | x² |` },
    [],
  ],
  [
    'a whole page in HTML',
    () =>
      `<html><body><h1>The ferry in HTML</h1><h2>Summary</h2><p>${SUMMARY}</p><h2>Original Link</h2><p><a href="https://news.example.com/html_1?a=1&amp;b=2">Link</a></p><h2>Generated Article</h2><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p></body></html>`,
    {
      title: 'The ferry in HTML',
      body: BODY,
      originalLink: 'https://news.example.com/html_1?a=1&b=2',
    },
    [],
  ],
];

/** Sends a page to be ingested, as a generator does. */
export const putPage = (
  app: TestApp,
  token: string,
  text: string | Buffer,
  type = 'text/plain; charset=utf-8'
) =>
  app
    .http()
    .put('/api/analysis/posts')
    .set('Authorization', `Bearer ${token}`)
    .set('Content-Type', type)
    .send(text as string);
