import { z } from 'zod';
import { batchLine, ingestInput, ingestResponse } from '../../../../shared/contracts/ingest';
import { json, jsonData, operation } from '../../platform/openapi/operation';

const tag = 'Ingest';
const force = () =>
  z
    .union([z.boolean(), z.enum(['', '0', '1'])])
    .optional()
    .describe('Also over what a person edited since; `?force` alone says so too.');

export const ingestOperations = {
  put: operation({
    id: 'ingestPost',
    method: 'PUT',
    path: '/posts',
    tag,
    summary: 'Deliver one generated post',
    description: 'Idempotent by the original story’s address. Always makes or changes a draft.',
    by: 'token',
    query: { force: force() },
    body: {
      ...jsonData(ingestInput),
      'text/plain': z
        .string()
        .describe('The page that a post is pasted as. Other charsets are decoded as declared.'),
      'text/markdown': z.string().describe('The same, and its tags are no HTML.'),
      'text/html': z.string().describe('The same as HTML, which becomes Markdown.'),
    },
    answers: {
      200: { description: 'Updated, or unchanged.', content: json(ingestResponse) },
      201: { description: 'Created.', content: json(ingestResponse) },
    },
    refusals: [409],
  }),
  batch: operation({
    id: 'ingestPosts',
    method: 'POST',
    path: '/posts/batch',
    tag,
    summary: 'Deliver many posts, one a line',
    description: 'Both ways JSON lines, streaming: one post a line, one result a line.',
    by: 'token',
    query: { force: force() },
    body: { 'application/x-ndjson': ingestInput },
    answers: {
      200: {
        description: 'One result a line, in the order of the request.',
        content: { 'application/x-ndjson': batchLine },
      },
    },
  }),
};
