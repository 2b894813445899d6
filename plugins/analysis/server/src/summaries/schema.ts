import { TABLE, UID } from '../common/uids';
import { withView } from '../common/editor-view';
import { summaryView } from './editor-view';

/**
 * `article` is what the editor sees and picks; `articleId` and `edition` are set by the hooks,
 * because a relation's key lives in a link table and a unique index cannot reach it, and because
 * the draft and the published row stand side by side. `visible` says that the article is public.
 */
export const summarySchema = withView(
  {
    kind: 'collectionType',
    collectionName: TABLE.summary,
    info: {
      singularName: 'summary',
      pluralName: 'summaries',
      displayName: 'Analysis summary',
      description: 'A short summary of an article, one per language',
    },
    options: { draftAndPublish: true },
    attributes: {
      article: {
        type: 'relation',
        relation: 'manyToOne',
        target: UID.article,
        inversedBy: 'summaries',
      },
      articleId: { type: 'string', visible: false },
      edition: { type: 'enumeration', enum: ['draft', 'published'], private: true, visible: false },
      visible: { type: 'boolean', default: false, private: true, visible: false },
      language: { type: 'string' },
      text: { type: 'text' },
    },
    indexes: [
      {
        name: 'analysis_summaries_language_uq',
        columns: ['article_id', 'edition', 'language'],
        type: 'unique',
      },
    ],
  } as const,
  summaryView
);
