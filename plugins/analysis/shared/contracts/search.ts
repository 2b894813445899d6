/**
 * GET /posts?q=&lang=&limit=&cursor=
 * GET /posts/:slug/related?limit=&lang=
 */
import { z } from 'zod';
import { amount, envelope, nextCursor } from './common';
import { postCard } from './posts';
import { view } from './named-schemas';

export const snippet = view(
  'Snippet',
  z.object({
    field: z.enum(['title', 'summary', 'body']),
    language: z.string().describe('Of the text.'),
    html: z.string().describe('Where it was found: safe HTML, everything escaped but `<mark>`.'),
  })
);
export type Snippet = z.infer<typeof snippet>;

export const searchHit = view(
  'SearchHit',
  postCard.extend({
    snippets: z
      .array(snippet)
      .describe('One a field at most; none in a list that was asked for without a query.'),
  })
);
export type SearchHit = z.infer<typeof searchHit>;

export const searchResponse = view(
  'SearchResults',
  envelope(
    z.array(searchHit),
    z.object({ q: z.string().nullable(), limit: amount(), nextCursor: nextCursor() })
  )
);
export type SearchResponse = z.infer<typeof searchResponse>;

export const relatedResponse = view(
  'RelatedPosts',
  envelope(z.array(postCard), z.object({ limit: amount() }))
);
export type RelatedResponse = z.infer<typeof relatedResponse>;
