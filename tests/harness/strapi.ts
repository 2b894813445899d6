import path from 'node:path';
import { createStrapi, type Core } from '@strapi/strapi';
import { ROOT } from '../helpers/database';
import { watchContract } from './contract';

/** What an application said while a test file used it. */
export interface Heard {
  errors: string[];
  warnings: string[];
  /** Answers that are not as the OpenAPI document says. */
  undocumented: string[];
}

export const SECRETS = {
  NODE_ENV: 'test',
  APP_KEYS: 'first-test-key-of-32-characters-and-more,second-test-key-of-32-characters-and-more',
  ADMIN_JWT_SECRET: 'test-admin-secret-of-32-characters-and-more',
  API_TOKEN_SALT: 'test-token-salt-of-32-characters-and-more',
  TRANSFER_TOKEN_SALT: 'test-transfer-salt-of-32-characters-and-more',
  ENCRYPTION_KEY: '0123456789abcdef0123456789abcdef',
  JWT_SECRET: 'test-jwt-secret-of-32-characters-and-more',
  ANALYSIS_SECRETS: 'test-analysis-secret-of-32-characters-and-more',
  STRAPI_TELEMETRY_DISABLED: 'true',
  // What another file of the same worker set, or a developer, is not for this one.
  SMTP_HOST: '',
  PUBLIC_URL: '',
  REDIS_URL: '',
  TRIAGE_URL: '',
  AKISMET_KEY: '',
  PUBLIC_RUNS: 'false',
};

/** What its own tests try: elsewhere one text, from one network, is posted again and again. */
const UNBOUND = {
  'comments.triage': false,
  'comments.perNetwork': { minute: 0, hour: 0 },
  'comments.reports.perNetwork': 0,
  'ratings.votesPerNetwork': 0,
};

/** Puts values over the plugin's configuration, by path. */
export function configure(strapi: Core.Strapi, values: Record<string, unknown>): void {
  for (const [key, value] of Object.entries({ ...UNBOUND, ...values })) {
    strapi.config.set(`plugin::analysis.${key}`, value);
  }
}

/** Collects what is logged from now on. `log` is what the logger began with. */
export function listen(
  strapi: Core.Strapi,
  log: Pick<Core.Strapi['log'], 'error' | 'warn'>,
  { errors, warnings }: Heard
): void {
  strapi.log.warn = ((...args: unknown[]) => {
    warnings.push(args.map(String).join(' '));
    return (log.warn as (...all: unknown[]) => unknown).apply(strapi.log, args);
  }) as typeof log.warn;
  strapi.log.error = ((...args: unknown[]) => {
    // A body that the parser refuses is logged as an error, but is the client's.
    if (args.some((each) => Number((each as { status?: number } | null)?.status) < 500)) return;
    errors.push(args.map((each) => (each instanceof Error ? each.stack : String(each))).join(' '));
    return (log.error as (...all: unknown[]) => unknown).apply(strapi.log, args);
  }) as typeof log.error;
}

/**
 * Loads Strapi on what the environment says, without a port.
 * @param config values put over the plugin's configuration before its bootstrap
 * @param heard tells where to collect what is said; asked anew for each answer
 */
export async function loadStrapi(
  config: Record<string, unknown>,
  heard: () => Heard
): Promise<Core.Strapi> {
  process.chdir(ROOT);
  const strapi = createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') });
  for (const transport of strapi.log.transports) transport.silent = true;
  listen(strapi, { error: strapi.log.error, warn: strapi.log.warn }, heard());
  await strapi.register();
  // Strapi counts sign-ins in the process, which the files of a worker share.
  strapi.config.set('admin.rateLimit', { enabled: false });
  configure(strapi, config);
  await strapi.bootstrap();
  strapi.isLoaded = true;
  strapi.server.mount();
  watchContract(strapi, (problem) => heard().undocumented.push(problem));
  return strapi;
}

interface Pool {
  numUsed(): number;
  numPendingAcquires(): number;
}

/**
 * Waits until nothing is at the database any more. Strapi reads a document again for its events
 * after the answer is out: that would be counted with what comes next, and a pool that is closed
 * under that read would fail whatever test file happens to be running.
 */
export async function quiet(strapi: Core.Strapi): Promise<void> {
  const { pool } = strapi.db.connection.client as { pool: Pool };
  for (let idle = 0; idle < 6;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    idle = pool.numUsed() + pool.numPendingAcquires() === 0 ? idle + 1 : 0;
  }
}
