import type { Route } from '../common/core-routes';
import { accepts } from '../common/http';

export const ingestRoutes: Route[] = [
  {
    method: 'PUT',
    path: '/posts',
    handler: 'ingest.put',
    config: { middlewares: [accepts('application/json', 'text/plain')] },
  },
  {
    method: 'POST',
    path: '/posts/batch',
    handler: 'ingest.batch',
    config: { middlewares: [accepts('application/x-ndjson')] },
  },
];
