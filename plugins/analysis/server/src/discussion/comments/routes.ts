import { JSON_ONLY, type Route } from '../../platform/strapi/routes';

const ofArticle = '/articles/:documentId/comments';
const one = '/comments/:documentId';
const takes = JSON_ONLY;

export const commentRoutes: Route[] = [
  { method: 'GET', path: ofArticle, handler: 'comment.find', takes },
  { method: 'POST', path: ofArticle, handler: 'comment.create', takes },
  { method: 'PATCH', path: one, handler: 'comment.update', takes },
  { method: 'DELETE', path: one, handler: 'comment.delete', takes },
  { method: 'POST', path: `${one}/reports`, handler: 'comment.report', takes },
];
