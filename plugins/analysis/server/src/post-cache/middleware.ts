import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Services } from '../common/services';

type Listener = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * `plugin::analysis.post-cache`: answers readers from what is kept, before anything else runs. The
 * application puts it first of all in `config/middlewares.ts`; anywhere else it would keep answers
 * to which later middlewares still add headers.
 */
export const postCacheMiddleware = (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  let found: Services['postCache'] | undefined;
  // Looked up once: this runs before everything, tens of thousands of times a second.
  const cache = () =>
    (found ??= strapi.plugin('analysis').service('postCache') as Services['postCache']);

  // To make Koa's context takes longer than to answer, so what was asked before in the same words
  // does not get so far.
  const { httpServer } = strapi.server;
  const listeners = httpServer.listeners('request') as Listener[];
  httpServer.removeAllListeners('request');
  httpServer.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (cache().answer(req, res)) return;
    for (const listener of listeners) listener.call(httpServer, req, res);
  });

  return (ctx: Context, next: Next): Promise<void> => cache().handle(ctx, next);
};
