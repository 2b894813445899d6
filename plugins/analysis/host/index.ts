/**
 * What an application that hosts the plugin uses of it: `strapi-plugin-analysis/server`. Everything
 * else of the package's code may change with any version.
 */
export { refuseBody } from './body-errors';
export { originsFor } from './cors';
export { middlewaresFor, type Middleware } from './middlewares';
export { previewHandler } from './preview';
export { analysisService, type Services } from './services';
export { settingsFromEnv, type CachedPage } from './settings';
export { articleTag, LIST as LIST_TAG } from '../server/src/platform/http/cache-tags';
