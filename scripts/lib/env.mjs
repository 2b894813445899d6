import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

const secret = () => randomBytes(24).toString('base64url');

/** Secrets that the application does not start without; each installation makes its own. */
const SECRETS = {
  APP_KEYS: () => `${secret()},${secret()}`,
  ADMIN_JWT_SECRET: secret,
  API_TOKEN_SALT: secret,
  TRANSFER_TOKEN_SALT: secret,
  ENCRYPTION_KEY: () => randomBytes(16).toString('hex'),
  JWT_SECRET: secret,
  ANALYSIS_SECRETS: secret,
};

/**
 * Writes the secrets that neither the environment nor `.env` has into `.env`, readable by its
 * owner only; what is there stays as it is.
 * @returns {string[]} the names that were written
 */
export function ensureEnv(file = path.join(ROOT, '.env')) {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const has = (name) => new RegExp(`^\\s*${name}\\s*=\\s*\\S`, 'm').test(text);
  const missing = Object.keys(SECRETS).filter((name) => !process.env[name] && !has(name));
  if (missing.length === 0) return [];
  const lines = missing.map((name) => `${name}=${SECRETS[name]()}`);
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  writeFileSync(file, `${before}${lines.join('\n')}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return missing;
}

/** Reads `.env` into the environment; what is set already wins. */
export function loadEnv(file = path.join(ROOT, '.env')) {
  if (existsSync(file)) process.loadEnvFile(file);
}
