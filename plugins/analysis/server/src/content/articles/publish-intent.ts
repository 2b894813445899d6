import { AsyncLocalStorage } from 'node:async_hooks';
import { fromStrapi } from '../../platform/strapi/from-strapi';
import type { Core } from '@strapi/strapi';
import { UID } from '../../platform/strapi/uids';

const publishing = new AsyncLocalStorage<true>();

/**
 * Remembers while a document's write runs that it is to be published. Strapi writes the draft
 * first and the published row after it, so that a caller would be told of what the draft lacks for
 * publishing only once the draft's own faults are mended. Belongs to `register`.
 */
export function followPublishing(strapi: Core.Strapi): void {
  strapi.documents.use((context, next) => {
    const { uid, action, params } = context;
    const { status } = fromStrapi<{ status?: unknown }>(params);
    const publishes = action === 'publish' || status === 'published';
    return uid === UID.article && publishes && WRITES.has(action)
      ? publishing.run<ReturnType<typeof next>>(true, next)
      : next();
  });
}

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'publish']);

interface RequestContext {
  params: { model?: string };
  state: { route?: { handler?: unknown; info?: { pluginName?: string } } };
}

/**
 * The admin's Publish saves the form as a draft and publishes that, two writes in one request; the
 * first knows nothing of the second.
 */
function isPublishRequest(strapi: Core.Strapi): boolean {
  const ctx = strapi.requestContext.get();
  const { params, state } = fromStrapi<Partial<RequestContext>>(ctx ?? {});
  return (
    state?.route?.info?.pluginName === 'content-manager' &&
    state.route.handler === 'collection-types.publish' &&
    params?.model === UID.article
  );
}

/** Whether the article that is being written now is to be published by the same act. */
export const isPublishing = (strapi: Core.Strapi): boolean =>
  publishing.getStore() === true || isPublishRequest(strapi);
