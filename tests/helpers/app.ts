import type { Core } from '@strapi/strapi';
import supertest from 'supertest';
import type { Application, StartOptions } from '../harness/application';

/** A real Strapi on a database that nobody else uses. */
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
  /** Ends the file's use of it. */
  stop(): Promise<void>;
}

/** One that was started for the file. */
export interface OwnApp extends TestApp {
  /** Loads the same database again, as a restart does. */
  restart(): Promise<void>;
}

declare global {
  /** Node's own, which jest's registry knows nothing of: see `harness/environment.cjs`. */
  function loadByNode(module: string): unknown;
}

const harness = loadByNode('./application.ts') as typeof import('../harness/application');
export const { quiet } = loadByNode('./strapi.ts') as typeof import('../harness/strapi');

type Heard = Pick<TestApp, 'errors' | 'warnings' | 'undocumented'>;

const nothingYet = (): Heard => ({ errors: [], warnings: [], undocumented: [] });

async function listen({ server: { httpServer } }: Core.Strapi): Promise<string> {
  if (!httpServer.listening) {
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  }
  const address = httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

function testApp(application: Application, heard: Heard): OwnApp {
  return {
    ...heard,
    get strapi() {
      return application.strapi;
    },
    http: () => supertest(application.strapi.server.httpServer),
    listen: () => listen(application.strapi),
    restart: () => application.restart(),
    async stop() {
      await application.stop();
      const wrong = [...new Set(heard.undocumented)];
      if (wrong.length > 0) {
        throw new Error(`Not as the OpenAPI document says:\n${wrong.slice(0, 20).join('\n')}`);
      }
    },
  };
}

/**
 * The worker's application, which test files use one after the other. It begins like one that was
 * just started for the first time: `stop` puts back its database, configuration, caches and listeners.
 * For files that start nothing again and need no environment of their own.
 * @param options.config values put over the plugin's configuration, by path; not those that are read
 *   at start alone (`access.strategies`, `delivery.publicRuns`)
 */
export async function sharedApp(options: Pick<StartOptions, 'config'> = {}): Promise<TestApp> {
  const heard = nothingYet();
  const file = expect.getState().testPath ?? '';
  return testApp(await harness.borrow(options, heard, file), heard);
}

/**
 * Starts an application of the file's own, on a copy of the database that a first start leaves.
 * @param options.config values put over the plugin's configuration before its bootstrap, by path
 * @param options.env what the environment says besides
 * @param options.firstStart on a database without tables
 */
export async function startApp(options: StartOptions = {}): Promise<OwnApp> {
  const heard = nothingYet();
  return testApp(await harness.startOwn(options, heard), heard);
}
