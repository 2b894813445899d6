import type { Core } from '@strapi/strapi';
import { refuseBody } from '../src/body-errors';

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

/** A service outside that is asked about comments: one of the publication's own, or Akismet. */
function external(env: Env) {
  if (env('TRIAGE_URL', '') !== '') {
    return { kind: 'http', url: env('TRIAGE_URL'), secret: env('TRIAGE_SECRET', '') };
  }
  if (env('AKISMET_KEY', '') === '') return { kind: 'none' };
  return {
    kind: 'akismet',
    key: env('AKISMET_KEY'),
    site: env('AKISMET_SITE', ''),
    test: env.bool('AKISMET_TEST', false),
  };
}

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
    config: {
      secrets: env.array('ANALYSIS_SECRETS'),
      redis: { url: env('REDIS_URL', '') },
      notices: {
        authors: env.bool('NOTICES_AUTHORS', Boolean(env('SMTP_HOST'))),
        moderators: {
          send: env('NOTICES_MODERATORS', env('SMTP_HOST') ? 'digest' : 'off'),
          to: env.array('NOTICES_TO', []),
          digestHours: env.int('NOTICES_DIGEST_HOURS', 24),
        },
      },
      comments: { external: external(env) },
      delivery: {
        publicRuns: env.bool('PUBLIC_RUNS', false),
        cache: {
          enabled: env.bool('POST_CACHE', true),
          // The reader's pages. Further comments, and a page with a word about what was just
          // done, are nobody else's.
          pages: [
            { path: '/', query: ['sort', 'page'], lang: true },
            {
              path: '/posts/:slug',
              query: ['sort'],
              lang: true,
              never: ['notice', 'reply', 'thread', 'cursor'],
            },
          ],
        },
        purge: { url: env('PURGE_URL', ''), secret: env('PURGE_SECRET', '') },
      },
    },
  },
});

export default config;
