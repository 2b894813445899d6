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

export default {
  register,
  bootstrap,
  destroy,
  config,
  contentTypes,
  controllers,
  routes,
  middlewares: {
    'post-cache': (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
      responseCacheMiddleware(strapi, roomsOf(strapi).postCache),
  },
  services,
};
