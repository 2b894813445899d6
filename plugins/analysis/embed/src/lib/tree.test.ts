import type { CommentNode, CommentThread, CommentView } from '../../../shared/contracts/comments';
import type { OwnComment } from './own-comments';
import { append, find, graft, prune, remove, replace, mergeOwn, type Entry } from './tree';

const at = (minute: number) => `2026-03-10T12:${String(minute).padStart(2, '0')}:00.000Z`;

function view(documentId: string, parent: string | null = null, minute = 0): CommentView {
  return {
    ...{ documentId, parent, depth: parent === null ? 0 : 1, deleted: false, editedAt: null },
    author: { name: documentId, url: null, moderator: false },
    content: documentId,
    contentHtml: documentId,
    createdAt: at(minute),
  };
}
const node = (
  id: string,
  parent: string,
  replies: CommentNode[] = [],
  minute = 0
): CommentNode => ({
  ...view(id, parent, minute),
  replies,
});
const thread = (
  id: string,
  replies: CommentNode[] = [],
  { minute = 0, total = replies.length, cursor = null as string | null } = {}
): CommentThread => ({
  ...view(id, null, minute),
  ...{ replies, replyTotal: total, repliesCursor: cursor },
});
const own = (id: string, parent: string | null, minute: number, waits = true): OwnComment => ({
  ...view(id, parent, minute),
  ...{ articleId: 'a', waits, editToken: 't', editableUntil: at(59) },
});

/** Ids as nested lists; `id!` waits, `id?` is not known to be public, `id*` is one's own. */
type Outline = (string | Outline)[];
const outline = (entries: (CommentNode | Entry)[]): Outline =>
  entries.map((each) => {
    const { state = 'public', own: mine = null } = each as Partial<Entry>;
    const mark = { public: mine ? '*' : '', waiting: '!', sent: '?' }[state];
    const name = each.deleted ? '-' : each.documentId + mark;
    return each.replies.length > 0 ? [name, ...outline(each.replies)] : name;
  });

const discussion = () => [
  thread('b', [], { minute: 9 }),
  thread('a', [node('a1', 'a', [node('a2', 'a1')]), node('a3', 'a')], { minute: 5 }),
];
const ends = { nextCursor: null, sort: 'newest' as const };

test('pages are put behind each other, and nothing comes twice', () => {
  expect(outline(append(discussion(), [thread('a'), thread('z')]))).toEqual([
    'b',
    ['a', ['a1', 'a2'], 'a3'],
    'z',
  ]);
});

test('further replies hang under their parents, those that are there already once', () => {
  const [, long] = discussion() as [CommentThread, CommentThread];
  const more = [view('a4', 'a2'), view('a3', 'a'), view('a5', 'a4'), view('a6', 'a')];
  const grown = graft({ ...long, repliesCursor: 'x' }, more, 'y');
  expect(outline([grown])).toEqual([['a', ['a1', ['a2', ['a4', 'a5']]], 'a3', 'a6']]);
  expect(grown.repliesCursor).toBe('y');
});

test('the place of a deleted comment is not counted', () => {
  const items = [thread('a', [node('a1', 'a', [node('a2', 'a1')])], { total: 3, cursor: 'x' })];
  const left = remove(items, 'a1');
  expect(outline(left)).toEqual([['a', ['-', 'a2']]]);
  expect(find(left, 'a')).toMatchObject({ replyTotal: 2 });
  expect(mergeOwn(left, ends, [], new Set())[0]).toMatchObject({ missing: 1 });
});

test('what waits again takes its replies with it', () => {
  const left = prune(discussion(), 'a1');
  expect(outline(left)).toEqual(['b', ['a', 'a3']]);
  expect(find(left, 'a')).toMatchObject({ replyTotal: 0 });
  expect(outline(prune(discussion(), 'b'))).toEqual([['a', ['a1', 'a2'], 'a3']]);
});

test.each([
  ['one without replies', 'a3', ['b', ['a', ['a1', 'a2']]]],
  ['one with replies', 'a1', ['b', ['a', ['-', 'a2'], 'a3']]],
  ['a thread', 'a', ['b', ['-', ['a1', 'a2'], 'a3']]],
  ['a thread without replies', 'b', [['a', ['a1', 'a2'], 'a3']]],
  ['one that is not there', 'x', ['b', ['a', ['a1', 'a2'], 'a3']]],
])('deleting %s', (_what, id, expected) => {
  expect(outline(remove(discussion(), id))).toEqual(expected);
});

test('an empty place goes with the last of its replies; one whose replies are elsewhere stays', () => {
  const once = remove(discussion(), 'a1');
  expect(outline(remove(once, 'a2'))).toEqual(['b', ['a', 'a3']]);
  const paged = [thread('p', [], { total: 30, cursor: 'x' })];
  expect(outline(remove(paged, 'p'))).toEqual(['-']);
});

test('a change shows in place', () => {
  const changed = replace(discussion(), {
    ...view('a2', 'a1'),
    contentHtml: 'new',
    editedAt: at(8),
  });
  expect(find(changed, 'a2')).toMatchObject({ contentHtml: 'new', editedAt: at(8) });
  expect(outline(changed)).toEqual(outline(discussion()));
});

describe('a reader’s own comments', () => {
  const partly = { ...ends, nextCursor: 'x' };
  const fresh = (...ids: string[]) => new Set(ids);
  test.each<
    [string, CommentThread[], typeof ends | typeof partly, OwnComment[], Set<string>, Outline]
  >([
    ['none', discussion(), ends, [], fresh(), ['b', ['a', ['a1', 'a2'], 'a3']]],
    ['public', discussion(), ends, [own('b', null, 9)], fresh(), ['b*', ['a', ['a1', 'a2'], 'a3']]],
    [
      'waiting, newest first',
      discussion(),
      ends,
      [own('m', null, 7)],
      fresh(),
      ['m!', 'b', ['a', ['a1', 'a2'], 'a3']],
    ],
    [
      'two waiting, newest first',
      [],
      ends,
      [own('m', null, 7), own('n', null, 8)],
      fresh(),
      ['n!', 'm!'],
    ],
    [
      'a reply that waits',
      discussion(),
      ends,
      [own('m', 'a1', 7)],
      fresh(),
      ['b', ['a', ['a1', 'a2', 'm!'], 'a3']],
    ],
    [
      'older than what is loaded',
      discussion(),
      partly,
      [own('m', null, 1)],
      fresh(),
      ['m?', 'b', ['a', ['a1', 'a2'], 'a3']],
    ],
    [
      'newer than the last loaded',
      discussion(),
      partly,
      [own('m', null, 7)],
      fresh(),
      ['m!', 'b', ['a', ['a1', 'a2'], 'a3']],
    ],
    [
      'just sent',
      discussion(),
      partly,
      [own('m', null, 1)],
      fresh('m'),
      ['m!', 'b', ['a', ['a1', 'a2'], 'a3']],
    ],
    [
      'just approved',
      discussion(),
      ends,
      [own('m', null, 1, false)],
      fresh('m'),
      ['m*', 'b', ['a', ['a1', 'a2'], 'a3']],
    ],
    [
      'public once, and gone',
      discussion(),
      ends,
      [own('m', null, 1, false)],
      fresh(),
      ['b', ['a', ['a1', 'a2'], 'a3']],
    ],
    [
      'below one that is not loaded',
      discussion(),
      ends,
      [own('m', 'zz', 1)],
      fresh(),
      ['b', ['a', ['a1', 'a2'], 'a3']],
    ],
    [
      'in a thread that goes on',
      [thread('t', [node('t1', 't', [], 3)], { cursor: 'x', total: 40 })],
      ends,
      [own('m', 't', 7)],
      fresh(),
      [['t', 't1', 'm?']],
    ],
    [
      'in a thread that goes on later',
      [thread('t', [node('t1', 't', [], 9)], { cursor: 'x', total: 40 })],
      ends,
      [own('m', 't', 7)],
      fresh(),
      [['t', 't1', 'm!']],
    ],
  ])('%s', (_what, items, meta, mine, sent, expected) => {
    expect(outline(mergeOwn(items, meta, mine, sent))).toEqual(expected);
  });

  test('oldest first, they stand at the end', () => {
    const entries = mergeOwn(
      discussion().reverse(),
      { ...ends, sort: 'oldest' },
      [own('m', null, 20)],
      fresh()
    );
    expect(outline(entries).at(-1)).toBe('m!');
  });

  test('a thread says how many of its replies are elsewhere', () => {
    const [entry] = mergeOwn(
      [thread('t', [node('t1', 't')], { cursor: 'x', total: 40 })],
      ends,
      [],
      fresh()
    );
    expect(entry?.missing).toBe(39);
    // Some were deleted meanwhile: there is still something to ask for.
    const [other] = mergeOwn(
      [thread('t', [node('t1', 't')], { cursor: 'x', total: 1 })],
      ends,
      [],
      fresh()
    );
    expect(other?.missing).toBe(1);
  });
});
