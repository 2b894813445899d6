import type { TestApp } from './app';

/** Lets requests come from networks of their own, as those that a trusted proxy passes on. */
export const behindProxy = (app: TestApp): void => {
  Object.assign(app.strapi.server.app, { proxy: true, maxIpsCount: 1 });
};

/** Headers of a request from another network for each number, up to 65,535; `host` within it. */
export const fromNetwork = (n: number, host = 7): { 'X-Forwarded-For': string } => ({
  'X-Forwarded-For': `10.${n >> 8}.${n & 255}.${host}`,
});
