import type { Route } from '../../platform/strapi/routes';

/** Types of a page as text. */
export const PAGE_TYPES = ['text/plain', 'text/markdown', 'text/html'] as const;

export const ingestRoutes: Route[] = [
  {
    method: 'PUT',
    path: '/posts',
    handler: 'ingest.put',
    takes: ['application/json', ...PAGE_TYPES],
  },
  {
    method: 'POST',
    path: '/posts/batch',
    handler: 'ingest.batch',
    takes: ['application/x-ndjson'],
  },
];
