import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureBuilt, ROOT } from './build.mjs';
import { ensureEnv, loadEnv } from './env.mjs';

const require = createRequire(path.join(ROOT, 'package.json'));

/**
 * Loads Strapi without opening a port, building what is stale first.
 * @param {object} [options]
 * @param {boolean} [options.quiet] keep Strapi's own log lines back
 * @param {boolean} [options.admin] serve the admin, once it listens
 * @param {(message: string) => void} [options.say] told what takes time
 */
export async function openStrapi({ quiet = true, admin = false, say = () => {} } = {}) {
  process.chdir(ROOT);
  ensureEnv();
  loadEnv();
  process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
  ensureBuilt('plugin', say);
  ensureBuilt('app', say);
  if (admin) ensureBuilt('admin', say);
  const { createStrapi } = require('@strapi/strapi');
  const strapi = createStrapi({
    appDir: ROOT,
    distDir: path.join(ROOT, 'dist'),
    serveAdminPanel: admin,
    autoReload: false,
  });
  if (quiet) for (const transport of strapi.log.transports) transport.silent = true;
  return strapi.load();
}
