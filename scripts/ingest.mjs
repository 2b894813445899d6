/**
 * npm run ingest -- [--force] [--charset NAME] FILES…
 * Stores generated posts through the same service as PUT /api/analysis/posts.
 */
import { parseArgs, styleText } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';

const USAGE = `npm run ingest -- [--force] [--charset NAME] FILES…

FILES are .json (a post or a list of posts), .ndjson (one post a line), or .txt, .md and .html
(a page as text). They are read as UTF-8, or as their byte order mark says. Every post becomes a draft; one that is there already is updated, unless a
person has edited it since.

  --charset NAME   the encoding of files without a byte order mark, such as windows-1252
  --force          overwrite what a person edited
  --help           show this

Exit status 1 when any post failed.`;

const say = (line) => process.stdout.write(`${line}\n`);
const warn = (line) => process.stderr.write(`${line}\n`);

let values;
let positionals;
try {
  ({ values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      force: { type: 'boolean' },
      charset: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }));
} catch (error) {
  warn(`${error.message}\n\n${USAGE}`);
  process.exit(1);
}
if (values.help || positionals.length === 0) {
  (values.help ? say : warn)(USAGE);
  process.exit(values.help ? 0 : 1);
}

ensureInstalled(warn);
const { default: progress } = await import('cli-progress');
const { openStrapi } = await import('./lib/strapi.mjs');
const { readPosts } = await import('./lib/posts.mjs');

const strapi = await openStrapi({ say: (message) => warn(`${message}…`) });
const ingest = strapi.plugin('analysis').service('ingest');

const charset = values.charset?.toLowerCase() ?? null;
const decode = (bytes) => {
  try {
    return ingest.decode(bytes, charset);
  } catch (error) {
    const hint = charset === null ? '; name its encoding with --charset' : ' (--charset)';
    throw new Error(`${error.message}${hint}`, { cause: error });
  }
};

const rows = [];
const posts = [];
for (const file of positionals) {
  try {
    posts.push(...readPosts(file, decode));
  } catch (error) {
    rows.push({ name: file, outcome: 'failed', detail: error.message });
  }
}

const bar = new progress.SingleBar(
  { format: '{bar} {value}/{total} {name}', clearOnComplete: true, stream: process.stderr },
  progress.Presets.shades_classic
);
if (process.stderr.isTTY) bar.start(posts.length, 0, { name: '' });
for (const { name, post } of posts) {
  bar.increment(0, { name });
  try {
    const result = await ingest.ingest(post, { force: values.force === true });
    rows.push({ name, ...result, detail: '' });
  } catch (error) {
    rows.push({ name, outcome: 'failed', detail: error.message });
  }
  bar.increment(1, { name });
}
bar.stop();
await strapi.destroy();

const width = Math.min(50, Math.max(4, ...rows.map(({ name }) => name.length)));
const colour = { created: 'green', updated: 'cyan', unchanged: 'gray', failed: 'red' };
for (const { name, outcome, slug, detail, warnings = [] } of rows) {
  const label = outcome.padEnd(9);
  say(
    `${name.padEnd(width)}  ${process.stdout.isTTY ? styleText(colour[outcome], label) : label}  ${slug ?? detail}`
  );
  for (const { path, message, text } of warnings) {
    say(`${' '.repeat(width)}  ${path.join('.')}: ${message}`);
    for (const line of text?.split('\n') ?? []) say(`${' '.repeat(width)}    ${line}`);
  }
}
const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
const failed = count('failed');
say(
  `\n${['created', 'updated', 'unchanged', 'failed'].map((each) => `${count(each)} ${each}`).join(', ')}`
);
process.exit(failed > 0 ? 1 : 0);
