import type { Route } from '../common/core-routes';
import { accepts } from '../common/http';

const path = '/articles/:documentId/rating';
const config = { middlewares: [accepts('application/json')] };

export const ratingRoutes: Route[] = [
  { method: 'GET', path, handler: 'rating.find', config },
  { method: 'PUT', path, handler: 'rating.rate', config },
  { method: 'DELETE', path, handler: 'rating.withdraw', config },
];
