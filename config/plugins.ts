import type { Core } from '@strapi/strapi';
import { refuseBody, settingsFromEnv } from 'strapi-plugin-analysis/server';

type Env = Core.Config.Shared.ConfigParams['env'];

const DAY_S = 24 * 60 * 60;

/** Mail goes out where the environment names a server for it. */
const email = (env: Env) => ({
  config: {
    provider: 'nodemailer',
    providerOptions: {
      host: env('SMTP_HOST'),
      port: env.int('SMTP_PORT', 587),
      secure: env.bool('SMTP_SECURE', false),
      ...(env('SMTP_USERNAME')
        ? { auth: { user: env('SMTP_USERNAME'), pass: env('SMTP_PASSWORD', '') } }
        : {}),
    },
    settings: {
      defaultFrom: env('MAIL_FROM', ''),
      defaultReplyTo: env('MAIL_REPLY_TO', env('MAIL_FROM', '')),
    },
  },
});

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  ...(env('SMTP_HOST') ? { email: email(env) } : {}),
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  graphql: {
    config: {
      endpoint: '/graphql',
      shadowCRUD: true,
      landingPage: env('NODE_ENV') !== 'production',
      depthLimit: 12,
      defaultLimit: 25,
      maxLimit: 100,
      apolloServer: {
        bodyParserConfig: { enableTypes: ['json'], jsonLimit: '1mb', onerror: refuseBody },
        // Persisted queries are kept in it: 30 MiB, those unused for longest go first.
        cache: 'bounded',
        persistedQueries: { ttl: DAY_S },
      },
    },
  },
  analysis: {
    enabled: true,
    resolve: './plugins/analysis',
    config: settingsFromEnv(env, {
      // The reader's pages. Further comments, and a page with a word about what was just done, are
      // nobody else's.
      pages: [
        { path: '/', query: ['sort', 'page'], lang: true },
        {
          path: '/posts/:slug',
          query: ['sort'],
          lang: true,
          never: ['notice', 'reply', 'thread', 'cursor'],
        },
      ],
    }),
  },
});

export default config;
