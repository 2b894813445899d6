import { z } from 'zod';
import { postResponse, RANKINGS, rankingsResponse } from '../../../../shared/contracts/posts';
import { previewResponse } from '../../../../shared/contracts/previews';
import { LIMITS } from '../../../../shared/limits';
import { CACHED, lang, limit, NOT_MODIFIED, ok, operation } from '../../platform/openapi/operation';

const tag = 'Posts';

export const postOperations = {
  post: operation({
    id: 'getPost',
    method: 'GET',
    path: '/posts/:slug',
    tag,
    summary: 'A whole page in one call',
    description: 'It holds nothing of one person and may be kept by any cache.',
    by: 'reader',
    query: { lang: lang() },
    answers: {
      ...ok('The post.', postResponse, [...CACHED, 'Content-Language']),
      301: { description: 'The post has another address by now.', headers: ['Location'] },
      ...NOT_MODIFIED,
    },
    refusals: [404],
  }),
  rankings: operation({
    id: 'listRankings',
    method: 'GET',
    path: '/rankings',
    tag,
    summary: 'The top of the published posts',
    by: 'reader',
    query: {
      by: z.enum(RANKINGS).optional().describe('`score` if not given.'),
      days: z
        .int()
        .min(1)
        .max(LIMITS.rankingDays.max)
        .optional()
        .describe('Only posts first published within so many days.'),
      limit: limit(LIMITS.list),
      lang: lang(),
    },
    answers: { ...ok('The best first.', rankingsResponse, CACHED), ...NOT_MODIFIED },
  }),
  preview: operation({
    id: 'getPreview',
    method: 'GET',
    path: '/previews/:documentId',
    tag,
    summary: 'An article as it stands, for who has a link to it',
    description: 'Never kept by any cache. Links come from the admin and end by themselves.',
    by: 'anyone',
    query: { token: z.string().optional().describe('From the link.'), lang: lang() },
    answers: ok('The draft, or what is published.', previewResponse),
    refusals: [404],
  }),
  embed: operation({
    id: 'getEmbedScript',
    method: 'GET',
    path: '/embed.js',
    tag: 'Embeds',
    summary: 'The script of the custom elements',
    by: 'reader',
    query: { v: z.string().optional().describe('The plugin’s version: kept for good then.') },
    answers: {
      200: {
        description: 'An ES module.',
        content: { 'text/javascript': z.string() },
        headers: CACHED,
      },
      ...NOT_MODIFIED,
    },
  }),
};
