export const ARTICLE = 'plugin::analysis.article';

/** Where an article is edited in the content manager. */
export const articleAddress = (documentId: string): string =>
  `/content-manager/collection-types/${ARTICLE}/${encodeURIComponent(documentId)}`;
