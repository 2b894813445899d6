import { codeLines } from './page-lines';
import { findTail } from './page-tail';

const ARTICLE = 'The pier will be mended by May.\n\nThe ferry keeps its timetable.';
const tailOf = (below: string) => {
  const lines = `${ARTICLE}\n\n${below}`.split('\n');
  const { from, comments } = findTail(lines, codeLines(lines));
  return { kept: lines.slice(0, from).join('\n').trim(), comments };
};

const RATING = 'Click to rate this post!\n[Total: 3 Average: 4.3]';

describe('what a widget, comments and a form print is below the article', () => {
  test.each([
    [
      'rating, comments, form',
      `${RATING}\n\nComments\n\nNo comments yet. Why don’t you start the discussion?\n\nLeave a Reply`,
    ],
    ['no rating', 'Comments\n\nNo comments yet.\n\nLeave a Reply'],
    ['no heading', 'No comments yet\n\nLeave a comment'],
    ['a rating alone', RATING],
    [
      'a whole form',
      `Leave a Reply Cancel reply\n\nYour email address will not be published. Required fields are marked *\n\nComment *\n\nName *\n\nEmail *\n\nWebsite\n\nPost Comment`,
    ],
    [
      'in Markdown',
      '---\n\n**Click to rate this post!**\n\\[Total: 0 Average: 0\\]\n\n### Comments\n\n_No comments yet_\n\n### [Leave a Reply](#respond)',
    ],
    [
      'in HTML',
      '<p>Click to rate this post!</p>\n<p>[Total: 0 Average: 0]</p>\n<h3>Comments</h3>\n<p>No comments yet</p>',
    ],
    [
      'in French',
      'Cliquez pour noter cet article !\n[Total: 0 Moyenne: 0]\n\nCommentaires\n\nAucun commentaire pour l’instant.\n\nLaisser un commentaire',
    ],
    [
      'in German',
      'Klicke, um diesen Beitrag zu bewerten!\n[Gesamt: 0 Durchschnitt: 0]\n\nKommentare\n\nNoch keine Kommentare\n\nSchreibe einen Kommentar',
    ],
    ['in Spanish', '¡Haz clic para puntuar esta entrada!\n\nSin comentarios\n\nDeja una respuesta'],
    ['in Portuguese', 'Clique para avaliar este post!\n\nNenhum comentário\n\nDeixe um comentário'],
    ['with invisible characters', '\u200bNo comments yet\n\n\u200bLeave a Reply\u200b'],
  ])('%s', (_what, below) => {
    expect(tailOf(below)).toEqual({
      kept: expect.stringMatching(/timetable\.(\n\n---)?$/),
      comments: '',
    });
  });

  test.each([
    [
      'counted',
      '2 Comments\n\nAna says: fine.\n\nBen says:\nNot so fine.\n\nLeave a Reply',
      'Ana says: fine.\n\nBen says:\nNot so fine.',
    ],
    [
      'below a rating',
      `${RATING}\n\nComments\n\nAna says:\nMay 3, 2026 at 4:12 pm\nA long remark.\n\nReply\n\nLeave a Reply`,
      'A long remark.',
    ],
    [
      'without a form',
      '2 thoughts on “The pier”\n\nAna says:\n\nFine.\n\nReply',
      'Ana says:\n\nFine.',
    ],
    [
      'that speak of widgets',
      '1 Comment\n\nAna says:\n\nSummary: nothing new.\n\nLeave a Reply',
      'Summary: nothing new.',
    ],
  ])('comments that are there already, %s, are handed back', (_what, below, text) => {
    const { kept, comments } = tailOf(below);
    expect(kept).toBe(ARTICLE);
    expect(comments).toContain(text);
  });
});

describe('an article keeps', () => {
  test.each([
    '412 comments on the draft were handed in.',
    '412 comments',
    'Leave a Reply',
    'No comments yet.',
    'Click to rate this post!',
    '[Total: 0 Average: 0]',
    'Comments',
    '## Comments\n\nThe crew commented at length.',
    'Comments\n\nThe crew commented at length.\n\nLeave a Reply',
    'Comments\n\nName\n\nEmail',
    'No comments yet\n\nLeave a Reply\n\nwere the last lines of the old page.',
    '```\nNo comments yet\nLeave a Reply\n```',
    'Ana says: fine.\n\nReply',
    'Discussion\n\nName',
    'Leave a reply, said the sign.\n\nNo comments yet from the ministry.',
    'Click to rate this post, the page said.\n\n[Total: 12 Average: 3] was its answer.',
  ])('%j', (below) => {
    expect(tailOf(below)).toEqual({ kept: `${ARTICLE}\n\n${below}`, comments: '' });
  });

  test('a line like a heading of comments above a real block', () => {
    const line = '12 comments on “the plan” were read.\n\nThen they voted.';
    expect(
      tailOf(`${line}\n\n${RATING}\n\nComments\n\nNo comments yet\n\nLeave a Reply`).kept
    ).toBe(`${ARTICLE}\n\n${line}`);
  });
});
