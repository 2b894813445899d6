import { config } from './config';
import { renameFormerSettings } from './former-settings';

test('settings under former names are read as the present ones, and named', () => {
  const settings = {
    ...config.default(),
    notices: { authors: true, moderators: { send: 'immediate' } },
  };
  const cache = settings.delivery.cache as Record<string, unknown>;
  cache.keepSeconds = 7;
  expect(renameFormerSettings(settings)).toEqual([
    'Setting notices of the analysis plugin is called notifications now',
    'Setting delivery.cache.keepSeconds of the analysis plugin is called delivery.cache.ttlSeconds now',
  ]);
  expect(settings.notifications).toMatchObject({
    authors: true,
    moderators: { send: 'immediate', to: [], digestHours: 24 },
    confirmations: { perHour: 5 },
  });
  expect(settings.delivery.cache).toMatchObject({ ttlSeconds: 7, ttlSecondsAlone: 5 });
  expect(settings).not.toHaveProperty('notices');
  expect(() => config.validator(settings)).not.toThrow();
});

test('present settings are left alone', () => {
  const settings = config.default();
  expect(renameFormerSettings(settings)).toEqual([]);
  expect(settings).toEqual(config.default());
});

test('what is no settings at all is left to the check', () => {
  expect(renameFormerSettings(null)).toEqual([]);
  expect(renameFormerSettings({ delivery: 'all' })).toEqual([]);
});

test('the check of a start renames them in the object that Strapi keeps', () => {
  const settings = { ...config.default(), notices: { authors: true } };
  config.validator(settings);
  expect(settings.notifications.authors).toBe(true);
});
