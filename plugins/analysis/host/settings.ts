import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

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

/** A page of the site that the cache keeps; see `delivery.cache.pages` in docs/operators.md. */
export interface CachedPage {
  path: string;
  query?: string[];
  lang?: boolean;
  never?: string[];
}

/**
 * The plugin's settings (`plugins.analysis.config`) as the environment gives them; docs/operators.md
 * lists the variables. `NOTICES_…`, the former names of `NOTIFICATIONS_…`, are read for one version
 * more.
 * @param options.pages pages of a site in the same application that the cache keeps
 */
export const settingsFromEnv = (env: Env, { pages = [] }: { pages?: CachedPage[] } = {}) => ({
  secrets: env.array('ANALYSIS_SECRETS'),
  redis: { url: env('REDIS_URL', '') },
  notifications: {
    authors: env.bool(
      'NOTIFICATIONS_AUTHORS',
      env.bool('NOTICES_AUTHORS', Boolean(env('SMTP_HOST')))
    ),
    moderators: {
      send: env(
        'NOTIFICATIONS_MODERATORS',
        env('NOTICES_MODERATORS', env('SMTP_HOST') ? 'digest' : 'off')
      ),
      to: env.array('NOTIFICATIONS_TO', env.array('NOTICES_TO', [])),
      digestHours: env.int('NOTIFICATIONS_DIGEST_HOURS', env.int('NOTICES_DIGEST_HOURS', 24)),
    },
  },
  comments: { external: external(env) },
  delivery: {
    publicRuns: env.bool('PUBLIC_RUNS', false),
    cache: { enabled: env.bool('POST_CACHE', true), pages },
    purge: { url: env('PURGE_URL', ''), secret: env('PURGE_SECRET', '') },
  },
});
