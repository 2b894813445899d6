import type { Route } from '../common/core-routes';
import { accepts } from '../common/http';

const ofArticle = '/articles/:documentId/comments';
const one = '/comments/:documentId';
const config = { middlewares: [accepts('application/json')] };

export const commentRoutes: Route[] = [
  { method: 'GET', path: ofArticle, handler: 'comment.find', config },
  { method: 'POST', path: ofArticle, handler: 'comment.create', config },
  { method: 'PATCH', path: one, handler: 'comment.update', config },
  { method: 'DELETE', path: one, handler: 'comment.delete', config },
  { method: 'POST', path: `${one}/reports`, handler: 'comment.report', config },
];
