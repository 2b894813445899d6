/**
 * Builds `dist/embed/embed.mjs`, the one script of the elements, and fails when it has grown over
 * its bound or would leave something behind on the page.
 */
import { build, transform } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const HERE = import.meta.dirname;
const OUT = path.join(HERE, '../dist/embed');
const TARGET = ['chrome111', 'firefox115', 'safari16.4'];
/** Bytes, gzipped. */
const BOUND = 25_000;

/** Style sheets become text of as few characters as it takes. */
const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const source = readFileSync(file, 'utf8');
      const { code } = await transform(source, { loader: 'css', minify: true, target: TARGET });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/**
 * Lit notes its versions on `globalThis`, to warn of a second copy, and keeps there what decorators
 * say, of which we use none: pages are spared all of it.
 */
const TRACES = [
  [/\(\s*[\w.]+Versions\s*\?\?=\s*\[\]\s*\)\.push\("[^"]*"\)/g, 'void 0'],
  [
    /Symbol\.metadata\s*\?\?=\s*Symbol\("metadata"\)\s*,\s*\w+\.litPropertyMetadata\s*\?\?=\s*new WeakMap;/g,
    'const litPropertyMetadata=new WeakMap;',
  ],
];
const noTraces = {
  name: 'no-traces',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/](lit|lit-[a-z]+|@lit)[\\/].+\.js$/ }, ({ path: file }) => ({
      contents: TRACES.reduce(
        (text, [trace, instead]) => text.replace(trace, instead),
        readFileSync(file, 'utf8')
      ),
      loader: 'js',
    }));
  },
};

/** White space between a template's tags says nothing that the styles do not say. */
const templates = {
  name: 'templates',
  setup({ onLoad }) {
    onLoad({ filter: /embed[\\/]src[\\/].+\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8').replace(/\n\s+/g, '\n '),
      loader: 'ts',
    }));
  },
};

const { outputFiles } = await build({
  entryPoints: [path.join(HERE, 'src/index.ts')],
  bundle: true,
  format: 'iife',
  define: { 'import.meta.url': 'scriptUrl' },
  minify: true,
  target: TARGET,
  legalComments: 'none',
  plugins: [styles, noTraces, templates],
  write: false,
});
// On a server there is nothing to define. And nothing that goes wrong while the elements are set up
// (a page that forbids Lit's Trusted Types policy, an old browser) becomes an error of the page's.
const script =
  '/* strapi-plugin-analysis, MIT; contains Lit, (c) Google LLC, BSD-3-Clause */\n' +
  'const scriptUrl=import.meta.url;' +
  `if(typeof customElements<"u")try{${outputFiles[0].text.trim()}}catch{}\nexport{}\n`;
const left = script.match(/\w+Versions|\w+\.litPropertyMetadata|Symbol\.metadata\?\?=/);
if (left) throw new Error(`The script would leave ${left[0]} on the page`);

const size = gzipSync(script, { level: 9 }).length;
process.stdout.write(`embed: ${size} bytes gzipped of at most ${BOUND}\n`);
if (size > BOUND) process.exit(1);

mkdirSync(OUT, { recursive: true });
writeFileSync(path.join(OUT, 'embed.mjs'), script);
const types = spawnSync('tsc', ['-p', path.join(HERE, 'tsconfig.build.json')], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (types.status !== 0) process.exit(types.status ?? 1);
// TypeScript looks for the types of a script beside it, under its name.
renameSync(path.join(OUT, 'types.d.ts'), path.join(OUT, 'embed.d.mts'));
