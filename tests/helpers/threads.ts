import { randomBytes } from 'node:crypto';
import type { TestApp } from './app';

/** An id of the length that Strapi gives. */
export const rowId = (mark: string) => `${mark}${randomBytes(10).toString('hex')}`;

/** What tells one comment's row from another's. */
export interface Row {
  document_id: string;
  parent_id: string | null;
  root_id: string;
  depth: number;
  created_at: Date;
  content: string;
}

/** Writes rows as the service does, in bulk, and counts them. */
export async function insertComments(app: TestApp, articleId: string, made: Row[]): Promise<void> {
  await app.strapi.db.connection.batchInsert(
    'analysis_comments',
    made.map((row) => ({
      ...row,
      article_id: articleId,
      state: 'approved',
      visible: true,
      author_name: 'Ana',
      report_count: 0,
    })),
    50
  );
  await app.strapi.plugin('analysis').service('housekeeping').recount();
}

/** Threads with so many replies each, all of them at once or two by two. */
export function threads(counts: number[]): Row[] {
  const T0 = Date.parse('2026-03-01T00:00:00Z');
  return counts.flatMap((replies, n) => {
    const documentId = rowId('root');
    const at = new Date(T0 + Math.floor(n / 2) * 1000);
    const root = { parent_id: null, root_id: documentId, depth: 0, content: `root ${n}` };
    const below = Array.from({ length: replies }, (_, r) => ({
      document_id: rowId('reply'),
      parent_id: documentId,
      root_id: documentId,
      depth: 1,
      created_at: new Date(T0 + 3_600_000 + r),
      content: `reply ${n}.${r}`,
    }));
    return [{ ...root, document_id: documentId, created_at: at }, ...below];
  });
}
