import { listSettings, rows, type EditorView } from '../../platform/strapi/content-manager-config';

/** The edit form and the list of topics. */
export const topicView: EditorView = {
  settings: listSettings({ mainField: 'name', defaultSortBy: 'name', defaultSortOrder: 'ASC' }),
  layouts: {
    list: ['name', 'slug', 'kind'],
    edit: rows(
      [
        ['name', 6],
        ['slug', 6],
      ],
      [['kind', 6]]
    ),
  },
  metadatas: {
    slug: { edit: { description: 'Left empty, it is made from the name.' } },
  },
};
