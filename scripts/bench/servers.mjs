/** Starts and stops the servers that the bench measures; all on loopback. */
import { fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createServer, get } from 'node:http';
import path from 'node:path';
import { rmSync } from 'node:fs';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { ROOT } from '../lib/build.mjs';

/** A start that takes longer has failed. */
const START_MS = 120_000;

const running = new Set();

/** Ends what a failure has left running. */
export function stopAll() {
  for (const child of running) child.kill('SIGKILL');
}

/** Keeps a child in mind until it ends. @returns a promise of its exit code */
function follow(child) {
  running.add(child);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
}

const SERVER = path.join(import.meta.dirname, 'server.mjs');

async function onServer(client, sql) {
  const host = process.env.DATABASE_HOST ?? '127.0.0.1';
  const password = process.env.DATABASE_PASSWORD ?? '';
  const port = Number(process.env.DATABASE_PORT ?? (client === 'postgres' ? 5432 : 3306));
  const user = process.env.DATABASE_USERNAME ?? (client === 'postgres' ? 'postgres' : 'root');
  if (client === 'postgres') {
    const connection = new pg.Client({ host, port, user, password, database: 'postgres' });
    await connection.connect();
    await connection.query(sql).finally(() => connection.end());
  } else {
    const connection = await mysql.createConnection({ host, port, user, password });
    await connection.query(sql).finally(() => connection.end());
  }
}

/** A database of its own for one server, and how to drop it. */
async function database(client, folder) {
  const name = `analysis_bench_${randomBytes(4).toString('hex')}`;
  if (client === 'sqlite') {
    const filename = path.join(folder, `${name}.db`);
    const drop = () => {
      for (const suffix of ['', '-wal', '-shm']) rmSync(filename + suffix, { force: true });
    };
    return { env: { DATABASE_FILENAME: filename }, drop };
  }
  await onServer(
    client,
    `CREATE DATABASE ${name}${client === 'mysql' ? ' CHARACTER SET utf8mb4' : ''}`
  );
  const force = client === 'postgres' ? ' WITH (FORCE)' : '';
  return {
    env: { DATABASE_NAME: name },
    drop: () => onServer(client, `DROP DATABASE ${name}${force}`),
  };
}

const environment = (client) => ({
  ...process.env,
  DATABASE_CLIENT: client,
  STRAPI_TELEMETRY_DISABLED: 'true',
  NODE_ENV: 'production',
  REDIS_URL: '',
});

/**
 * Starts a Strapi in a process of its own.
 * @returns its address, `ask(command, parameters)` and `stop()`
 */
export async function startServer({ distDir, folder, client = 'sqlite', env = {}, keep = null }) {
  const { env: where, drop } = keep ?? (await database(client, folder));
  const child = fork(SERVER, [JSON.stringify({ distDir })], {
    env: { ...environment(client), ...where, ...env },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = follow(child);
  const calls = new Map();
  let next = 0;
  const ready = await new Promise((resolve, reject) => {
    void ended.then((code) => reject(new Error(`the server ended with ${code}`)));
    setTimeout(() => reject(new Error('the server does not start')), START_MS).unref();
    child.on('message', (message) => {
      if (message.ready) return resolve(message);
      const { call, result, error } = message;
      calls
        .get(call)
        [error === undefined ? 'resolve' : 'reject'](
          error === undefined ? result : new Error(error)
        );
      return calls.delete(call);
    });
  });
  const ask = (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      next += 1;
      calls.set(next, { resolve, reject });
      child.send({ call: next, command, ...parameters });
    });
  return {
    url: `http://127.0.0.1:${ready.ready}`,
    pid: child.pid,
    ask,
    /** @param keep leaves the database, for the next server */
    async stop({ keep: leave = false } = {}) {
      await ask('stop');
      await ended;
      if (leave) return { env: where, drop };
      await drop();
      return null;
    },
  };
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const isHealthy = (port) =>
  new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/_health' }, (response) => {
      response.resume();
      resolve(response.statusCode === 204);
    }).once('error', () => resolve(false));
  });

/** How often a server that starts is asked whether it has. */
const ASK_MS = 10;

/**
 * Runs `strapi start` in an application's folder, and stops it once it answers.
 * @param filename of its SQLite database
 * @returns milliseconds from the start of the process to its first answer
 */
export async function timeStart(cwd, filename) {
  const port = await freePort();
  const env = { ...environment('sqlite'), DATABASE_FILENAME: filename, HOST: '127.0.0.1' };
  const command = path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js');
  const started = performance.now();
  const child = spawn(process.execPath, [command, 'start'], {
    cwd,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = follow(child);
  while (!(await isHealthy(port))) {
    if (performance.now() - started > START_MS) throw new Error(`strapi start hangs in ${cwd}`);
    if (!running.has(child)) throw new Error(`strapi start ended with ${await ended} in ${cwd}`);
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
  const ms = performance.now() - started;
  child.kill('SIGTERM');
  await ended;
  return ms;
}

/** A node server that does nothing but send so many bytes. */
export async function startBare(bytes) {
  const body = Buffer.alloc(bytes, 'x');
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
