/**
 * A second instance of the application on the database and Redis of the environment. Says
 * `listening PORT` once it takes requests, and ends with its parent's end of input. Lines of input
 * are answered: `held` with the milliseconds for which its event loop was held at most since it was
 * asked last, `memory` with the bytes that are held after a collection.
 */
import { createHistogram } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { openStrapi } from '../../scripts/lib/strapi.mjs';

const strapi = await openStrapi();
strapi.server.mount();
const { httpServer } = strapi.server;
await new Promise((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
process.stdout.write(`listening ${httpServer.address().port}\n`);
/**
 * How long the event loop was held between two turns of a timer, in microseconds: the time that went
 * by, or the processor's where that is less, as other processes of a busy machine hold up both.
 */
const held = createHistogram();
let last = { at: performance.now(), used: process.cpuUsage() };
const measure = () => {
  const at = performance.now();
  const { user, system } = process.cpuUsage(last.used);
  held.record(Math.max(1, Math.round(Math.min((at - last.at) * 1e3, user + system))));
  last = { at, used: process.cpuUsage() };
};
setInterval(measure, 1);
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));
const answers = {
  async held() {
    // What held the loop is recorded by the timer that comes late.
    await soon();
    const longest = held.max / 1e3;
    held.reset();
    return longest;
  },
  memory() {
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },
};
const input = createInterface({ input: process.stdin });
input.on('line', async (what) => process.stdout.write(`${what} ${await answers[what]()}\n`));
input.once('close', async () => {
  httpServer.closeAllConnections();
  await strapi.destroy();
  process.exit(0);
});
