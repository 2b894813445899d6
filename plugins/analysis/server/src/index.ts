import type { Core } from '@strapi/strapi';
import { bootstrap } from './bootstrap';
import { config } from './config';
import { contentTypes } from './content-types';
import { controllers } from './controllers';
import { destroy } from './destroy';
import { responseCacheMiddleware } from './delivery/response-cache/middleware';
import { register } from './register';
import { roomsOf } from './registry';
import { routes } from './routes';
import { services } from './services';

const responseCache = (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  responseCacheMiddleware(strapi, roomsOf(strapi).postCache);

export default {
  register,
  bootstrap,
  destroy,
  config,
  contentTypes,
  controllers,
  routes,
  middlewares: {
    'response-cache': responseCache,
    // Its former name, for one version more.
    'post-cache': responseCache,
  },
  services,
};
