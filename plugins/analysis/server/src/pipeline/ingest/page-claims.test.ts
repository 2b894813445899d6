import { parsePage } from './page-parser';

const SUMMARY = 'The ferry keeps its winter timetable while the pier is mended.';
const LINK = 'https://news.example.com/ferry';
const BODY = 'The ferry company met the islanders on Monday.\n\nThe pier will be mended by May.';

const page = (...parts: string[]): string => parts.join('\n\n');
describe('languages of summaries', () => {
  test.each([
    ['Résumé (fr) :', 'fr'],
    ['Summary (pt_BR):', 'pt-BR'],
    ['Summary [French]:', 'fr'],
    ['Summary {français}:', 'fr'],
    ['Summary （中文）：', 'zh'],
    ['Summary 【日本語】:', 'ja'],
    ['Summary (português (Brasil)):', 'pt-BR'],
    ['Summary (language: fr):', 'fr'],
    ['**Summary (French)**', 'fr'],
    ['## Summary (German)', 'de'],
    ['Summary – French:', 'fr'],
    ['Summary in French:', 'fr'],
    ['French Summary:', 'fr'],
    ['Summary FR:', 'fr'],
    ['Summary 🇫🇷:', 'fr'],
    ['🇫🇷 Summary (French):', 'fr'],
    ['Résumé en français :', 'fr'],
    ['Zusammenfassung (Englisch):', 'en'],
    ['<h2>Summary (French)</h2>', 'fr'],
  ])('%s', (heading, language) => {
    const { fields, warnings } = parsePage(page('T one', heading, SUMMARY, 'Article:', BODY));
    expect(fields.summaries).toEqual([{ language, text: SUMMARY }]);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['Summary (short):', null, 'short'],
    ['Summary (French, two sentences):', 'fr', 'French, two sentences'],
    ['Summary [for the newsletter]:', null, 'for the newsletter'],
  ])('%s names the rest', (heading, language, text) => {
    const { fields, warnings } = parsePage(page('T one', heading, SUMMARY, 'Article:', BODY));
    expect(fields.summaries).toEqual([{ language, text: SUMMARY }]);
    expect(warnings).toEqual([expect.objectContaining({ code: 'ignored', text })]);
  });

  test('an article names its own', () => {
    const { fields } = parsePage(page('T one', 'Generated Article (French):', BODY));
    expect(fields).toMatchObject({ language: 'fr', body: BODY });
  });

  test('another language may follow the article', () => {
    const text = page(
      'T one',
      'Summary (fr):',
      SUMMARY,
      'Article:',
      BODY,
      '## Summary (de)',
      'Kurz.'
    );
    expect(parsePage(text).fields).toMatchObject({
      body: BODY,
      summaries: [{ language: 'fr' }, { language: 'de' }],
    });
  });
});

describe('text that no part claims', () => {
  test.each([
    ['below the title', page('T one', 'By Jane Doe', 'Article:', BODY), 'By Jane Doe'],
    ['before "Title:"', page('A foreword', 'Title: T one', 'Article:', BODY), 'A foreword'],
    [
      'below the link',
      page('T one', 'Original Link:', LINK, 'Read on the 4th', 'Article:', BODY),
      'Read on the 4th',
    ],
    [
      'beside the link',
      page('T one', 'Original Link:', `From the Gazette ${LINK}`, 'Article:', BODY),
      'From the Gazette',
    ],
    ['in place of the link', page('T one', 'Original Link:', 'Link', 'Article:', BODY), 'Link'],
  ])('%s is named', (_what, text, left) => {
    const { fields, warnings } = parsePage(text);
    expect(fields).toMatchObject({ title: 'T one', body: BODY });
    expect(warnings).toEqual([
      expect.objectContaining({ code: 'ignored', text: expect.stringContaining(left) }),
    ]);
  });

  test.each([
    [
      'without a heading for the article',
      page('T one', 'Summary:', SUMMARY, 'Original Link:', LINK, BODY),
    ],
    [
      'with a summary and no more',
      page('T one', `Original Link: ${LINK}`, 'Summary:', SUMMARY, BODY),
    ],
    ['with the article first', page('T one', BODY, 'Summary:', SUMMARY, 'Original Link:', LINK)],
  ])('is the body %s', (_what, text) => {
    expect(parsePage(text).fields).toMatchObject({
      body: BODY,
      originalLink: LINK,
      summaries: [{ language: null, text: SUMMARY }],
    });
  });

  test('and what follows a link inside the article is the article', () => {
    const text = page('T one', 'Article:', 'Before.', `Original Link: ${LINK}`, 'After.');
    expect(parsePage(text).fields).toMatchObject({
      body: page('Before.', 'After.'),
      originalLink: LINK,
    });
  });
});
