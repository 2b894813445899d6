import { listSettings, readOnly, rows, type EditorView } from '../common/editor-view';

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
        ['authorName', 4],
        ['authorEmail', 4],
        ['authorUrl', 4],
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
      ],
      [
        ['ipHash', 6],
        ['userAgent', 6],
      ]
    ),
  },
  metadatas: readOnly(
    'articleId',
    'parentId',
    'depth',
    'reportCount',
    'ipHash',
    'userAgent',
    'userId',
    'moderator',
    'language',
    'editedAt',
    'deletedAt'
  ),
};
