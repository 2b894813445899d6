import { randomBytes } from 'node:crypto';
import { startApp } from '../helpers/app';

const strong = () => randomBytes(24).toString('base64url');

/** Every secret of a production server, each as long as it has to be. */
const SECRETS = {
  APP_KEYS: `${strong()},${strong()}`,
  ADMIN_JWT_SECRET: strong(),
  API_TOKEN_SALT: strong(),
  TRANSFER_TOKEN_SALT: strong(),
  ENCRYPTION_KEY: randomBytes(16).toString('hex'),
  JWT_SECRET: strong(),
  ANALYSIS_SECRETS: strong(),
};

const kept = Object.fromEntries(
  [...Object.keys(SECRETS), 'NODE_ENV', 'PURGE_URL', 'PURGE_SECRET'].map((name) => [
    name,
    process.env[name],
  ])
);
afterEach(() => {
  for (const [name, value] of Object.entries(kept)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

const start = (env: Record<string, string>) => startApp({ env: { ...SECRETS, ...env } });

test('production starts with secrets of 32 characters', async () => {
  const app = await start({ NODE_ENV: 'production' });
  await app.http().get('/_health').expect(204);
  await app.stop();
});

test.each([
  ...Object.keys(SECRETS).map((name) => [name, { [name]: strong().slice(1) }]),
  ['APP_KEYS', { APP_KEYS: `${strong()},short` }],
  ['ANALYSIS_SECRETS', { ANALYSIS_SECRETS: `${strong()},older-but-short` }],
  ['PURGE_SECRET', { PURGE_URL: 'http://127.0.0.1:9/', PURGE_SECRET: strong().slice(1) }],
] as [string, Record<string, string>][])(
  'production does not start with a short %s',
  async (name, env) => {
    await expect(start({ NODE_ENV: 'production', ...env })).rejects.toThrow(
      new RegExp(`at least 32 characters in production: [^,]*${name}`)
    );
  }
);
