import {
  listSettings,
  readOnly,
  rows,
  type EditorView,
} from '../../platform/strapi/content-manager-config';

/** The edit form and the list of articles. */
export const articleView: EditorView = {
  settings: listSettings({
    mainField: 'title',
    defaultSortBy: 'updatedAt',
    defaultSortOrder: 'DESC',
  }),
  layouts: {
    list: ['title', 'language', 'disclosure', 'firstPublishedAt'],
    edit: rows(
      [['title', 12]],
      [
        ['slug', 8],
        ['language', 4],
      ],
      [['body', 12]],
      [['summaries', 12]],
      [['originalLink', 12]],
      [
        ['sourceName', 6],
        ['sourcePublishedAt', 6],
      ],
      [['topics', 12]],
      [
        ['cover', 6],
        ['coverAlt', 6],
      ],
      [
        ['reviewer', 6],
        ['editorialResponsibility', 6],
        ['discussionClosed', 6],
      ],
      [
        ['disclosure', 4],
        ['reviewedAt', 4],
        ['firstPublishedAt', 4],
      ],
      [
        ['origin', 4],
        ['generatedAt', 4],
        ['runId', 4],
      ],
      [
        ['generatorProvider', 6],
        ['generatorModel', 6],
      ],
      [
        ['promptVersion', 6],
        ['promptHash', 6],
      ]
    ),
  },
  metadatas: {
    ...readOnly('disclosure', 'reviewedAt', 'firstPublishedAt', 'contentHash'),
    slug: { edit: { description: 'Left empty, it is made from the title.' } },
    coverAlt: { edit: { description: 'Needed when there is a cover.' } },
    reviewer: { edit: { description: 'Left empty, it is your name.' } },
    editorialResponsibility: {
      edit: { description: 'Signs this very text and its summaries; a later change reopens it.' },
    },
    topics: { edit: { mainField: 'name' } },
  },
};
