import { errors } from '@strapi/utils';

/** Where summaries are written, for whoever tries to write one by itself. */
export const WHERE_TO_WRITE =
  'Summaries are written with their article: set `summaries` of the article, a list of ' +
  '{ language, text } (PUT /api/analysis/articles/:documentId, PUT /api/analysis/posts, ' +
  'or the article’s form)';

/** @throws ValidationError (400) that says where to write, for every direct write */
export function refuseSummaryWrite(): never {
  throw new errors.ValidationError(WHERE_TO_WRITE);
}
