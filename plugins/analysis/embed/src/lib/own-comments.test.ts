import type { CommentReceipt } from '../../../shared/contracts/comments';
import { isEditable, ownOf, readOwn, withOwn, withoutOwn, type OwnComment } from './own-comments';
import type { Place } from './storage';

const NOW = Date.parse('2026-03-10T12:00:00.000Z');

const receipt: CommentReceipt = {
  documentId: 'c1',
  parent: null,
  depth: 0,
  author: { name: 'Ana', url: null, moderator: false },
  content: 'Hello',
  contentHtml: '<p>Hello</p>',
  createdAt: '2026-03-10T11:59:00.000Z',
  editedAt: null,
  deleted: false,
  status: 'pending',
  reason: 'Your comment is waiting.',
};
const meta = { editToken: 'secret', editableUntil: '2026-03-10T12:14:00.000Z' };
const own = ownOf('a1', receipt, meta);
const place = (value: string | null): Place => ({ read: () => value, write: () => undefined });

test('of an answer is kept what the page shows and what proves whose it is', () => {
  const { status: _status, reason: _reason, ...view } = receipt;
  expect(own).toEqual({ ...view, articleId: 'a1', waits: true, ...meta });
  // An edit's answer brings no token of its own.
  const edited = ownOf('a1', { ...receipt, status: 'approved' }, {}, own);
  expect(edited).toMatchObject({ ...meta, waits: false });
  expect(ownOf('a1', receipt, {})).toMatchObject({ editToken: null, editableUntil: null });
});

test.each([
  ['before its end', own, NOW, true],
  ['at its end', own, Date.parse(meta.editableUntil), false],
  ['without a token', { ...own, editToken: null }, NOW, false],
  ['where nothing may be edited', { ...own, editableUntil: null }, NOW, false],
])('the time to edit: %s', (_what, comment, now, expected) => {
  expect(isEditable(comment, now)).toBe(expected);
});

test.each([
  ['nothing', null, []],
  ['no JSON', '{', []],
  ['no list', '{"a":1}', []],
  ['a list of other things', '[null,1,"a",{},{"documentId":"c1"}]', []],
  ['one without an author', JSON.stringify([{ ...own, author: null }]), []],
  ['one that is too old', JSON.stringify([{ ...own, createdAt: '2026-02-01T00:00:00.000Z' }]), []],
  ['one of ours', JSON.stringify([own]), [own]],
])('a place that holds %s', (_what, value, expected) => {
  expect(readOwn(place(value), NOW)).toEqual(expected);
});

test('one is kept once, and the oldest make room', () => {
  const numbered = (n: number): OwnComment => ({ ...own, documentId: `c${n}` });
  const full = Array.from({ length: 50 }, (_each, n) => numbered(n));
  const more = withOwn(full, numbered(50));
  expect(more).toHaveLength(50);
  expect(more[0]?.documentId).toBe('c1');
  const changed = withOwn(more, { ...numbered(3), content: 'changed' });
  expect(changed).toHaveLength(50);
  expect(changed.filter(({ documentId }) => documentId === 'c3')).toHaveLength(1);
  expect(withoutOwn(changed, 'c3')).toHaveLength(49);
});
