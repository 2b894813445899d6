import { expect, test } from '@jest/globals';
import type { PersonalComment, PersonalPage } from './contracts/privacy';
import { personalFile } from './personal-file';

const comment = (documentId: string): PersonalComment => ({
  documentId,
  articleId: 'a',
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  status: 'approved',
  content: 'He said: "}\n]"',
  language: null,
  name: 'Ana',
  email: 'ana@example.com',
  url: null,
  account: null,
  networkHash: null,
  browser: null,
  heldReasons: [],
  record: [],
});

const written = async (pages: string[][]) => {
  const asked: (string | null)[] = [];
  let text = '';
  const read = async (cursor: string | null): Promise<PersonalPage> => {
    asked.push(cursor);
    const at = Number(cursor ?? 0);
    return {
      data: {
        email: 'ana@example.com',
        bans: [],
        addresses: [],
        comments: (pages[at] ?? []).map(comment),
      },
      meta: { total: 3, nextCursor: at + 1 < pages.length ? String(at + 1) : null },
    };
  };
  for await (const part of personalFile(read, new Date('2026-02-03T04:05:06Z'))) text += part;
  return { asked, file: JSON.parse(text) };
};

test.each([
  ['nothing', [[]], [], [null]],
  ['one page', [['a', 'b']], ['a', 'b'], [null]],
  ['three pages', [['a'], ['b'], ['c']], ['a', 'b', 'c'], [null, '1', '2']],
  ['an empty page among them', [['a'], [], ['c']], ['a', 'c'], [null, '1', '2']],
])('%s makes one file', async (_what, pages, ids, cursors) => {
  const { asked, file } = await written(pages);
  expect(asked).toEqual(cursors);
  expect(file).toEqual({
    exportedAt: '2026-02-03T04:05:06.000Z',
    email: 'ana@example.com',
    bans: [],
    addresses: [],
    comments: ids.map(comment),
  });
});
