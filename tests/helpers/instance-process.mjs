/**
 * A second instance of the application on the database and Redis of the environment. Says
 * `listening PORT` once it takes requests, answers each line of input with `held MS`, the longest
 * time for which its event loop was held since the last, and ends with its parent's end of input.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openStrapi } from '../../scripts/lib/strapi.mjs';

const strapi = await openStrapi();
strapi.server.mount();
const { httpServer } = strapi.server;
await new Promise((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
process.stdout.write(`listening ${httpServer.address().port}\n`);
const held = monitorEventLoopDelay({ resolution: 1 });
held.enable();
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));
process.stdin.on('data', async () => {
  // A delay is recorded by the timer that comes late, and only from the second timer on.
  await soon();
  const { max } = held;
  held.reset();
  await soon();
  process.stdout.write(`held ${max / 1e6}\n`);
});
process.stdin.once('end', async () => {
  httpServer.closeAllConnections();
  await strapi.destroy();
  process.exit(0);
});
