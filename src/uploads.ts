import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { refuseBody } from 'strapi-plugin-analysis/server';

/** Where Strapi's upload plugin takes files, in the admin and over the API. */
const TAKES_FILES = ['POST /', 'POST /files', 'POST /files/:id/replace'];

const MAY_UPLOAD = ['plugin::upload.assets.create', 'plugin::upload.assets.update'];

interface Route {
  method: string;
  path: string;
  config?: { middlewares?: unknown[] };
}

interface Ability {
  can(action: string): boolean;
}

/** With what Strapi adds to Koa's: answers in its envelope of an error. */
type StrapiContext = Context & Record<'forbidden' | 'unsupportedMediaType', (why: string) => void>;

/**
 * Koa middleware for a route that takes files: reads a multipart body into a folder of its own,
 * which is gone when the request is over, however it ends. It runs after Strapi's authentication,
 * policies and permissions, so that no byte of a stranger's file is stored.
 */
export function takeFiles(strapi: Core.Strapi) {
  const maxFileSize = strapi.config.get<number>('plugin::upload.sizeLimit');
  return async (ctx: StrapiContext, next: Next): Promise<void> => {
    // Strapi types `ctx.state` as anything.
    const ability = ctx.state.userAbility as Ability | undefined;
    if (ability && !MAY_UPLOAD.some((action) => ability.can(action))) {
      return ctx.forbidden('You may not upload files');
    }
    if (!ctx.is('multipart/*')) {
      await next();
      return;
    }
    const uploadDir = await mkdtemp(path.join(tmpdir(), 'analysis-upload-'));
    // Strapi types its middlewares as one handler; this one is a factory of them.
    const body = strapi.middleware('strapi::body') as unknown as (
      config: object,
      context: { strapi: Core.Strapi }
    ) => (ctx: Context, next: Next) => Promise<void>;
    const read = body(
      { multipart: true, formidable: { uploadDir, maxFileSize }, onError: refuseBody },
      { strapi }
    );
    try {
      await read(ctx, next);
    } finally {
      await rm(uploadDir, { recursive: true, force: true });
    }
  };
}

/** `takeFiles`, as Strapi finds it. */
const TAKE_FILES = 'global::take-files';

/** Puts `takeFiles` on the routes of Strapi's upload plugin; before Strapi registers them. */
export function takeFilesOnUploadRoutes(strapi: Core.Strapi): void {
  // Strapi types a plugin's routes as a list or records of anything.
  const routers = Object.values(strapi.plugin('upload').routes) as unknown as { routes: Route[] }[];
  for (const { routes } of routers) {
    for (const route of routes) {
      if (!TAKES_FILES.includes(`${route.method} ${route.path}`)) continue;
      const { middlewares = [] } = route.config ?? {};
      // A Strapi that starts again in the process finds the routes as they were left; a body that is
      // read twice is waited for without end.
      if (middlewares.includes(TAKE_FILES)) continue;
      route.config = { ...route.config, middlewares: [TAKE_FILES, ...middlewares] };
    }
  }
}

/** Below these the upload plugin answers, and says itself who may. */
const UPLOAD_PATHS = /^(?:\/api)?\/upload(?:\/|$)/;

/** Koa middleware: answers 415 to a multipart body at any other address, before it is read. */
export const refuseFilesElsewhere = (ctx: StrapiContext, next: Next): Promise<void> | void =>
  ctx.is('multipart/*') && !UPLOAD_PATHS.test(ctx.path)
    ? ctx.unsupportedMediaType('files are not taken here')
    : next();
