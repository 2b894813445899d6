import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Nothing here may need a package: this is what brings them. */
const ROOT = path.resolve(import.meta.dirname, '../..');
const STAMP = path.join(ROOT, 'node_modules/.installed-lock');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');

const npm = (...args) =>
  spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  }).status === 0;

/** Runs the scripts that `native: false` leaves out, those of `allowScripts`; SQLite takes a minute. */
export const BUILD_NATIVE = ['npm', 'rebuild', 'better-sqlite3', 'esbuild', '@swc/core'];

const isComplete = () =>
  spawnSync('npm', ['ls', '--depth=0'], { cwd: ROOT, stdio: 'ignore' }).status === 0;

/**
 * Installs what the lock file lists, when it is not there yet or the list has changed.
 * @param {(message: string) => void} [say] told before anything is installed
 * @param {{ native?: boolean }} [options] with `native: false` packages are not compiled: the caller
 *   runs `BUILD_NATIVE` before something loads them
 * @returns {boolean} whether there was anything to do
 */
export function ensureInstalled(say = () => {}, { native = true } = {}) {
  const wanted = lockHash();
  const present = existsSync(path.join(ROOT, 'node_modules/@strapi/strapi/package.json'));
  if (present && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return false;
  // What a developer installed by hand counts when it is newer than the lock file's last change.
  if (present && !existsSync(STAMP) && isComplete()) {
    writeFileSync(STAMP, wanted);
    return false;
  }
  say('installing packages (a few minutes the first time)');
  // The lock file names no registry, so that npm asks for the address of each package, which its cache
  // knows. A cache that is too old to know a version fails, and is left out.
  const flags = native ? [] : ['--ignore-scripts'];
  if (!npm('ci', '--prefer-offline', ...flags) && !npm('ci', ...flags) && !npm('install')) {
    throw new Error('npm could not install the packages');
  }
  writeFileSync(STAMP, lockHash());
  return true;
}
