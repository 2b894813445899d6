import type { Core } from '@strapi/strapi';

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
    config: { secrets: env.array('ANALYSIS_SECRETS') },
  },
});

export default config;
