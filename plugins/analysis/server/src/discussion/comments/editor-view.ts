import {
  listSettings,
  readOnly,
  rows,
  type EditorView,
} from '../../platform/strapi/content-manager-config';

/** The list in which a moderator sees and filters comments, and the form of one. */
export const commentView: EditorView = {
  settings: listSettings({
    mainField: 'content',
    defaultSortBy: 'createdAt',
    defaultSortOrder: 'DESC',
  }),
  layouts: {
    list: ['state', 'content', 'authorName', 'reportCount', 'articleId', 'createdAt'],
    edit: rows(
      [
        ['state', 4],
        ['reason', 8],
      ],
      [['content', 12]],
      [
        ['authorName', 6],
        ['authorUrl', 6],
      ],
      [
        ['articleId', 4],
        ['parentId', 4],
        ['depth', 4],
      ],
      [
        ['reportCount', 4],
        ['editedAt', 4],
        ['deletedAt', 4],
      ]
    ),
  },
  metadatas: readOnly(
    'content',
    'authorName',
    'authorUrl',
    'articleId',
    'parentId',
    'depth',
    'reportCount',
    'moderator',
    'language',
    'editedAt',
    'deletedAt'
  ),
};
