import { commentHtml } from '../../platform/text/plain-text-html';
import {
  authorFaults,
  cleanFields,
  editRefusal,
  isAuthor,
  isCleared,
  refusalOf,
  refusalForAuthor,
  replyFaults,
  reportWeight,
  statusAfterEdit,
  tombstoneStatus,
  visibleIn,
  type ThreadRow,
} from './rules';

const row = (id: string, parentId: string | null, mark = 'approved'): ThreadRow => ({
  documentId: id,
  parentId,
  status: (mark === 'gone' ? 'approved' : mark) as ThreadRow['status'],
  deleted: mark === 'gone',
});

test.each<[string, ThreadRow[], string[]]>([
  ['nothing', [], []],
  ['an approved root', [row('a', null)], ['a']],
  ['a pending root', [row('a', null, 'pending')], []],
  ['a reply under a pending root', [row('a', null, 'pending'), row('b', 'a')], []],
  ['a rejected reply', [row('a', null), row('b', 'a', 'rejected')], ['a']],
  [
    'a rejected comment in the middle',
    [row('a', null), row('b', 'a', 'spam'), row('c', 'b'), row('d', 'a')],
    ['a', 'd'],
  ],
  ['rows in any order', [row('c', 'b'), row('b', 'a'), row('a', null)], ['a', 'b', 'c']],
  ['a tombstone over a reply', [row('a', null, 'gone'), row('b', 'a')], ['a', 'b']],
  ['a tombstone over a pending reply', [row('a', null, 'gone'), row('b', 'a', 'pending')], []],
  [
    'tombstones over tombstones',
    [row('a', null, 'gone'), row('b', 'a', 'gone'), row('c', 'b')],
    ['a', 'b', 'c'],
  ],
  ['a reply whose parent is missing', [row('b', 'lost')], []],
])('of %s the public sees the right ones', (_what, rows, expected) => {
  expect([...visibleIn(rows)].sort()).toEqual(expected);
});

test.each([
  ['approved', 'pending', 'pending'],
  ['pending', 'pending', 'pending'],
  ['approved', 'approved', 'approved'],
  ['approved', 'spam', 'spam'],
  ['pending', 'rejected', 'rejected'],
  ['spam', 'pending', 'spam'],
  ['spam', 'approved', 'spam'],
  ['spam', 'rejected', 'rejected'],
  // Held by a moderator on a site that publishes at once: an edit does not let it out.
  ['pending', 'approved', 'pending'],
] as const)('an edit of a comment that is %s, judged %s, makes it %s', (before, judged, after) => {
  expect(statusAfterEdit(before, judged)).toBe(after);
});

test.each([
  ['pending', 'approved'],
  ['approved', 'approved'],
  ['rejected', 'rejected'],
  ['spam', 'spam'],
] as const)('the tombstone of a comment that was %s is %s', (before, after) => {
  expect(tombstoneStatus(before)).toBe(after);
});

const T0 = new Date('2026-03-01T12:00:00Z');
const at = (minutes: number) => new Date(T0.getTime() + minutes * 60_000);
test.each([
  ['pending', 14, 15, undefined],
  ['approved', 15, 15, undefined],
  ['pending', 15.1, 15, 'edit_expired'],
  ['rejected', 1, 15, 'not_allowed'],
  ['spam', 1, 15, undefined],
  ['spam', 15.1, 15, 'edit_expired'],
  ['trash', 1, 15, 'not_allowed'],
  ['pending', 0, 0, 'not_allowed'],
] as const)(
  '%s, %d minutes old, window %d: a change is refused as %s',
  (status, age, window, code) => {
    expect(editRefusal({ status, createdAt: T0 }, at(age), window)?.code).toBe(code);
  }
);

test.each([
  [
    'the same account',
    { userId: 'u', editTokenHash: null },
    { userId: 'u', editTokenHash: null },
    true,
  ],
  [
    'another account',
    { userId: 'u', editTokenHash: null },
    { userId: 'v', editTokenHash: null },
    false,
  ],
  [
    'two guests',
    { userId: null, editTokenHash: 'h' },
    { userId: null, editTokenHash: null },
    false,
  ],
  [
    'two who hold nothing',
    { userId: null, editTokenHash: null },
    { userId: null, editTokenHash: null },
    false,
  ],
  ['the token', { userId: null, editTokenHash: 'h' }, { userId: null, editTokenHash: 'h' }, true],
  [
    'the token, signed in since',
    { userId: null, editTokenHash: 'h' },
    { userId: 'u', editTokenHash: 'h' },
    true,
  ],
])('%s', (_what, comment, by, expected) => {
  expect(isAuthor(comment, by)).toBe(expected);
});

const guest = { name: 'Ana', email: 'ana@example.com' };
test.each([
  ['a guest who says who they are', { content: 'hi', author: guest }, null, []],
  ['a guest who does not', { content: 'hi' }, null, ['author:required']],
  ['a signed-in reader', { content: 'hi' }, { name: 'ana' }, []],
  [
    'a signed-in reader whose name cannot be seen',
    { content: 'hi' },
    { name: '\u3164\u3164\u3164' },
    ['author.name:required'],
  ],
  [
    'a signed-in reader under another name',
    { content: 'hi', author: guest },
    { name: 'ana' },
    ['author:not_allowed'],
  ],
])('%s', (_what, input, user, expected) => {
  expect(authorFaults(input, user).map(({ path, code }) => `${path.join('.')}:${code}`)).toEqual(
    expected
  );
});

test.each([
  [0, []],
  [3, []],
  [4, ['too_deep']],
])('a reply to a comment at depth %d', (depth, expected) => {
  expect(replyFaults({ depth }).map(({ code }) => code)).toEqual(expected);
});

test.each([
  ['nothing', {}, []],
  ['an erased author', { authorName: null, authorEmail: null }, []],
  ['no content', { content: null }, ['content:wrong_type']],
  ['one letter', { content: 'a' }, ['content:too_short']],
  ['a script as website', { authorUrl: 'javascript:alert(1)' }, ['authorUrl:invalid_url']],
  ['no address', { authorEmail: 'ana' }, ['authorEmail:invalid_email']],
])('a moderator writes %s', (_what, data, expected) => {
  expect(cleanFields(data).faults.map(({ path, code }) => `${path.join('.')}:${code}`)).toEqual(
    expected
  );
});

test.each([
  ['two\nlines', '<p>two<br>\nlines</p>'],
  ['two\n\nparagraphs', '<p>two</p>\n<p>paragraphs</p>'],
  ['<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
  ['*stars* and `ticks` and &amp;', '<p>*stars* and `ticks` and &amp;amp;</p>'],
  [
    'see https://example.com/a?b=1&c=2.',
    '<p>see <a href="https://example.com/a?b=1&amp;c=2" rel="nofollow ugc noopener">https://example.com/a?b=1&amp;c=2</a>.</p>',
  ],
  ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
  [
    'mail me@example.com or ftp://x.example.com or example.com',
    '<p>mail me@example.com or ftp://x.example.com or example.com</p>',
  ],
  ...[
    ['見て https://example.com/a。次', '見て ', 'https://example.com/a', '。次'],
    ['（https://example.com/a）', '（', 'https://example.com/a', '）'],
    ['「https://example.com」', '「', 'https://example.com', '」'],
    ['(https://example.com/a_(b))', '(', 'https://example.com/a_(b)', ')'],
    ['“https://example.com/a”', '“', 'https://example.com/a', '”'],
    ['«https://example.com/a».', '«', 'https://example.com/a', '».'],
  ].map(([content = '', before = '', url = '', after = '']): [string, unknown] => [
    content,
    `<p>${before}<a href="${url}" rel="nofollow ugc noopener">${url}</a>${after}</p>`,
  ]),
  ['https:example.com', '<p>https:example.com</p>'],
  ['https:/example.com/a', '<p>https:/example.com/a</p>'],
  ['http:\\\\example.com', '<p>http:\\\\example.com</p>'],
  ['[a](https://example.com)', expect.not.stringContaining('>a</a>')],
])('%j as HTML', (content, html) => {
  expect(commentHtml(content)).toEqual(html);
});

test.each([
  ['rejected', 'duplicates', 'words'],
  ['rejected', 'external', null],
  ['spam', 'duplicates', null],
  ['pending', 'links', null],
] as const)('of a comment that is %s for %s its author hears %j', (status, phase, heard) => {
  expect(refusalForAuthor(status, [{ phase, code: 'code', message: 'words' }])).toBe(heard);
});

const [home, office] = ['home', 'office'];
const of = (network: string | null, byAccount = false) => ({ network, byAccount });
test.each([
  ['nobody', [], 2, 0],
  ['three guests of three networks', [of('a'), of('b'), of('c')], 2, 3],
  ['three guests of one network', [of(home), of(home), of(home)], 2, 1],
  ['an account', [of(home, true)], 2, 2],
  ['three accounts of one network', [of(home, true), of(home, true), of(home, true)], 2, 2],
  ['a guest and an account of one network', [of(home), of(home, true)], 2, 2],
  ['a guest and an account of two', [of(home), of(office, true)], 2, 3],
  ['an account where it weighs no more', [of(home, true), of(office)], 1, 2],
  ['many whose networks are forgotten', [of(null), of(null), of(null)], 2, 1],
  ['one of those and one of a network', [of(null), of(home)], 2, 2],
])('reports of %s', (_what, reports, accountWeight, weight) => {
  expect(reportWeight(reports, accountWeight)).toBe(weight);
});

test.each([
  ['never looked at for reports', { contentHash: 'a', clearedHash: null }, false],
  ['approved as it is', { contentHash: 'a', clearedHash: 'a' }, true],
  ['another text since', { contentHash: 'b', clearedHash: 'a' }, false],
  ['erased', { contentHash: null, clearedHash: null }, false],
])('a comment that was %s', (_what, comment, cleared) => {
  expect(isCleared(comment)).toBe(cleared);
});

const decidable = {
  status: 'pending',
  contentHash: 'a',
  editedAt: new Date('2026-01-02'),
  deleted: false,
} as const;

test.each([
  ['stands when nothing is known of what was seen', decidable, {}, null],
  ['stands when it is as it was seen', decidable, { contentHash: 'a', from: 'pending' }, null],
  ['is refused for another text', decidable, { contentHash: 'b' }, 'changed'],
  ['is refused when someone decided otherwise', decidable, { from: 'spam' }, 'decided'],
  [
    'stands when someone decided the same',
    { ...decidable, status: 'approved' },
    { from: 'pending' },
    null,
  ],
  ['is refused when it was edited since', decidable, { at: new Date('2026-01-01') }, 'changed'],
  ['stands when it was edited before', decidable, { at: new Date('2026-01-02') }, null],
  ['is refused for an erased comment', { ...decidable, deleted: true }, {}, 'erased'],
] as const)('a decision to approve %s', (_what, row, seen, refusal) => {
  expect(refusalOf(row, 'approved', seen)).toBe(refusal);
});

test.each([
  ['is undone', { ...decidable, status: 'spam' }, true],
  ['stays when someone decided again', { ...decidable, status: 'approved' }, false],
  ['stays when the text changed', { ...decidable, status: 'spam', contentHash: 'b' }, false],
  ['stays when it was erased', { ...decidable, status: 'spam', deleted: true }, false],
] as const)('a decision %s', (_what, row, undoable) => {
  const seen = { from: 'spam', contentHash: 'a', exactly: true } as const;
  expect(refusalOf(row, 'approved', seen) === null).toBe(undoable);
});
