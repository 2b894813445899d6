import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { ResponseCache } from './api';

type Listener = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * @param httpServer Strapi's own
 * @returns what is missing of it for requests to be answered before Koa sees them
 */
export function missingForShortcut(httpServer: Server | undefined): string[] {
  return (httpServer?.listenerCount('request') ?? 0) > 0
    ? []
    : ['strapi.server.httpServer with a listener of requests'];
}

/**
 * `plugin::analysis.response-cache`: serves readers from the cache, before anything else runs. The
 * application puts it first of all in `config/middlewares.ts`; anywhere else it would cache
 * responses to which later middlewares still add headers.
 */
export function responseCacheMiddleware(
  strapi: Core.Strapi,
  responseCache: ResponseCache
): (ctx: Context, next: Next) => Promise<void> {
  const { httpServer } = strapi.server;
  if (missingForShortcut(httpServer).length === 0) answerBeforeKoa(httpServer, responseCache);
  return (ctx, next) => responseCache.handle(ctx, next);
}

/**
 * To make Koa's context takes longer than to answer, so a request that equals an earlier one does
 * not get that far.
 */
function answerBeforeKoa(httpServer: Server, responseCache: Pick<ResponseCache, 'answer'>): void {
  const listeners = httpServer.listeners('request') as Listener[];
  httpServer.removeAllListeners('request');
  httpServer.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (responseCache.answer(req, res)) return;
    for (const listener of listeners) listener.call(httpServer, req, res);
  });
}
