import { listSettings, rows, type EditorView } from '../common/editor-view';

/** The edit form and the list of summaries. */
export const summaryView: EditorView = {
  settings: listSettings({
    mainField: 'text',
    defaultSortBy: 'updatedAt',
    defaultSortOrder: 'DESC',
  }),
  layouts: {
    list: ['text', 'language', 'article'],
    edit: rows(
      [
        ['article', 8],
        ['language', 4],
      ],
      [['text', 12]]
    ),
  },
  metadatas: {
    article: { edit: { mainField: 'title' } },
    language: { edit: { placeholder: 'fr', description: 'BCP 47, such as en or fr-CA.' } },
  },
};
