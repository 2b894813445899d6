/** npm run recount: counts votes and comments from their rows and corrects the counters. */
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled((message) => process.stderr.write(`${message}…\n`));
const { openStrapi } = await import('./lib/strapi.mjs');
const strapi = await openStrapi();
const { articles, corrected } = await strapi.plugin('analysis').service('stats').recount();
await strapi.destroy();
process.stdout.write(`${articles} articles counted, ${corrected} corrected\n`);
process.exit(corrected > 0 ? 1 : 0);
