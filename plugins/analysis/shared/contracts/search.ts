/**
 * GET /posts?q=&lang=&limit=&cursor=
 * GET /posts/:slug/related?limit=&lang=
 */
import type { Envelope } from './common';
import type { PostCard } from './posts';

/** Where a query was found, as HTML in which everything is escaped but `<mark>`. */
export interface Snippet {
  field: 'title' | 'summary' | 'body';
  /** Of the text. */
  language: string;
  html: string;
}

export interface SearchHit extends PostCard {
  /** One a field at most; none in a list without a query. */
  snippets: Snippet[];
}

export type SearchResponse = Envelope<
  SearchHit[],
  { q: string | null; limit: number; nextCursor: string | null }
>;
export type RelatedResponse = Envelope<PostCard[], { limit: number }>;
