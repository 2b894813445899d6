import type { Core } from '@strapi/strapi';
import { pages } from '../pages';

/** Serves the reader's pages and leaves every other address to Strapi. */
const reader =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const { answer } = await pages();
    if (!(await answer(strapi, ctx))) await next();
  };

export default reader;
