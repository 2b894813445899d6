import type { Core } from '@strapi/strapi';
import type * as Reader from '../reader';
import type { ReaderContext } from '../reader/http';

let loaded: Promise<typeof Reader> | undefined;

/** The pages and their templates, which come with the first request and not with Strapi's start. */
const pages = () => (loaded ??= import('../reader'));

/** Serves the reader's pages and leaves every other address to Strapi. */
const reader =
  (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler =>
  async (ctx, next) => {
    const { answer } = await pages();
    if (!(await answer(strapi, ctx as unknown as ReaderContext))) await next();
  };

export default reader;
