import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const IGNORED = new Set(['node_modules', 'dist', 'build', '.tmp', '.strapi']);

/** What each build is made of and what it makes. */
const BUILDS = {
  plugin: {
    sources: ['plugins/analysis'],
    product: 'plugins/analysis/dist/server/index.js',
    also: ['plugins/analysis/dist/embed/embed.mjs'],
    command: ['npm', ['run', 'build', '--workspace', 'plugins/analysis', '--silent']],
  },
  app: {
    sources: ['src', 'config', 'tsconfig.json'],
    product: 'dist/config/server.js',
    command: ['npx', ['tsc', '-p', 'tsconfig.json']],
  },
  admin: {
    sources: [
      'plugins/analysis/admin',
      'plugins/analysis/shared',
      'src/admin',
      'package-lock.json',
    ],
    product: 'dist/build/index.html',
    command: ['npx', ['strapi', 'build', '--silent']],
  },
};

function* filesOf(entry) {
  if (!existsSync(entry)) return;
  if (!statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(entry).sort()) {
    if (!IGNORED.has(name)) yield* filesOf(path.join(entry, name));
  }
}

function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(path.join(ROOT, source))) {
      hash.update(path.relative(ROOT, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * Runs one of the builds when its sources changed since it last ran.
 * @param {'plugin' | 'app' | 'admin'} name
 * @param {(message: string) => void} [say] told what is being built
 * @returns {boolean} whether there was anything to do
 */
export function ensureBuilt(name, say = () => {}) {
  const { sources, product, also = [], command } = BUILDS[name];
  const stampFile = path.join(ROOT, '.tmp/builds', name);
  const now = fingerprint(sources);
  const fresh =
    [product, ...also].every((each) => existsSync(path.join(ROOT, each))) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === now;
  if (fresh) return false;
  say(`building the ${name}`);
  const [program, args] = command;
  const run = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', env: process.env });
  if (run.status !== 0) {
    throw new Error(`Building the ${name} failed:\n${run.stdout ?? ''}${run.stderr ?? ''}`);
  }
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, now);
  return true;
}
