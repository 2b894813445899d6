import { z } from 'zod';
import { relatedResponse, searchResponse } from '../../../../shared/contracts/search';
import { LIMITS } from '../../../../shared/limits';
import {
  CACHED,
  cursor,
  lang,
  limit,
  NOT_MODIFIED,
  ok,
  operation,
} from '../../platform/openapi/operation';

const tag = 'Posts';

export const searchOperations = {
  search: operation({
    id: 'searchPosts',
    method: 'GET',
    path: '/posts',
    tag,
    summary: 'Published posts, or those in which something is found',
    by: 'reader',
    query: {
      q: z
        .string()
        .optional()
        .describe(
          'Words that all have to be there; `"a phrase"`, `begin*` from three letters. Without it: the newest.'
        ),
      lang: lang(),
      limit: limit(LIMITS.searchPage),
      cursor: cursor(),
    },
    answers: { ...ok('A page of posts.', searchResponse, CACHED), ...NOT_MODIFIED },
    refusals: [429],
  }),
  related: operation({
    id: 'listRelatedPosts',
    method: 'GET',
    path: '/posts/:slug/related',
    tag,
    summary: 'Posts near another one',
    description: 'By shared topics, the same source, and words that they have in common.',
    by: 'reader',
    query: { limit: limit(LIMITS.related), lang: lang() },
    answers: { ...ok('The nearest first.', relatedResponse, CACHED), ...NOT_MODIFIED },
    refusals: [404],
  }),
};
