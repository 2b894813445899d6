import type { Trx } from '../../platform/database/connection';
import type { DocumentId } from '../../platform/strapi/uids';
import type { ArticleSummary } from '../../../../shared/summaries';
import {
  deleteRows,
  insertRows,
  selectRows,
  updateText,
  type Edition,
  type SummaryRow,
} from './store';

/** The row that holds a summary already: that of its language, each row once. */
function takeRow(rows: SummaryRow[], { language, text }: ArticleSummary): SummaryRow | undefined {
  const same = rows.filter((row) => row.language === language);
  const row = same.find((each) => each.text === text) ?? same[0];
  if (row !== undefined) rows.splice(rows.indexOf(row), 1);
  return row;
}

/**
 * Brings the rows of an article's summaries in line with what its editions carry. Rows whose text
 * is the same are left alone, and a language keeps its documentId through every publish.
 * @param editions what each edition's row of the article carries; null for one that is not there
 */
export async function writeEditions(
  trx: Trx,
  articleId: DocumentId,
  editions: Record<Edition, readonly ArticleSummary[] | null>
): Promise<void> {
  const stored = await selectRows(trx, articleId);
  const documentOf = (language: string | null): DocumentId | undefined =>
    language === null ? undefined : stored.find((row) => row.language === language)?.document_id;

  for (const edition of ['draft', 'published'] as const) {
    const left = stored.filter((row) => row.edition === edition);
    const wanted = (editions[edition] ?? []).map((summary) => ({
      ...summary,
      row: takeRow(left, summary),
    }));
    await deleteRows(
      trx,
      left.map(({ id }) => id)
    );
    for (const { text, row } of wanted) {
      if (row !== undefined && row.text !== text) await updateText(trx, row.id, text);
    }
    const missing = wanted.filter(({ row }) => row === undefined);
    await insertRows(
      trx,
      articleId,
      edition,
      missing.map(({ language, text }) => ({ language, text, documentId: documentOf(language) }))
    );
  }
}
