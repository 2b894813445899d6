import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { ResponseCache } from './api';

type Listener = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * `plugin::analysis.response-cache`: serves readers from the cache, before anything else runs. The
 * application puts it first of all in `config/middlewares.ts`; anywhere else it would cache
 * responses to which later middlewares still add headers.
 */
export function responseCacheMiddleware(
  strapi: Core.Strapi,
  responseCache: ResponseCache
): (ctx: Context, next: Next) => Promise<void> {
  // To make Koa's context takes longer than to answer, so a request that equals an earlier one does
  // not get that far.
  const { httpServer } = strapi.server;
  const listeners = httpServer.listeners('request') as Listener[];
  httpServer.removeAllListeners('request');
  httpServer.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (responseCache.answer(req, res)) return;
    for (const listener of listeners) listener.call(httpServer, req, res);
  });

  return (ctx, next) => responseCache.handle(ctx, next);
}
