import type { Core } from '@strapi/strapi';
import { isRecord } from '../../../../shared/is-record';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import { UID } from '../../platform/strapi/uids';
import { withoutRelation } from '../../platform/strapi/former-relation';
import { assertNoSummaryQuery } from './query';

/**
 * What holds for articles whichever way Strapi's document service is called. Belongs to `register`.
 * - A query by the summaries is refused; to populate them is ignored, as they come anyway.
 * - A copy has neither the address nor the source of what it was copied from: both are one
 *   article's alone, and a copy with them would be refused.
 */
export function guardArticleDocuments(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    if (context.uid !== UID.article) return next();
    const params = fromStrapi<Record<string, unknown>>(context.params);
    assertNoSummaryQuery(params);
    if ('populate' in params) params.populate = withoutRelation(params.populate, 'summaries');
    if (context.action === 'clone') {
      const data = isRecord(params.data) ? params.data : {};
      params.data = { ...data, slug: data.slug ?? null, originalLink: data.originalLink ?? null };
    }
    return next();
  });
}
