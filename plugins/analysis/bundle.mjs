/**
 * node bundle.mjs NAME ENTRY: bundles a part of the package into `dist/NAME` as a module for
 * bundlers and Node; what it depends on stays outside.
 */
import { build } from 'esbuild';

const [name, entry] = process.argv.slice(2);
const shared = {
  entryPoints: [entry],
  bundle: true,
  packages: 'external',
  target: 'es2022',
  logLevel: 'warning',
};
await build({ ...shared, format: 'esm', outfile: `dist/${name}/index.mjs` });
await build({ ...shared, format: 'cjs', outfile: `dist/${name}/index.js` });
