import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { version } from '../../../../package.json';
import { matchesEtag } from '../../platform/http/etag';
import { assertKnownQuery, type HttpContext } from '../../platform/http/request';
import { postOperations } from './openapi';

/** Beside the server's own bundle; see `embed/build.mjs`. */
const FILE = '../embed/embed.mjs';

const HOUR_S = 3_600;
const DAY_S = 24 * HOUR_S;
const YEAR_S = 365 * DAY_S;

/** The script in every form that a browser takes it in. */
interface Script {
  tag: string;
  bodies: Record<'br' | 'gzip' | 'identity', Buffer>;
}

async function load(): Promise<Script> {
  const identity = await readFile(path.resolve(__dirname, FILE));
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(identity),
    promisify(gzip)(identity, { level: 9 }),
  ]);
  const tag = createHash('sha256').update(identity).digest('base64url').slice(0, 27);
  return { tag, bodies: { br, gzip: gzipped, identity } };
}

/**
 * REST: the script of the custom elements, for pages of any origin. It is read and compressed once.
 * With `?v=` and this version's number it never changes; without, or with another, it is asked for
 * again after an hour.
 */
export const embedController = () => {
  let script: Promise<Script> | null = null;

  return {
    async find(ctx: HttpContext) {
      assertKnownQuery(ctx.query, postOperations.embed.queryNames);
      script ??= load();
      const { tag, bodies } = await script;
      const encoding =
        (['br', 'gzip'] as const).find((each) => ctx.acceptsEncodings(each)) ?? 'identity';
      ctx.status = 200;
      ctx.set(
        'Cache-Control',
        ctx.query.v === version
          ? `public, max-age=${YEAR_S}, immutable`
          : `public, max-age=${HOUR_S}, stale-while-revalidate=${DAY_S}`
      );
      // Pages that isolate themselves (COEP) may load it too, as `strapi::cors` lets all others.
      ctx.set('Cross-Origin-Resource-Policy', 'cross-origin');
      ctx.set('X-Content-Type-Options', 'nosniff');
      ctx.vary('Accept-Encoding');
      const own = `"${tag}-${encoding}"`;
      ctx.set('ETag', own);
      if (matchesEtag(ctx.get('if-none-match'), own)) {
        ctx.status = 304;
        return;
      }
      if (encoding !== 'identity') ctx.set('Content-Encoding', encoding);
      ctx.type = 'text/javascript; charset=utf-8';
      ctx.body = bodies[encoding];
    },
  };
};
