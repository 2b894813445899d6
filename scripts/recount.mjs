/**
 * npm run recount: counts votes and comments from their rows and corrects the counters, and makes
 * the search's entries again where they are not as the published posts are.
 */
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled((message) => process.stderr.write(`${message}…\n`));
const { openStrapi } = await import('./lib/strapi.mjs');
const strapi = await openStrapi();
const plugin = strapi.plugin('analysis');
const { articles, corrected } = await plugin.service('housekeeping').recount();
const { articles: posts, stray } = await plugin.service('search').reindex();
await strapi.destroy();
process.stdout.write(`${articles} articles counted, ${corrected} corrected\n`);
process.stdout.write(
  `${posts} published posts looked at for the search, ${stray} others taken out\n`
);
process.exit(corrected > 0 ? 1 : 0);
