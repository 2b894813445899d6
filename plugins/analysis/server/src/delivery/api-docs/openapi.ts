import { z } from 'zod';
import { CACHED, NOT_MODIFIED, operation } from '../../platform/openapi/operation';

const tag = 'This document';

export const openapiOperations = {
  document: operation({
    id: 'getOpenapi',
    method: 'GET',
    path: '/openapi.json',
    tag,
    summary: 'This document',
    by: 'reader',
    answers: {
      200: {
        description: 'OpenAPI 3.1.',
        content: { 'application/json': z.looseObject({ openapi: z.string() }) },
        headers: CACHED,
      },
      ...NOT_MODIFIED,
    },
  }),
  page: operation({
    id: 'getDocs',
    method: 'GET',
    path: '/docs',
    tag,
    summary: 'The same as a page',
    by: 'reader',
    answers: {
      200: { description: 'A page.', content: { 'text/html': z.string() }, headers: CACHED },
      ...NOT_MODIFIED,
    },
  }),
};
