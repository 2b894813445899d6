/** npm run types: the type checker over every part, each by its own settings. */
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './lib/build.mjs';

// The application is typed against what the plugin publishes.
ensureBuilt('plugin');
const PROJECTS = [
  'tsconfig.json',
  'plugins/analysis/server/tsconfig.json',
  'plugins/analysis/admin/tsconfig.json',
  'plugins/analysis/embed/tsconfig.json',
  'tests/tsconfig.json',
];
let failed = false;
for (const project of PROJECTS) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project],
    { stdio: 'inherit' }
  );
  process.stdout.write(`${status === 0 ? 'ok' : 'FAILED'}  ${project}\n`);
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
