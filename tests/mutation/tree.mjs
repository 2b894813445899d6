import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

const PLUGIN = 'plugins/analysis';
const SERVER = `${PLUGIN}/dist/server`;
/** Where the server's modules are compiled to, one file each. */
export const MODULES = `${SERVER}/modules`;

/** Links what is installed; the plugin itself is the copy's own. */
function linkPackages(from, to) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name === 'strapi-plugin-analysis') symlinkSync(`../${PLUGIN}`, path.join(to, name));
    else symlinkSync(path.join(from, name), path.join(to, name));
  }
}

/** Files of the working copy that git knows, or would. */
function filesOf(root) {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return stdout.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
}

/**
 * Makes a copy of the application to change: outside of the repository, where jest would find
 * every package twice. Builds are taken over where they are fresh, else made there.
 * @param {string} root the repository
 * @returns {Promise<string>} the copy's root
 */
export async function makeTree(root) {
  const tree = path.join(os.tmpdir(), 'analysis-mutants', path.basename(root));
  rmSync(tree, { recursive: true, force: true });
  for (const file of filesOf(root)) {
    if (statSync(path.join(root, file)).isDirectory()) continue;
    cpSync(path.join(root, file), path.join(tree, file));
  }
  linkPackages(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
  const own = `${PLUGIN}/node_modules`;
  if (existsSync(path.join(root, own))) symlinkSync(path.join(root, own), path.join(tree, own));
  for (const made of ['dist', `${PLUGIN}/dist`, '.tmp/builds', '.env']) {
    if (!existsSync(path.join(root, made))) continue;
    cpSync(path.join(root, made), path.join(tree, made), { recursive: true });
  }
  const { ensureBuilt } = await import(path.join(tree, 'scripts/lib/build.mjs'));
  ensureBuilt('plugin');
  ensureBuilt('app');
  await compile(tree);
  // What modules import besides.
  cpSync(path.join(tree, PLUGIN, 'package.json'), path.join(tree, MODULES, 'package.json'));
  writeEntries(tree);
  return tree;
}

function* sourcesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesBelow(file);
    else if (/\.ts$/.test(file) && !/(\.test|\.d)\.ts$/.test(file)) yield file;
  }
}

/** Where a source file, from the root, is compiled to in a copy. */
export const compiledTo = (tree) => (file) =>
  path.join(tree, MODULES, path.relative(PLUGIN, file).replace(/\.ts$/, '.js'));

/**
 * Compiles sources of the server, each to a module of its own, so that a change of one is there in
 * milliseconds.
 * @param {string} tree
 * @param {string[]} [files] from its root; all of them unless given
 */
export async function compile(tree, files) {
  const entries = files
    ? files.map((file) => path.join(tree, file))
    : ['server/src', 'shared'].flatMap((part) => [...sourcesBelow(path.join(tree, PLUGIN, part))]);
  const server = path.join(tree, SERVER);
  const { outputFiles } = await build({
    entryPoints: entries,
    outbase: path.join(tree, PLUGIN),
    outdir: path.join(tree, MODULES),
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    sourcemap: 'linked',
    write: false,
    logLevel: 'error',
    // As in the bundle, whose files are all in one folder.
    define: { 'import.meta.url': '__moduleUrl', __dirname: '__moduleFolder' },
    banner: {
      js: `const __moduleFolder = ${JSON.stringify(server)}, __moduleUrl = ${JSON.stringify(`file://${server}/index.js`)};`,
    },
  });
  for (const { path: to, text } of outputFiles) {
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, to.endsWith('.js') ? completed(text, path.dirname(to)) : text);
  }
}

/** Node wants the whole name of a file in `import()`. */
const completed = (text, folder) =>
  text.replace(/import\("(\.[^"]*)"\)/g, (_all, name) => {
    const isFolder =
      existsSync(path.join(folder, name)) && !existsSync(path.join(folder, `${name}.js`));
    return `import("${name}${isFolder ? '/index' : ''}.js")`;
  });

/** What hosts load leads to the modules. */
function writeEntries(tree) {
  const { exports } = JSON.parse(readFileSync(path.join(tree, PLUGIN, 'package.json'), 'utf8'));
  for (const { source, require: product } of Object.values(exports)) {
    if (!product?.startsWith('./dist/server/') || !source) continue;
    const to = path.join(tree, PLUGIN, product);
    const from = compiledTo(tree)(path.join(PLUGIN, source));
    writeFileSync(to, `module.exports = require(${JSON.stringify(from)});\n`);
  }
}
