import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { renameFormerSettings } from './former-settings';
import { PLUGIN } from './platform/strapi/uids';
import { EXTERNAL_KINDS } from '../../shared/vocabulary';

/** Of what signs the questions to an outside service. */
const MIN_SECRET = 16;

const address = () => z.union([z.literal(''), z.url({ protocol: /^https?$/ })]);

/** A service outside that is asked about comments. The policy in the admin switches it off. */
const external = () =>
  z
    .strictObject({
      kind: z.enum(EXTERNAL_KINDS).default('none'),
      /** How long its answer is waited for; without one the comment waits for a person. */
      timeoutMs: z.int().min(100).max(15_000).default(3_000),
      /** How long it is not asked after three failures in a row; 0: it always is. */
      pauseSeconds: z.int().min(0).max(3_600).default(30),
      /** `http`: where the questions go, and what signs them. */
      url: address().default(''),
      secret: z.string().default(''),
      /** `akismet`: the key, and the address of the site that it was given for. */
      key: z.string().default(''),
      site: address().default(''),
      endpoint: z.url({ protocol: /^https?$/ }).default('https://rest.akismet.com/1.1'),
      /** Tells Akismet that it should not learn from what it is sent. */
      test: z.boolean().default(false),
    })
    .superRefine(({ kind, url, secret, key, site }, ctx) => {
      const lacks = (path: string, message: string) =>
        ctx.addIssue({ code: 'custom', path: [path], message: `kind "${kind}" needs ${message}` });
      if (kind === 'http' && url === '') lacks('url', 'the address of the service');
      if (kind === 'http' && secret.length < MIN_SECRET) {
        lacks('secret', `a secret of at least ${MIN_SECRET} characters`);
      }
      if (kind === 'akismet' && key === '') lacks('key', 'the key that Akismet gave you');
      if (kind === 'akismet' && site === '') lacks('site', 'the address of the site');
    })
    .prefault({});

/** What an operator may set under `analysis.config` in `config/plugins.ts`. */
const schema = z.strictObject({
  /**
   * Secrets for visitor tokens and identity hashes, newest first: the first signs, all verify.
   * Empty: the application's own keys are used.
   */
  secrets: z.array(z.string().min(1)).default([]),
  /** Absolute address of the site that shows the posts; empty: the server's own. */
  siteUrl: address().default(''),
  /** Path of a post on that site, with `:slug` in it. */
  postPath: z.string().startsWith('/').includes(':slug').default('/posts/:slug'),
  /** Name of the publication, for structured data. */
  publisher: z.string().min(1).max(120).default('Analysis'),
  access: z
    .strictObject({
      /**
       * Names of the ways to sign in that the plugin's routes take, in turn. Strapi's own; one
       * that another plugin registers is to be added.
       */
      strategies: z
        .array(z.string().min(1))
        .min(1)
        .default(['content-api-token', 'users-permissions']),
    })
    .prefault({}),
  /** Where instances share what they count; empty: each counts for itself, in memory. */
  redis: z
    .strictObject({ url: z.union([z.literal(''), z.url({ protocol: /^rediss?$/ })]).default('') })
    .prefault({}),
  comments: z
    .strictObject({
      /** What a new comment starts as. */
      initialStatus: z.enum(['pending', 'approved']).default('pending'),
      /** Days after publication for which articles take comments; 0: always. */
      closeAfterDays: z.int().min(0).max(36_500).default(0),
      /** Whether comments are triaged on arrival; how is set in the admin. */
      triage: z.boolean().default(true),
      external: external(),
      /** How long its author may edit or delete it; 0 switches that off. */
      editWindowMinutes: z.int().min(0).max(10_080).default(15),
      /**
       * Weight of open reports at which a public comment waits for a moderator; 0: it stays. A
       * network counts once, whatever comes from it.
       */
      hideAfterReports: z.int().min(0).max(1_000).default(3),
      reports: z
        .strictObject({
          /** What one of a signed-in reader weighs against one of a guest. */
          accountWeight: z.int().min(1).max(1_000).default(2),
          /** Those taken from one network within an hour; 0: any number. */
          perNetwork: z.int().min(0).max(100_000).default(30),
        })
        .prefault({}),
      /** Comments and edits taken from one network; 0: any number. */
      perNetwork: z
        .strictObject({
          minute: z.int().min(0).max(100_000).default(10),
          hour: z.int().min(0).max(100_000).default(60),
        })
        .prefault({}),
      /** Days after which comments in trash and spam are deleted; 0: never. */
      purgeAfterDays: z.int().min(0).max(3_650).default(30),
      /** Days after which a comment's network and browser are forgotten; 0: never. */
      forgetNetworksAfterDays: z.int().min(0).max(3_650).default(30),
    })
    .prefault({}),
  search: z
    .strictObject({
      /** Searches of one network that are answered in a minute, cached answers apart; 0: all. */
      perMinute: z.int().min(0).max(100_000).default(60),
    })
    .prefault({}),
  ratings: z
    .strictObject({
      /** New votes that one network may have counted for one article within a day; 0: any. */
      votesPerNetwork: z.int().min(0).max(1_000_000).default(20),
      /** Bayesian average: the mean that a post is taken to have before anyone voted … */
      priorMean: z.number().min(1).max(5).default(3),
      /** … and the number of votes that this assumption weighs. */
      priorVotes: z.number().min(0).max(1_000).default(5),
    })
    .prefault({}),
  /** Mail, over Strapi's own e-mail plugin, which has to be set up. */
  notifications: z
    .strictObject({
      moderators: z
        .strictObject({
          /** What waits is told at once, or as a digest. */
          send: z.enum(['off', 'immediate', 'digest']).default('off'),
          /** Empty: every administrator who may moderate. */
          to: z.array(z.email()).max(50).default([]),
          digestHours: z.int().min(1).max(168).default(24),
        })
        .prefault({}),
      /** Whether authors who ask for it, and confirm their address, hear of approval and replies. */
      authors: z.boolean().default(false),
      /** Mails that ask for a confirmation because of comments from one network. */
      confirmations: z
        .strictObject({
          perHour: z.int().min(1).max(10_000).default(5),
          perDay: z.int().min(1).max(100_000).default(20),
        })
        .prefault({}),
    })
    .prefault({}),
  /** Links to drafts, which Strapi's preview opens. */
  preview: z
    .strictObject({
      /** How long a link lives. */
      minutes: z.int().min(1).max(10_080).default(60),
      /** Path of the page that shows it, with `:documentId` in it; the bundled reader's. */
      path: z.string().startsWith('/').includes(':documentId').default('/preview/:documentId'),
    })
    .prefault({}),
  delivery: z
    .strictObject({
      /** Seconds that caches may keep a public answer. */
      maxAge: z.int().min(0).max(86_400).default(60),
      /** Seconds that a cache may go on serving it while it fetches a new one. */
      staleWhileRevalidate: z.int().min(0).max(86_400).default(300),
      /** Seconds for caches that serve many, such as a CDN that is told of changes; null: the same. */
      sharedMaxAge: z.int().min(0).max(31_536_000).nullable().default(null),
      /** Whether readers see by which run and prompt a post was made: `runId`, `promptHash`. */
      publicRuns: z.boolean().default(false),
      /** The plugin's own cache, where `plugin::analysis.response-cache` is the first middleware. */
      cache: z
        .strictObject({
          enabled: z.boolean().default(true),
          /** Of bodies, headers and addresses together. */
          maxBytes: z.int().min(1_000_000).max(4_000_000_000).default(32_000_000),
          /** Seconds that an answer is kept where Redis tells of others' changes … */
          ttlSeconds: z.int().min(1).max(3_600).default(60),
          /** … and where nobody does: how long an answer may lag behind another instance. */
          ttlSecondsAlone: z.int().min(0).max(3_600).default(5),
          /** One hit of so many goes to the log; 0: none. */
          logEvery: z.int().min(0).max(1_000_000).default(1_000),
          /** Pages of a site in the same application, such as `/posts/:slug`. */
          pages: z
            .array(
              z.strictObject({
                path: z.string().startsWith('/'),
                query: z.array(z.string()).default([]),
                lang: z.boolean().default(false),
                never: z.array(z.string()).default([]),
                unknown: z.enum(['refused', 'ignored']).default('ignored'),
              })
            )
            .max(50)
            .default([]),
        })
        .prefault({}),
      /** What is told of changes, so that a CDN can forget; empty: nobody. */
      purge: z
        .strictObject({ url: address().default(''), secret: z.string().default('') })
        .superRefine(({ url, secret }, ctx) => {
          if (url === '' || secret.length >= MIN_SECRET) return;
          ctx.addIssue({
            code: 'custom',
            path: ['secret'],
            message: `needs a secret of at least ${MIN_SECRET} characters`,
          });
        })
        .prefault({}),
    })
    .prefault({}),
});

export type AnalysisConfig = z.infer<typeof schema>;
export type ExternalConfig = AnalysisConfig['comments']['external'];

/** What the check of the last start has to say; Strapi gives it no log to say it in. */
let warnings: string[] = [];

/** Sentences about settings under former names, for the log. */
export const settingsWarnings = (): readonly string[] => warnings;

/** What Strapi expects of a plugin's configuration: defaults, and a check that names each fault. */
export const config = {
  // Not compiled for speed, as zod does otherwise: it is asked once.
  default: (): AnalysisConfig => schema.parse({}, { jitless: true }),
  validator(value: unknown): void {
    warnings = renameFormerSettings(value);
    const parsed = schema.safeParse(value, { jitless: true });
    if (!parsed.success) {
      throw new Error(`Configuration of the analysis plugin: ${z.prettifyError(parsed.error)}`);
    }
  },
};

/** The plugin's configuration with defaults, as checked at start. */
export const configOf = (strapi: Core.Strapi): AnalysisConfig =>
  strapi.config.get<AnalysisConfig>(PLUGIN);
