import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { services } from '../../common/services';

type Listener = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * `plugin::analysis.post-cache`: answers readers from what is kept, before anything else runs. The
 * application puts it first of all in `config/middlewares.ts`; anywhere else it would keep answers
 * to which later middlewares still add headers.
 */
export const postCacheMiddleware = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const ours = services(strapi);

  // To make Koa's context takes longer than to answer, so what was asked before in the same words
  // does not get so far.
  const { httpServer } = strapi.server;
  const listeners = httpServer.listeners('request') as Listener[];
  httpServer.removeAllListeners('request');
  httpServer.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (ours.postCache.answer(req, res)) return;
    for (const listener of listeners) listener.call(httpServer, req, res);
  });

  return (ctx: Context, next: Next): Promise<void> => ours.postCache.handle(ctx, next);
};
