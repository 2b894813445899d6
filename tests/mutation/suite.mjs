import { spawn } from 'node:child_process';
import path from 'node:path';
import { MODULES } from './tree.mjs';

/** Runs jest in the copy, and ends it and all that it started after a time. */
export function runJest(tree, args, { seconds, environment = {} }) {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['node_modules/jest/bin/jest.js', '-c', 'tests/mutation/jest.config.cjs', ...args],
      {
        cwd: tree,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, MUTATION_TREE: tree, ...environment },
      }
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part) => (output = (output + part).slice(-200_000)));
    }
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1_000);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, timedOut, output });
    });
  });
}

/** What the environment that counts coverage is told. */
export const counting = (tree, folder) => ({
  MUTATION_MODULES: path.join(tree, MODULES),
  MUTATION_COVERAGE: folder,
});

/** The first test that failed, for the report. */
export const firstFailure = (output) =>
  /●\s+(.+)/.exec(output)?.[1]?.trim() ?? /error TS|SyntaxError.*/.exec(output)?.[0] ?? '';
