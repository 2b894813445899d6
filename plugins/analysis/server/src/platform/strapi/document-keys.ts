import type { Core } from '@strapi/strapi';
import { isRecord } from '../../../../shared/is-record';
import { fromStrapi } from './from-strapi';
import { isOwnType } from './uids';

/** What rows are found by. */
const KEYS = ['id', 'documentId', 'locale'] as const;

/**
 * Drops a document's keys from what is to be written of it. Strapi 5.54 writes those that the body
 * of an update in the content manager holds: under another `documentId` a comment or a post would
 * lose its record, replies, reports and votes, or become a part of another one.
 */
export function keepDocumentKeys(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const { data } = fromStrapi<{ data?: unknown }>(context.params);
    if (isOwnType(context.uid) && isRecord(data)) for (const key of KEYS) delete data[key];
    return next();
  });
}
