import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { ResponseCache } from './api';
import { missingForShortcut, responseCacheMiddleware } from './middleware';

const REQUEST = { url: '/cached' } as IncomingMessage;
const RESPONSE = {} as ServerResponse;

/** A server whose application and cache say what they were asked. */
function serving({ listens }: { listens: boolean }) {
  const asked: string[] = [];
  const httpServer = createServer();
  if (listens) httpServer.on('request', ({ url }) => asked.push(`application ${url}`));
  const cache = {
    answer({ url }: IncomingMessage) {
      asked.push(`cache ${url}`);
      return url === '/cached';
    },
    handle: async () => {
      asked.push('cache by Koa');
    },
  } as unknown as ResponseCache;
  const missing = missingForShortcut(httpServer);
  const middleware = responseCacheMiddleware(
    { server: { httpServer } } as unknown as Core.Strapi,
    cache
  );
  return { asked, httpServer, middleware, missing };
}

test('the cache is asked before the application, which gets the rest', () => {
  const { asked, httpServer, missing } = serving({ listens: true });
  expect(missing).toEqual([]);
  httpServer.emit('request', REQUEST, RESPONSE);
  httpServer.emit('request', { url: '/other' }, RESPONSE);
  expect(asked).toEqual(['cache /cached', 'cache /other', 'application /other']);
});

test('without a listener to stand before, the cache is asked by Koa alone', async () => {
  const { asked, httpServer, middleware, missing } = serving({ listens: false });
  expect(missing).toHaveLength(1);
  expect(missingForShortcut(undefined)).toEqual(missing);
  httpServer.emit('request', REQUEST, RESPONSE);
  await middleware({} as never, async () => undefined);
  expect(asked).toEqual(['cache by Koa']);
});
