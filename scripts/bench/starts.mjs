/** What the plugin costs an application that does not use it: the time of a start, and memory. */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../lib/build.mjs';
import { median } from './median.mjs';
import { startServer, timeStart } from './servers.mjs';

/** Starts differ by a tenth among themselves, and a machine by more within a minute. */
const STARTS = 25;
const MEMORIES = 5;

/** A folder that `strapi start` takes for the application, built as `dist` is. */
function applicationFolder(at, dist) {
  mkdirSync(at);
  for (const file of ['package.json', 'tsconfig.json', 'favicon.png']) {
    cpSync(path.join(ROOT, file), path.join(at, file));
  }
  for (const name of ['node_modules', 'plugins', 'public', 'database', 'src']) {
    symlinkSync(path.join(ROOT, name), path.join(at, name));
  }
  symlinkSync(dist, path.join(at, 'dist'));
  return at;
}

/**
 * Measures with the plugin and without, one right after the other and each first in turn, so that
 * a machine that gets slower meanwhile slows both. The first of each makes its tables and is not
 * counted.
 * @returns what was measured, by side; the nth of each belong together
 */
async function inPairs(count, measure) {
  const seen = { on: [], off: [] };
  for (let round = 0; round <= count; round += 1) {
    for (const side of round % 2 === 0 ? ['on', 'off'] : ['off', 'on']) {
      const value = await measure(side, { last: round === count });
      if (round > 0) seen[side].push(value);
    }
  }
  return seen;
}

/** From the command that operators give until the server answers. */
async function startTime({ dists, folder, report }) {
  const cwd = {
    on: applicationFolder(path.join(folder, 'on'), dists.on),
    off: applicationFolder(path.join(folder, 'off'), dists.off),
  };
  const { on, off } = await inPairs(STARTS, (side) =>
    timeStart(cwd[side], path.join(folder, `start-${side}.db`))
  );
  report({
    what: 'start, plugin on against off',
    figures: `${Math.round(median(on))} ms against ${Math.round(median(off))} ms`,
    ratio: median(on.map((ms, pair) => ms / off[pair])),
    atMost: 1.15,
  });
}

async function residentMemory({ dists, folder, report }) {
  const kept = { on: null, off: null };
  const { on, off } = await inPairs(MEMORIES, async (side, { last }) => {
    const server = await startServer({ distDir: dists[side], folder, keep: kept[side] });
    const bytes = await server.ask('memory');
    kept[side] = await server.stop({ keep: !last });
    return bytes;
  });
  const megabytes = (median(on) - median(off)) / 1e6;
  report({
    what: 'resident memory, plugin on less off',
    figures: `${megabytes.toFixed(1)} MB (bar 25)`,
    ok: megabytes <= 25,
  });
}

export async function start({ appDir, bareDir, folder, report }) {
  const dists = { on: appDir, off: bareDir };
  await startTime({ dists, folder, report });
  await residentMemory({ dists, folder, report });
}
