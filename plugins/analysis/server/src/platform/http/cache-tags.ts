/** Of answers that list several posts. */
export const LIST = 'list';

/** Of answers that show something of an article. @param articleId its documentId */
export const articleTag = (articleId: string): string => `article:${articleId}`;
