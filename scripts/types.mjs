/** npm run types: the type checker over every part, each by its own settings, and the client's. */
import { spawnSync } from 'node:child_process';
import { ensureBuilt } from './lib/build.mjs';

// The application is typed against what the plugin publishes.
ensureBuilt('plugin');
const PROJECTS = [
  'tsconfig.json',
  'plugins/analysis/server/tsconfig.json',
  'plugins/analysis/host/tsconfig.json',
  'plugins/analysis/admin/tsconfig.json',
  'plugins/analysis/embed/tsconfig.json',
  'plugins/analysis/client/tsconfig.json',
  'tests/tsconfig.json',
  'scripts/tsconfig.json',
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
const { status } = spawnSync(process.execPath, ['scripts/openapi.mjs', '--check'], {
  stdio: 'inherit',
});
process.stdout.write(
  `${status === 0 ? 'ok' : 'FAILED'}  the client's types are those of the document\n`
);
process.exit(failed || status !== 0 ? 1 : 0);
