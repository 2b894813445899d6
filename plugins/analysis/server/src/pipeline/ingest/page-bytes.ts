import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { declaredCharset, isUtf8 } from '../../platform/text/charset';

/** The most that a page may hold, in bytes: as much as any other body. */
const MAX_BYTES = 1_048_576;

/**
 * Keeps pages in other charsets from Strapi's body parser, which reads every text as UTF-8 whatever
 * it declares: the parser leaves a type alone that it does not know. `guard` puts the type back,
 * and the controller reads the bytes.
 */
export function keepPageBytes(strapi: Core.Strapi): (ctx: Context, next: Next) => Promise<void> {
  const path = `${strapi.config.get<string>('api.rest.prefix', '/api')}/analysis/posts`;
  return (ctx, next) => {
    if (ctx.method === 'PUT' && ctx.path.replace(/\/$/, '') === path && ctx.is('text/*')) {
      const type = ctx.get('content-type');
      if (!isUtf8(declaredCharset(type))) {
        ctx.state.contentType = type;
        ctx.req.headers['content-type'] = 'application/octet-stream';
      }
    }
    return next();
  };
}

/**
 * The bytes of a body that `keepPageBytes` kept.
 * @throws PayloadTooLargeError (413)
 */
export async function readBytes(ctx: Context): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const body: AsyncIterable<Buffer> = ctx.req;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new errors.PayloadTooLargeError('request entity too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
