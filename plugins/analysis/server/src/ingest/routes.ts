import type { Route } from '../common/core-routes';

export const ingestRoutes: Route[] = [
  {
    method: 'PUT',
    path: '/posts',
    handler: 'ingest.put',
    takes: ['application/json', 'text/plain'],
  },
  {
    method: 'POST',
    path: '/posts/batch',
    handler: 'ingest.batch',
    takes: ['application/x-ndjson'],
  },
];
