import type { PersonalPage } from './contracts/privacy';

/**
 * What is kept of a person as the text of a JSON file, in parts, so that whoever writes it holds no
 * more than a page.
 * @param read a page; null asks for the first
 */
export async function* personalFile(
  read: (cursor: string | null) => Promise<PersonalPage>,
  exportedAt: Date
): AsyncGenerator<string, void, undefined> {
  const first = await read(null);
  const { comments: _paged, ...whole } = first.data;
  const head = JSON.stringify({ exportedAt: exportedAt.toISOString(), ...whole }, null, 2);
  yield `${head.replace(/\n\}$/, '')},\n  "comments": [`;
  let separator = '';
  for (let page = first; ;) {
    for (const comment of page.data.comments) {
      yield `${separator}\n    ${JSON.stringify(comment)}`;
      separator = ',';
    }
    if (page.meta.nextCursor === null) break;
    page = await read(page.meta.nextCursor);
  }
  yield '\n  ]\n}\n';
}
