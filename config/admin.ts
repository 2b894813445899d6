import type { Core } from '@strapi/strapi';
import { previewHandler } from 'strapi-plugin-analysis/server';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET', '') },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', '') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
  preview: {
    enabled: true,
    config: {
      // The sites that the admin may show a preview from, in a frame.
      allowedOrigins: ["'self'", ...env.array('PREVIEW_ORIGINS', [])],
      handler: previewHandler,
    },
  },
});

export default config;
