/**
 * npm run privacy -- export ADDRESS [--out FILE]
 * npm run privacy -- erase ADDRESS [--yes]
 * What is kept of a person, through the same service as the admin's page.
 */
import { createWriteStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';

const USAGE = `npm run privacy -- export ADDRESS [--out FILE]
npm run privacy -- erase ADDRESS [--yes]

export writes what is kept under an e-mail address as JSON, to a new file that only you can read,
or to the terminal. erase takes it away, after asking; a ban in force on the address stays.

  --out FILE   where export writes; a file that is there already is left alone
  --yes        erase without asking
  --help       show this`;

const warn = (line) => process.stderr.write(`${line}\n`);

/** Says why, and ends before anything was started. */
function refuse(why) {
  warn(why);
  process.exit(1);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        yes: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return { ...values, action: positionals[0], address: positionals[1], more: positionals[2] };
  } catch (error) {
    return refuse(`${error.message}\n\n${USAGE}`);
  }
}

const { action, address, more, out, yes, help } = readArguments();
if (help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
const misused = action === 'export' ? yes : action === 'erase' ? out !== undefined : true;
if (misused || address === undefined || more !== undefined) refuse(USAGE);
const asks = action === 'erase' && !yes;
if (asks && !(process.stdin.isTTY && process.stderr.isTTY)) {
  refuse('There is no terminal to ask on: nothing is erased without --yes.');
}
if (out !== undefined && existsSync(out)) refuse(`${out} is there already.`);

ensureInstalled(warn);
const { openStrapi } = await import('./lib/strapi.mjs');
const strapi = await openStrapi({ say: (message) => warn(`${message}…`) });
const privacy = strapi.plugin('analysis').service('privacy');

const listed = (counts) =>
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');

async function describe() {
  const { data, meta } = await privacy.export({ email: address });
  const { email, comments: _page, ...parts } = data;
  const counts = Object.entries(parts).map(([what, list]) => [what, list.length]);
  return { email, counts: { comments: meta.total, ...Object.fromEntries(counts) } };
}

async function exportAll() {
  const { counts } = await describe();
  const target =
    out === undefined ? process.stdout : createWriteStream(out, { flags: 'wx', mode: 0o600 });
  await pipeline(Readable.from(privacy.file({ email: address })), target, {
    end: out !== undefined,
  });
  warn(`${listed(counts)}${out === undefined ? '' : ` → ${out}`}`);
}

async function confirmed() {
  const { email, counts } = await describe();
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  warn(`Kept under ${email}: ${listed(counts)}. This cannot be undone.`);
  const typed = await terminal.question('Type the address again to erase it: ');
  terminal.close();
  return typed.trim().toLowerCase() === email.toLowerCase();
}

async function eraseAll() {
  const erased = {};
  for (;;) {
    const part = await privacy.erase({ email: address });
    for (const [what, count] of Object.entries(part.erased)) {
      erased[what] = (erased[what] ?? 0) + count;
    }
    if (part.more) continue;
    warn(`Erased: ${listed(erased)}. Kept: ${listed(part.kept)}.`);
    return;
  }
}

let status = 0;
try {
  if (action === 'export') await exportAll();
  else if (!asks || (await confirmed())) await eraseAll();
  else {
    warn('That is not the address. Nothing is erased.');
    status = 1;
  }
} catch (error) {
  warn(error.message);
  status = 1;
}
await strapi.destroy();
process.exit(status);
