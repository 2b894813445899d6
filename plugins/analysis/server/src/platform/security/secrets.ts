import type { Core } from '@strapi/strapi';
import { configOf } from '../../config';

/** Shorter ones can be guessed offline by whoever holds one token that they signed. */
export const MIN_SECRET = 32;
/** Of the application's keys, as Strapi makes them: 16 random bytes in base64. */
const MIN_APP_KEY = 24;

/** What signs the plugin's tokens and keys its hashes, newest first: the application's without own. */
export function secretsOf(strapi: Core.Strapi): string[] {
  const own = configOf(strapi).secrets;
  return own.length > 0 ? own : strapi.config.get<string[]>('server.app.keys');
}

/** The secret that signs new tokens. @throws Error where neither the plugin nor the server has any */
export function currentSecret(strapi: Core.Strapi): string {
  const [newest] = secretsOf(strapi);
  if (newest === undefined) throw new Error('There is no secret: set server.app.keys');
  return newest;
}

/**
 * Which of the plugin's secrets are too short for a server that strangers reach.
 * @returns the names of their settings; none in development
 */
export function weakSecrets(strapi: Core.Strapi): string[] {
  if (strapi.config.get('environment') !== 'production') return [];
  const { secrets, comments, delivery } = configOf(strapi);
  const shortest = secrets.length > 0 ? MIN_SECRET : MIN_APP_KEY;
  const name = secrets.length > 0 ? 'secrets (ANALYSIS_SECRETS)' : 'server.app.keys (APP_KEYS)';
  const optional = (value: string) => value !== '' && value.length < MIN_SECRET;
  return [
    ...(secretsOf(strapi).some((secret) => secret.length < shortest) ? [name] : []),
    ...(optional(comments.external.secret) ? ['comments.external.secret (TRIAGE_SECRET)'] : []),
    ...(optional(delivery.purge.secret) ? ['delivery.purge.secret (PURGE_SECRET)'] : []),
  ];
}

/** @throws Error that names each secret that is too short, so that production does not start */
export function assertStrongSecrets(strapi: Core.Strapi): void {
  const weak = weakSecrets(strapi);
  if (weak.length === 0) return;
  throw new Error(
    `Secrets of the analysis plugin need at least ${MIN_SECRET} characters in production: ${weak.join(', ')}`
  );
}
