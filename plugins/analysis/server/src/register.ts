import type { Core } from '@strapi/strapi';
import { registerCustomFields } from './articles/custom-fields';
import { guardArticleDocuments } from './articles/document-middleware';
import { keepLinkedSummaries } from './articles/migrate-summaries';
import { followPublishing } from './articles/publish-intent';
import { cleanFields as cleanArticle } from './articles/rules';
import { cleanFields as cleanComment } from './comments/rules';
import { addInternalTables } from './common/internal-type';
import { refuseFiles } from './common/http';
import { keepDocumentKeys } from './common/document-keys';
import { refuseWrongShapes } from './common/document-shapes';
import { redactLog } from './common/log-redaction';
import { retryDocumentWrites } from './common/document-writes';
import { assertStrongSecrets } from './common/secrets';
import { UID } from './common/uids';
import { configOf } from './config';
import { internalTypes } from './content-types';
import { registerGraphql } from './graphql';
import { keepPageBytes } from './ingest/page-bytes';
import { cleanTopic } from './topics/rules';

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
  if (configOf(strapi).delivery.publicRuns) {
    const { promptHash, runId } = strapi.contentType(UID.article as never).attributes as Record<
      string,
      { private?: boolean }
    >;
    for (const attribute of [promptHash, runId]) if (attribute) attribute.private = false;
  }
  addInternalTables(strapi, internalTypes);
  // Before Strapi's own middlewares, of which one reads the body.
  strapi.server.use(refuseFiles(strapi));
  strapi.server.use(keepPageBytes(strapi));
  registerGraphql(strapi);
}
