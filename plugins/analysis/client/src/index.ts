/** A typed client of the analysis plugin's public API, for browsers and for Node. */
export { createAnalysisClient, type AnalysisClient, type EditOptions } from './client.js';
export { AnalysisError } from './errors.js';
export type { CallOptions, ClientOptions } from './http.js';
export type { components, operations, paths } from './generated/schema.js';
export type * from './types.js';
