/**
 * npm run openapi [-- --check]: the client's types, from the OpenAPI document that the plugin's
 * sources make. With --check it writes nothing and fails when they are not what is committed.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import openapiTS, { astToString } from 'openapi-typescript';
import { ROOT } from './lib/build.mjs';

const TARGET = path.join(ROOT, 'plugins/analysis/client/src/generated/schema.ts');
const HEAD = `/** Made by \`npm run openapi\` from the OpenAPI document; not to be changed by hand. */\n`;

/** Compiles what makes the document, without a Strapi around it, and runs it. */
async function document() {
  const file = path.join(ROOT, `plugins/analysis/dist/.openapi-${process.pid}.mjs`);
  try {
    await build({
      stdin: {
        contents: `
          import { buildDocument } from './server/src/platform/openapi/document';
          import { operations } from './server/src/openapi';
          export const made = buildDocument(operations(), { version: '', url: '/api/analysis' });`,
        resolveDir: path.join(ROOT, 'plugins/analysis'),
        loader: 'ts',
      },
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      outfile: file,
    });
    return (await import(pathToFileURL(file))).made;
  } finally {
    rmSync(file, { force: true });
  }
}

const types = HEAD + astToString(await openapiTS(await document(), { alphabetize: true }));
const same = existsSync(TARGET) && readFileSync(TARGET, 'utf8') === types;
if (!process.argv.includes('--check')) {
  if (!same) writeFileSync(TARGET, types);
  process.stdout.write(`${path.relative(ROOT, TARGET)} ${same ? 'is as it was' : 'written'}\n`);
} else if (!same) {
  process.stderr.write('The client’s types are stale: run npm run openapi and commit them.\n');
  process.exit(1);
}
