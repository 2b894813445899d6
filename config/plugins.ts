import type { Core } from '@strapi/strapi';

/** A service outside that is asked about comments: one of the publication's own, or Akismet. */
function external(env: Core.Config.Shared.ConfigParams['env']) {
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
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  graphql: {
    config: {
      endpoint: '/graphql',
      shadowCRUD: true,
      landingPage: env('NODE_ENV') !== 'production',
      depthLimit: 12,
      defaultLimit: 25,
      maxLimit: 100,
    },
  },
  analysis: {
    enabled: true,
    resolve: './plugins/analysis',
    config: {
      secrets: env.array('ANALYSIS_SECRETS'),
      redis: { url: env('REDIS_URL', '') },
      comments: { external: external(env) },
    },
  },
});

export default config;
