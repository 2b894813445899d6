import { parsePage as parse } from './page-parser';

const parsePage = (page: string) => parse(page).fields;

const SUMMARY = 'Le port change de mains ; la ville garde une voix, mais pas la majorité.';
const BODY = 'First paragraph of the piece.\n\nSecond paragraph, with comments from the crew.';

const page = (parts: string[]): string => parts.join('\n\n');
const whole = page([
  'The harbour changes hands',
  'Summary:',
  SUMMARY,
  'Original Link:',
  'https://news.example.com/harbour?utm_source=x',
  'Generated Article:',
  BODY,
  'Click to rate this post!\n[Total: 0 Average: 0]',
  'Comments',
  'No comments yet. Why don’t you start the discussion?',
  'Leave a Reply',
]);
const expected = {
  title: 'The harbour changes hands',
  summaries: [{ language: null, text: SUMMARY }],
  originalLink: 'https://news.example.com/harbour?utm_source=x',
  body: BODY,
  bodyFormat: 'markdown',
};

test.each([
  ['as it is', whole],
  ['with Windows line ends', whole.replace(/\n/g, '\r\n')],
  ['with a byte order mark', `\ufeff${whole}`],
  ['with a Markdown title', `# ${whole}`],
  ['with "Title:" before it', `Title: ${whole}`],
  [
    'with Markdown headings',
    whole.replace(/^(Summary|Original Link|Generated Article):$/gm, '## $1'),
  ],
  [
    'with bold headings',
    whole.replace(/^(Summary|Original Link|Generated Article):$/gm, '**$1:**'),
  ],
  [
    'with capital headings',
    whole.replace(/^(Summary|Original Link|Generated Article):$/gm, (each) => each.toUpperCase()),
  ],
  [
    'with no-break spaces before colons',
    whole.replace(/^(Summary|Original Link|Generated Article):$/gm, '$1\u00a0:'),
  ],
  ['with values beside their headings', whole.replace(/(Summary|Link):\n\n/g, '$1: ')],
  ['without the rating line', whole.replace(/Click.*\n.*Average: 0\]\n\n/, '')],
  ['without "Comments"', whole.replace('Comments\n\n', '')],
  [
    'with comments already there',
    whole.replace(
      'No comments yet. Why don’t you start the discussion?',
      '2 Comments\n\nAna says: fine.'
    ),
  ],
])('a page %s', (_what, text) => {
  expect(parsePage(text)).toEqual(expected);
});

test('parts in another order', () => {
  const [title, ...rest] = [
    'The harbour changes hands',
    'Generated Article:',
    BODY,
    'Original Link:',
    expected.originalLink,
    'Summary (fr):',
    SUMMARY,
  ];
  expect(parsePage(page([title, ...rest]))).toEqual({
    ...expected,
    summaries: [{ language: 'fr', text: SUMMARY }],
  });
});

test.each([
  [
    'Résumé :',
    'Lien original :',
    'Article généré :',
    'Cliquez pour noter cet article !',
    'Laisser un commentaire',
  ],
  [
    'Zusammenfassung:',
    'Originallink:',
    'Generierter Artikel:',
    'Klicke, um diesen Beitrag zu bewerten!',
    'Schreibe einen Kommentar',
  ],
  [
    'Resumen:',
    'Enlace original:',
    'Artículo generado:',
    '¡Haz clic para puntuar esta entrada!',
    'Deja una respuesta',
  ],
  [
    'Resumo:',
    'Link original:',
    'Artigo gerado:',
    'Clique para avaliar este post!',
    'Deixe um comentário',
  ],
])('headings %s %s %s', (summary, link, article, rating, reply) => {
  const text = page([
    'The harbour changes hands',
    summary,
    SUMMARY,
    link,
    expected.originalLink,
    article,
    BODY,
    rating.replace('¡', ''),
    reply,
  ]);
  expect(parsePage(text)).toEqual(expected);
});

test('several summaries', () => {
  const text = page(['T one', 'Summary (fr):', 'Un.', 'Summary (pt-BR): Dois.', 'Article:', BODY]);
  expect(parsePage(text).summaries).toEqual([
    { language: 'fr', text: 'Un.' },
    { language: 'pt-BR', text: 'Dois.' },
  ]);
});

test.each([
  ['Link', null],
  ['', null],
  ['[Link](https://a.example.com/x)', 'https://a.example.com/x'],
  ['<a href="https://a.example.com/x">Link</a>', 'https://a.example.com/x'],
  ['See https://a.example.com/x.', 'https://a.example.com/x'],
])('the link %j', (text, link) => {
  expect(parsePage(page(['T one', 'Original Link:', text, 'Article:', BODY])).originalLink).toBe(
    link
  );
});

test('without any heading the rest is the article', () => {
  expect(parsePage(page(['T one', BODY]))).toMatchObject({ title: 'T one', body: BODY });
});

test.each([
  ['a heading "Comments" of its own', `## Comments\n\nThe crew commented at length.`],
  ['a sentence that starts like a heading', 'Summary: in short, nobody knows.'],
  ['a sentence about an article', 'Article 5 of the charter applies.'],
])('the article keeps %s', (_what, sentence) => {
  const text = page([
    'T one',
    'Summary:',
    SUMMARY,
    'Generated Article:',
    BODY,
    sentence,
    'The end.',
  ]);
  expect(parsePage(text).body).toBe(page([BODY, sentence, 'The end.']));
});

test('HTML is told from Markdown', () => {
  expect(parsePage(page(['T one', 'Article:', '<p>One.</p><p>Two.</p>'])).bodyFormat).toBe('html');
  expect(parsePage(page(['T one', 'Article:', 'a < b and c > d'])).bodyFormat).toBe('markdown');
});

test('nothing gives nothing', () => {
  const nothing = { summaries: [], originalLink: null, bodyFormat: 'markdown' };
  expect(parsePage('')).toEqual(nothing);
  // One line alone is no discussion.
  expect(parsePage('Leave a Reply')).toEqual({ ...nothing, title: 'Leave a Reply' });
});
