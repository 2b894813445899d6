import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  url: env('PUBLIC_URL', ''),
  // Without maxIpsCount a visitor could forge X-Forwarded-For and vote once per invented address.
  // Strapi hands the object to Koa; its own type knows only the boolean.
  proxy: (env.bool('TRUST_PROXY', false)
    ? { koa: { proxy: true, maxIpsCount: 1 } }
    : { koa: false }) as Core.Config.Server['proxy'],
  app: { keys: env.array('APP_KEYS', []) },
});

export default config;
