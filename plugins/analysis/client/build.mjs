/** The client as a module for bundlers and Node; what it depends on stays outside. */
import { build } from 'esbuild';

const shared = {
  entryPoints: ['client/src/index.ts'],
  bundle: true,
  packages: 'external',
  target: 'es2022',
  logLevel: 'warning',
};
await build({ ...shared, format: 'esm', outfile: 'dist/client/index.mjs' });
await build({ ...shared, format: 'cjs', outfile: 'dist/client/index.js' });
