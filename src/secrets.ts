import type { Core } from '@strapi/strapi';

const MIN_SECRET = 32;

/** Strapi's own secrets, by the variable that sets each. */
const SECRETS = {
  APP_KEYS: 'server.app.keys',
  ADMIN_JWT_SECRET: 'admin.auth.secret',
  API_TOKEN_SALT: 'admin.apiToken.salt',
  TRANSFER_TOKEN_SALT: 'admin.transfer.token.salt',
  JWT_SECRET: 'plugin::users-permissions.jwtSecret',
  ENCRYPTION_KEY: 'admin.secrets.encryptionKey',
};

/** @throws Error that names each secret of Strapi's that is too short for production */
export function assertStrongSecrets(strapi: Core.Strapi): void {
  if (strapi.config.get('environment') !== 'production') return;
  const weak = Object.entries(SECRETS)
    .filter(([, path]) =>
      [strapi.config.get<string | string[]>(path, '')]
        .flat()
        .some((secret) => secret.length < MIN_SECRET)
    )
    .map(([name]) => name);
  if (weak.length === 0) return;
  throw new Error(
    `Secrets need at least ${MIN_SECRET} characters in production: ${weak.join(', ')}`
  );
}
