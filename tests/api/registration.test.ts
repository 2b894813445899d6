import { startApp, type OwnApp } from '../helpers/app';
import { createUser } from '../helpers/factories';

let app: OwnApp;
afterEach(async () => {
  expect(app.errors.splice(0)).toEqual([]);
  await app.stop();
});

const WARNING = /^Anyone can register/;
const warned = () => app.warnings.splice(0).filter((line) => WARNING.test(line));
const advanced = () =>
  app.strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
const settings = async () => (await advanced().get({})) as Record<string, unknown>;
const register = (name: string) =>
  app
    .http()
    .post('/api/auth/local/register')
    .send({ username: name, email: `${name}@example.com`, password: 'a-password-of-12' });

test('nobody registers in a new installation, until an administrator lets them', async () => {
  app = await startApp({ firstStart: true });
  expect(warned()).toEqual([]);
  await register('stranger').expect(400);
  expect(await app.strapi.db.query('plugin::users-permissions.user').count()).toBe(0);

  await advanced().set({ value: { ...(await settings()), allow_register: true } });
  await app.restart();
  expect(await settings()).toMatchObject({ allow_register: true, email_confirmation: false });
  expect(warned()).toHaveLength(1);

  await advanced().set({ value: { ...(await settings()), email_confirmation: true } });
  await app.restart();
  expect(warned()).toEqual([]);
});

test('where there is mail, those who register confirm their address first', async () => {
  app = await startApp({ env: { SMTP_HOST: '127.0.0.1' }, firstStart: true });
  expect(await settings()).toMatchObject({ allow_register: true, email_confirmation: true });
  expect(warned()).toEqual([]);
});

test('an installation that has accounts keeps its settings, and is warned', async () => {
  app = await startApp();
  await createUser(app);
  await app.strapi.store({ type: 'api', name: 'reader', key: 'registration-settled' }).delete({});
  await advanced().set({ value: { ...(await settings()), allow_register: true } });
  await app.restart();
  expect(await settings()).toMatchObject({ allow_register: true });
  expect(warned()).toHaveLength(1);
});
