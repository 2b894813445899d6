import type * as Reader from './reader';

export type { ReaderContext } from './reader/http';

let loaded: Promise<typeof Reader> | undefined;

/** The pages and their templates, which come with the first request and not with Strapi's start. */
export const pages = (): Promise<typeof Reader> => (loaded ??= import('./reader'));
