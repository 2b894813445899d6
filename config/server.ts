import type { Core } from '@strapi/strapi';

/**
 * How many proxies of one's own stand before the server.
 * @param text a number; `true` is one
 * @throws Error for anything else, as a guess would make readers' addresses wrong
 */
function proxyCount(text: string): number {
  const count = { '': 0, false: 0, true: 1 }[text] ?? Number(text);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new Error(`TRUST_PROXY is the number of proxies before the server, not "${text}"`);
}

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => {
  const proxies = proxyCount(env('TRUST_PROXY', ''));
  return {
    host: env('HOST', '0.0.0.0'),
    port: env.int('PORT', 1337),
    url: env('PUBLIC_URL', ''),
    // As many entries of X-Forwarded-For are believed, from its end, as there are proxies that added
    // one; whatever a client wrote before those would make it another reader with each request.
    proxy: { koa: proxies > 0, maxIpsCount: proxies },
    app: { keys: env.array('APP_KEYS', []) },
  };
};

export default config;
