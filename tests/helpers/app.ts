import path from 'node:path';
import type { Core } from '@strapi/strapi';
import supertest from 'supertest';
import { watchContract } from './contract';
import { makeDatabase, ROOT } from './database';

/** A real Strapi on a database of its own. */
export interface TestApp {
  strapi: Core.Strapi;
  /** A supertest agent on the server; no port is opened. */
  http(): ReturnType<typeof supertest>;
  /** Lines that Strapi logged as errors; a 500 shows here with its cause. */
  errors: string[];
  /** Lines that Strapi logged as warnings. */
  warnings: string[];
  /** Answers that are not as the OpenAPI document says; `stop` throws when there are any. */
  undocumented: string[];
  /** Opens a port on loopback and returns the address, for browsers. */
  listen(): Promise<string>;
  /** Loads the same database again, as a restart does. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const SECRETS = {
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

declare global {
  /** Node's own, which jest's registry knows nothing of: see `strapi-environment.cjs`. */
  function loadByNode(module: string): unknown;
}

async function load(
  config: Record<string, unknown>,
  { errors, undocumented, warnings }: Pick<TestApp, 'errors' | 'undocumented' | 'warnings'>
): Promise<Core.Strapi> {
  const { createStrapi } = loadByNode('@strapi/strapi') as typeof import('@strapi/strapi');
  const strapi = createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') });
  for (const transport of strapi.log.transports) transport.silent = true;
  const { error, warn } = strapi.log;
  strapi.log.warn = ((...args: unknown[]) => {
    warnings.push(args.map(String).join(' '));
    return (warn as (...all: unknown[]) => unknown).apply(strapi.log, args);
  }) as typeof warn;
  strapi.log.error = ((...args: unknown[]) => {
    // A body that the parser refuses is logged as an error, but is the client's.
    if (args.some((each) => Number((each as { status?: number } | null)?.status) < 500)) return;
    errors.push(args.map((each) => (each instanceof Error ? each.stack : String(each))).join(' '));
    return (error as (...all: unknown[]) => unknown).apply(strapi.log, args);
  }) as typeof error;
  await strapi.register();
  // Strapi counts sign-ins in the process, which the files of a worker share.
  strapi.config.set('admin.rateLimit', { enabled: false });
  for (const [key, value] of Object.entries({ ...UNBOUND, ...config })) {
    strapi.config.set(`plugin::analysis.${key}`, value);
  }
  await strapi.bootstrap();
  strapi.isLoaded = true;
  strapi.server.mount();
  watchContract(strapi, undocumented);
  return strapi;
}

/** What its own tests try: elsewhere one text, from one network, is posted again and again. */
const UNBOUND = {
  'comments.triage': false,
  'comments.perNetwork': { minute: 0, hour: 0 },
  'comments.reports.perNetwork': 0,
  'ratings.votesPerNetwork': 0,
};

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

/**
 * Starts Strapi on a fresh database of the kind under test.
 * @param options.config values put over the plugin's configuration, by path
 * @param options.env what the environment says besides
 */
export async function startApp(
  options: { config?: Record<string, unknown>; env?: Record<string, string> } = {}
): Promise<TestApp> {
  const database = await makeDatabase();
  Object.assign(process.env, SECRETS, database.env, options.env);
  process.chdir(ROOT);
  const heard = {
    errors: [] as string[],
    undocumented: [] as string[],
    warnings: [] as string[],
  };
  const app: TestApp = {
    strapi: await load(options.config ?? {}, heard),
    ...heard,
    http: () => supertest(app.strapi.server.httpServer),
    async listen() {
      const { httpServer } = app.strapi.server;
      if (!httpServer.listening) {
        await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
      }
      const address = httpServer.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      return `http://127.0.0.1:${address.port}`;
    },
    async restart() {
      await quiet(app.strapi);
      await app.strapi.destroy();
      app.strapi = await load(options.config ?? {}, heard);
    },
    async stop() {
      await quiet(app.strapi);
      await app.strapi.destroy();
      await database.drop();
      const wrong = [...new Set(app.undocumented)];
      if (wrong.length > 0) {
        throw new Error(`Not as the OpenAPI document says:\n${wrong.slice(0, 20).join('\n')}`);
      }
    },
  };
  return app;
}
