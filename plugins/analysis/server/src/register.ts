import type { Core } from '@strapi/strapi';
import { cleanFields as cleanArticle } from './articles/rules';
import { cleanFields as cleanComment } from './comments/rules';
import { addInternalTables } from './common/internal-type';
import { refuseWrongShapes } from './common/document-shapes';
import { retryDocumentWrites } from './common/document-writes';
import { UID } from './common/uids';
import { internalTypes } from './content-types';
import { registerGraphql } from './graphql';
import { cleanFields as cleanSummary } from './summaries/rules';
import { cleanTopic } from './topics/rules';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  retryDocumentWrites(strapi);
  refuseWrongShapes(strapi, {
    [UID.article]: (data) => cleanArticle(data, new Date()).faults,
    [UID.summary]: (data) => cleanSummary(data).faults,
    [UID.topic]: (data) => cleanTopic(data).faults,
    [UID.comment]: (data) => cleanComment(data).faults,
  });
  addInternalTables(strapi, internalTypes);
  registerGraphql(strapi);
}
