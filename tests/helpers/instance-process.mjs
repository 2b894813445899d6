/**
 * A second instance of the application on the database and Redis of the environment. Says
 * `listening PORT` once it takes requests, and ends with its parent's end of input.
 */
import { openStrapi } from '../../scripts/lib/strapi.mjs';

const strapi = await openStrapi();
strapi.server.mount();
const { httpServer } = strapi.server;
await new Promise((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
process.stdout.write(`listening ${httpServer.address().port}\n`);
process.stdin.resume();
process.stdin.once('end', async () => {
  httpServer.closeAllConnections();
  await strapi.destroy();
  process.exit(0);
});
