import type { Core } from '@strapi/strapi';
import { registerCustomFields } from './content/articles/custom-fields';
import { guardArticleDocuments } from './content/articles/document-middleware';
import { keepLinkedSummaries } from './content/articles/migrate-summaries';
import { publishRuns } from './content/articles/public-runs';
import { followPublishing } from './content/articles/publish-intent';
import { cleanFields as cleanArticle } from './content/articles/rules';
import { cleanFields as cleanComment } from './discussion/comments/rules';
import { refuseFiles } from './platform/http/request';
import { keepDocumentKeys } from './platform/strapi/document-keys';
import { refuseWrongShapes } from './platform/strapi/document-validation';
import { redactLog } from './platform/security/log-redaction';
import { retryDocumentWrites } from './platform/strapi/retry-document-writes';
import { assertStrongSecrets } from './platform/security/secrets';
import { roomsOf } from './registry';
import { UID } from './platform/strapi/uids';
import { registerGraphql } from './graphql';
import { keepPageBytes } from './pipeline/ingest/page-bytes';
import { cleanTopic } from './content/topics/rules';
import { subscribeHooks } from './platform/strapi/lifecycles';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  redactLog(strapi);
  assertStrongSecrets(strapi);
  registerCustomFields(strapi);
  retryDocumentWrites(strapi);
  keepDocumentKeys(strapi);
  followPublishing(strapi);
  guardArticleDocuments(strapi);
  keepLinkedSummaries(strapi);
  refuseWrongShapes(strapi, {
    [UID.article]: (data) => cleanArticle(data, new Date()).faults,
    [UID.topic]: (data) => cleanTopic(data).faults,
    [UID.comment]: (data) => cleanComment(data).faults,
  });
  publishRuns(strapi);
  const { articles, comments, ratings, summaries, topics } = roomsOf(strapi);
  subscribeHooks(strapi, [UID.article], articles.hooks);
  subscribeHooks(strapi, [UID.summary], summaries.hooks);
  subscribeHooks(strapi, [UID.topic], topics.hooks);
  subscribeHooks(strapi, [UID.rating], ratings.hooks);
  subscribeHooks(strapi, [UID.comment], comments.hooks);
  // Before Strapi's own middlewares, of which one reads the body.
  strapi.server.use(refuseFiles(strapi));
  strapi.server.use(keepPageBytes(strapi));
  registerGraphql(strapi);
}
