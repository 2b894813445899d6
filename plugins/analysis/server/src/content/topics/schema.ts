import { TABLE } from '../../platform/strapi/uids';
import { withView } from '../../platform/strapi/content-manager-config';
import { topicView } from './editor-view';

export const topicSchema = withView(
  {
    kind: 'collectionType',
    collectionName: TABLE.topic,
    info: {
      singularName: 'topic',
      pluralName: 'topics',
      displayName: 'Analysis topic',
      description: 'A perspective of the house template, or what a post is about',
    },
    options: { draftAndPublish: false },
    attributes: {
      name: { type: 'string' },
      slug: { type: 'string' },
      kind: { type: 'enumeration', enum: ['aspect', 'subject'], default: 'subject' },
    },
    indexes: [{ name: 'analysis_topics_slug_uq', columns: ['slug'], type: 'unique' }],
  } as const,
  topicView
);
