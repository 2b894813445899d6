export type { PublishedArticle } from '../content/articles/api';

export type { CommentDeltas } from '../content/stats/api';
