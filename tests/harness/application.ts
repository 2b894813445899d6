import type { Core } from '@strapi/strapi';
import { databaseClient, type DatabaseClient } from '../helpers/database';
import { makeDatabase, type TestDatabase } from './database';
import { configure, listen, loadStrapi, quiet, SECRETS, type Heard } from './strapi';

export interface StartOptions {
  /** Values put over the plugin's configuration, by path. */
  config?: Record<string, unknown>;
  /** What the environment says besides. */
  env?: Record<string, string>;
  /** Starts on a database without tables, as a new installation does. */
  firstStart?: boolean;
}

/** An application that a test file uses. */
export interface Application {
  strapi: Core.Strapi;
  /** Loads the same database again, as a restart does. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const inEnvironment = (...parts: (Record<string, string> | undefined)[]): void => {
  Object.assign(process.env, SECRETS, ...parts);
};

/** Starts Strapi on a database of its own. */
export async function startOwn(options: StartOptions, heard: Heard): Promise<Application> {
  await closeShared();
  const database = await makeDatabase({ empty: options.firstStart ?? false });
  inEnvironment(database.env, options.env);
  const load = () => loadStrapi(options.config ?? {}, () => heard);
  const own: Application = {
    strapi: await load().catch(async (error: unknown) => {
      await database.drop();
      throw error;
    }),
    async restart() {
      await quiet(own.strapi);
      await own.strapi.destroy();
      own.strapi = await load();
    },
    async stop() {
      await quiet(own.strapi);
      await own.strapi.destroy();
      await database.drop();
    },
  };
  return own;
}

/**
 * The application that the test files of a worker use one after the other. Strapi keeps its admin's
 * permissions in the process, so that there can only be one at a time: it ends where a file starts one
 * of its own or asks for another database. `sequencer.cjs` puts files in an order in which that is
 * seldom.
 */
interface Shared {
  client: DatabaseClient;
  strapi: Core.Strapi;
  database: TestDatabase;
  /** As the start left them. */
  began: { log: Pick<Core.Strapi['log'], 'error' | 'warn'>; config: unknown; koa: object };
  /** The file that uses it, and what it hears; the last one's until the next. */
  file: string;
  heard: Heard;
  inUse: boolean;
  /** Takes off what the file subscribed to. */
  unsubscribe: (() => void)[];
}

let shared: Shared | null = null;
const CONFIG = 'plugin::analysis';

async function startShared(client: DatabaseClient, heard: Heard): Promise<Shared> {
  const database = await makeDatabase({ empty: false });
  inEnvironment(database.env);
  const state = { inUse: false, file: '', unsubscribe: [] };
  const made = { client, database, heard, ...state } as unknown as Shared;
  made.strapi = await loadStrapi({}, () => made.heard);
  const { log, config, server } = made.strapi;
  const { proxy, maxIpsCount } = server.app;
  made.began = {
    log: { error: log.error, warn: log.warn },
    config: structuredClone(config.get(CONFIG)),
    koa: { proxy, maxIpsCount },
  };
  const { on } = made.strapi.eventHub;
  made.strapi.eventHub.on = (name, listener) => {
    const off = on(name, listener);
    made.unsubscribe.push(off);
    return off;
  };
  return made;
}

/** What the plugin keeps in memory of the database and of its callers. */
async function dropKept({ strapi }: Shared): Promise<void> {
  const { postCache, limits } = strapi.plugin('analysis').services as unknown as {
    postCache: { dropAll(): Promise<void>; close(): Promise<void> };
    limits: { close(): Promise<void> };
  };
  await postCache.dropAll();
  await postCache.close();
  await limits.close();
}

async function stopListening({ strapi }: Shared): Promise<void> {
  const { httpServer } = strapi.server;
  if (!httpServer.listening) return;
  const closed = new Promise((resolve) => httpServer.close(resolve));
  httpServer.closeAllConnections();
  await closed;
}

/** Puts everything back to where the start left it. */
async function release(made: Shared): Promise<void> {
  const { strapi, database, began } = made;
  await quiet(strapi);
  await stopListening(made);
  for (const off of made.unsubscribe.splice(0)) off();
  const runner = strapi.get('webhookRunner');
  for (const webhook of await strapi.get('webhookStore').findWebhooks()) runner.remove(webhook);
  Object.assign(strapi.log, began.log);
  Object.assign(strapi.server.app, began.koa);
  strapi.config.set(CONFIG, structuredClone(began.config));
  await dropKept(made);
  const knex = strapi.db.connection;
  await knex.destroy();
  await database.reset();
  knex.initialize();
  made.inUse = false;
}

/**
 * Hands out the worker's application: started when first asked for, and put back to how its start
 * left it when the file stops it: contents of the database, the plugin's configuration and caches,
 * listeners, the log.
 * @param file the test file that asks; it may have it once at a time
 */
export async function borrow(
  { config = {} }: Pick<StartOptions, 'config'>,
  heard: Heard,
  file: string
): Promise<Application> {
  const client = databaseClient();
  if (shared?.client !== client) await closeShared();
  const made = (shared ??= await startShared(client, heard));
  if (made.inUse && made.file === file) throw new Error('this file has the shared application');
  // A file before this one failed in a way that kept it from giving it back.
  if (made.inUse) await release(made);
  Object.assign(made, { heard, file, inUse: true });
  inEnvironment(made.database.env);
  configure(made.strapi, config);
  listen(made.strapi, made.began.log, heard);
  return {
    strapi: made.strapi,
    restart: () => Promise.reject(new Error('a shared application is not started again')),
    stop: () => release(made),
  };
}

/** Ends the shared application of this process, where there is one, and drops its database. */
export async function closeShared(): Promise<void> {
  if (shared === null) return;
  const { strapi, database } = shared;
  shared = null;
  await quiet(strapi);
  await strapi.destroy();
  await database.drop();
}

/** Makes the template from which databases are copied: what a first start leaves. */
export async function makeTemplate(): Promise<void> {
  const database = await makeDatabase({ empty: true });
  inEnvironment(database.env);
  try {
    const heard: Heard = { errors: [], warnings: [], undocumented: [] };
    const strapi = await loadStrapi({}, () => heard);
    await quiet(strapi);
    await strapi.destroy();
    if (heard.errors.length > 0) throw new Error(heard.errors.join('\n'));
    await database.keep();
  } finally {
    await database.drop();
  }
}
