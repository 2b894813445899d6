import type { Core } from '@strapi/strapi';

const reader = (): Core.MiddlewareHandler => async (_ctx, next) => {
  await next();
};

export default reader;
