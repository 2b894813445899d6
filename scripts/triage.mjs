/**
 * npm run triage: measures the default triage policy on the labelled comments in tests/corpus.
 * Exit status 1 when it takes too little spam for spam, or too much else. Starts no server.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const BUNDLE = path.join(ROOT, '.tmp/triage-evaluate.cjs');

const { values } = parseArgs({ options: { missed: { type: 'boolean' } } });
ensureInstalled((message) => process.stderr.write(`${message}…\n`));
const { build } = await import('esbuild');
await build({
  stdin: {
    contents: "export * from './evaluate'; export { defaultPolicy } from './policy';",
    resolveDir: path.join(ROOT, 'plugins/analysis/server/src/discussion/triage'),
    loader: 'ts',
  },
  outfile: BUNDLE,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
});
const { BARS, defaultPolicy, evaluate } = (await import(pathToFileURL(BUNDLE).href)).default;

const comments = JSON.parse(readFileSync(path.join(ROOT, 'tests/corpus/comments.json'), 'utf8'));
const { phases, all, heldOut } = await evaluate(comments, defaultPolicy());

const say = (line) => process.stdout.write(`${line}\n`);
const percent = (share) => `${(share * 100).toFixed(1)} %`;
const row = (cells) => say(cells.map((cell) => String(cell).padStart(12)).join(''));

say('Each phase alone: comments that it did not let pass');
row(['phase', 'spam', 'ham', 'precision', 'recall']);
for (const { phase, spam, ham, precision, recall } of phases) {
  row([phase, spam, ham, precision === null ? '–' : percent(precision), percent(recall)]);
}

say('\nThe whole chain');
row(['', 'all', 'held out']);
const line = (name, of) => row([name, of(all), of(heldOut)]);
line('ham', ({ ham }) => ham);
line('spam', ({ spam }) => spam);
line('spam: spam', ({ spamAsSpam }) => percent(spamAsSpam));
line('or held', ({ spamAsSpam, spamHeld }) => percent(spamAsSpam + spamHeld));
line('ham: spam', ({ hamAsSpam }) => percent(hamAsSpam));
line('ham: held', ({ hamHeld }) => percent(hamHeld));

if (values.missed) {
  say('\nOtherwise than labelled');
  for (const { id, label, status, phases: by } of all.missed) {
    say(`${id}: ${label}, ${status}${by.length > 0 ? ` by ${by.join(', ')}` : ''}`);
  }
}
const passed = all.spamAsSpam >= BARS.spamAsSpam && all.hamAsSpam <= BARS.hamAsSpam;
if (!passed) {
  say(`\nBelow the bar: ${percent(BARS.spamAsSpam)} of spam, ${percent(BARS.hamAsSpam)} of ham`);
}
process.exit(passed ? 0 : 1);
