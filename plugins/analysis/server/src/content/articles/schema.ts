import { TABLE, UID } from '../../platform/strapi/uids';
import { withView } from '../../platform/strapi/content-manager-config';
import { CUSTOM_FIELD } from './custom-fields';
import { articleView } from './editor-view';

/**
 * Constraints such as required or maxLength are left out on purpose: Strapi checks them before
 * the hooks and reports only its own, so an editor would meet the faults in two rounds.
 * `rules.ts` reports them all at once, for drafts and for publishing.
 */
export const articleSchema = withView(
  {
    kind: 'collectionType',
    collectionName: TABLE.article,
    info: {
      singularName: 'article',
      pluralName: 'articles',
      displayName: 'Analysis article',
      description: 'A generated analysis of a news story',
    },
    options: { draftAndPublish: true },
    // By this the admin knows the list that gets a column of comments.
    pluginOptions: { analysis: { comments: true } },
    attributes: {
      title: { type: 'string' },
      slug: { type: 'string' },
      language: { type: 'customField', customField: CUSTOM_FIELD.language },
      body: { type: 'richtext' },
      originalLink: { type: 'text' },
      sourceName: { type: 'string' },
      sourcePublishedAt: { type: 'datetime' },
      cover: { type: 'media', multiple: false, allowedTypes: ['images'] },
      coverAlt: { type: 'string' },
      topics: { type: 'relation', relation: 'manyToMany', target: UID.topic },
      summaries: { type: 'customField', customField: CUSTOM_FIELD.summaries },
      origin: { type: 'enumeration', enum: ['generated', 'human'], default: 'generated' },
      generatorProvider: { type: 'string' },
      generatorModel: { type: 'string' },
      promptVersion: { type: 'string' },
      // Of the generator's own; `delivery.publicRuns` makes them public.
      promptHash: { type: 'string', private: true, searchable: false },
      runId: { type: 'string', private: true, searchable: false },
      generatedAt: { type: 'datetime' },
      discussionClosed: { type: 'boolean', default: false },
      reviewer: { type: 'string' },
      editorialResponsibility: { type: 'boolean', default: false },
      reviewedAt: { type: 'datetime' },
      reviewedHash: { type: 'string', private: true },
      disclosure: { type: 'enumeration', enum: ['generated', 'generated-reviewed', 'human'] },
      contentHash: { type: 'string' },
      firstPublishedAt: { type: 'datetime' },
    },
    indexes: [
      { name: 'analysis_articles_slug_idx', columns: ['slug', 'published_at'] },
      { name: 'analysis_articles_source_idx', columns: ['source_name', 'first_published_at'] },
      { name: 'analysis_articles_newest_idx', columns: ['first_published_at', 'document_id'] },
    ],
  } as const,
  articleView
);
