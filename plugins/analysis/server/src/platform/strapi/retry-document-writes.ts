import { AsyncLocalStorage } from 'node:async_hooks';
import { defined } from '../../../../shared/defined';
import { fromStrapi } from './from-strapi';
import type { Core } from '@strapi/strapi';
import { retryTransient } from '../database/connection';
import { isOwnType } from './uids';

/** Actions of the document service that write. */
const WRITES: ReadonlySet<string> = new Set([
  'create',
  'update',
  'delete',
  'clone',
  'publish',
  'unpublish',
  'discardDraft',
]);

type Write = (params: object) => Promise<unknown>;

/**
 * Strapi opens the transaction of a document's write and does not try it again when the database
 * ended it for a deadlock, so that an editor or a client would see a 500 for what a second try
 * cures. Called in `register`, to stand before the middlewares of others: those run once a try.
 */
export function retryDocumentWrites(strapi: Core.Strapi): void {
  const retrying = new AsyncLocalStorage<true>();
  strapi.documents.use((context, next) => {
    const { uid, action, params } = context;
    if (!isOwnType(uid) || !WRITES.has(action) || retrying.getStore()) return next();
    // Not `next` again: it would go on behind the middlewares that the first try went through.
    const documents = fromStrapi<Record<string, Write>>(strapi.documents(uid));
    const write = defined(documents[action]);
    return fromStrapi<ReturnType<typeof next>>(
      retrying.run(true, () => retryTransient(strapi, () => write({ ...params })))
    );
  });
}
