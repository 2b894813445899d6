import {
  listSettings,
  readOnly,
  rows,
  type EditorView,
} from '../../platform/strapi/content-manager-config';

/** The list of votes, for those who look into a suspicious rating. */
export const ratingView: EditorView = {
  settings: listSettings({
    mainField: 'value',
    defaultSortBy: 'createdAt',
    defaultSortOrder: 'DESC',
  }),
  layouts: {
    list: ['value', 'articleId', 'model', 'createdAt'],
    edit: rows(
      [
        ['value', 6],
        ['articleId', 6],
      ],
      [
        ['model', 6],
        ['promptVersion', 6],
      ]
    ),
  },
  metadatas: readOnly('articleId', 'model', 'promptVersion', 'contentHash', 'voterKey'),
};
