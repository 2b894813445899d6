import type { Core } from '@strapi/strapi';

/**
 * Gives an empty body to who sent none, or one of a type that nothing reads: Strapi's routes of
 * accounts and administrators take it apart unlooked at, and answer 500 where it is undefined.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }): Core.MiddlewareHandler => {
  const graphql = strapi.config.get<string | undefined>('plugin::graphql.endpoint');
  return async (ctx, next) => {
    // Read after this, by a parser that takes a body that is there for its own.
    if (ctx.path !== graphql) ctx.request.body ??= {};
    await next();
  };
};
