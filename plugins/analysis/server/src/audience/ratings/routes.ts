import { JSON_ONLY, type Route } from '../../platform/strapi/routes';

const path = '/articles/:documentId/rating';
const takes = JSON_ONLY;

export const ratingRoutes: Route[] = [
  { method: 'GET', path, handler: 'rating.find', takes },
  { method: 'PUT', path, handler: 'rating.rate', takes },
  { method: 'DELETE', path, handler: 'rating.withdraw', takes },
];
