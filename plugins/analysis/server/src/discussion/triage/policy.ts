import { z } from 'zod';
import ipaddr from 'ipaddr.js';
import {
  BLOCKED_WORDS,
  DISGUISED_WORDS,
  HOLD_WORDS,
  SUSPECT_WORDS,
  wordsOf,
} from './default-word-lists';

const entry = () => z.string().trim().min(1).max(200);
const count = (fallback: number, max = 1_000) => z.int().min(0).max(max).default(fallback);
const enabled = () => z.boolean().default(true);

/** By language, `*` for every one. A function, as defaults must not be shared between policies. */
const wordLists = (defaults: Record<string, readonly string[]>) =>
  z
    .record(z.string().regex(/^(\*|[a-z]{2,3})$/), z.array(entry()).max(2_000))
    .default(() =>
      Object.fromEntries(
        Object.entries(defaults).map(([language, lines]) => [language, wordsOf(lines)])
      )
    );

const domain = () => entry().toLowerCase();
const network = () =>
  entry().refine((value) => ipaddr.isValid(value) || ipaddr.isValidCIDR(value), {
    error: 'must be an address or a network, such as 192.0.2.0/24',
  });

/** How comments are triaged on arrival: plain JSON, stored and edited in the settings. */
export const triagePolicySchema = z.strictObject({
  discussion: z.strictObject({ enabled: enabled() }).prefault({}),
  banned: z
    .strictObject({
      enabled: enabled(),
      blockedEmails: z.array(domain()).max(2_000).default([]),
      /** Of the author's e-mail and website and of links; subdomains are covered. */
      blockedDomains: z.array(domain()).max(2_000).default([]),
      blockedNetworks: z.array(network()).max(2_000).default([]),
    })
    .prefault({}),
  honeypot: z.strictObject({ enabled: enabled() }).prefault({}),
  timing: z
    .strictObject({
      enabled: enabled(),
      minSeconds: count(3, 600),
      requireToken: z.boolean().default(false),
    })
    .prefault({}),
  flood: z
    .strictObject({
      enabled: enabled(),
      windowMinutes: z.int().min(1).max(1_440).default(10),
      perIdentity: count(5),
      perNetwork: count(20, 10_000),
    })
    .prefault({}),
  duplicates: z
    .strictObject({
      enabled: enabled(),
      sameAuthor: z.enum(['reject', 'spam']).default('reject'),
      /** Near-duplicates under other articles from which on a comment is spam. */
      nearElsewhere: z.int().min(1).max(1_000).default(2),
    })
    .prefault({}),
  structure: z
    .strictObject({
      enabled: enabled(),
      /** Letters from which on shouting is looked for, and the share of capitals that is. */
      capsFrom: count(30, 5_000),
      capsShare: z.number().min(0).max(1).default(0.7),
      maxRepeat: z.int().min(3).max(1_000).default(9),
      maxInvisible: count(3),
      maxEmoji: count(12),
      /** Characters, blanks left out, from which on the share of letters is looked at. */
      lettersFrom: count(30, 5_000),
      minLetterShare: z.number().min(0).max(1).default(0.4),
      maxWordLength: z.int().min(20).max(5_000).default(80),
    })
    .prefault({}),
  links: z
    .strictObject({
      enabled: enabled(),
      holdOver: count(2, 100),
      spamOver: count(5, 100),
      /** Whose links are not counted: the publication's own and those it trusts. */
      trustedDomains: z.array(domain()).max(2_000).default([]),
      shorteners: z
        .array(domain())
        .max(500)
        .default(() => [
          ...['bit.ly', 'tinyurl.com', 'cutt.ly', 'is.gd', 'rb.gy', 'shorturl.at', 'ow.ly'],
          ...['t.ly', 't.me', 'wa.me', 'rebrand.ly', 'goo.su', 'linktr.ee'],
        ]),
    })
    .prefault({}),
  blockedWords: z
    .strictObject({
      enabled: enabled(),
      words: wordLists(BLOCKED_WORDS),
      /** Words that anyone may write, but that nobody disguises without a reason. */
      disguised: wordLists(DISGUISED_WORDS),
    })
    .prefault({}),
  solicitation: z
    .strictObject({
      enabled: enabled(),
      /** Harmless one by one; several together are an advertisement. */
      words: wordLists(SUSPECT_WORDS),
      holdFrom: z.int().min(1).max(50).default(2),
      spamFrom: z.int().min(1).max(50).default(3),
      /** One sign more is allowed for each so many characters: a long comment uses more words. */
      perCharacters: z.int().min(50).max(5_000).default(600),
    })
    .prefault({}),
  holdWords: z.strictObject({ enabled: enabled(), words: wordLists(HOLD_WORDS) }).prefault({}),
  disposable: z
    .strictObject({ enabled: enabled(), domains: z.array(domain()).max(2_000).default([]) })
    .prefault({}),
  language: z
    .strictObject({
      enabled: enabled(),
      minCharacters: count(120, 5_000),
      /** Languages that are welcome under every article. */
      alsoAllowed: z.array(z.string().min(2).max(35)).max(50).default([]),
    })
    .prefault({}),
  external: z.strictObject({ enabled: enabled() }).prefault({}),
  trust: z
    .strictObject({ enabled: enabled(), minApproved: z.int().min(1).max(1_000).default(3) })
    .prefault({}),
});

export type TriagePolicy = z.infer<typeof triagePolicySchema>;

/** The policy where nobody has set anything. */
export const defaultPolicy = (): TriagePolicy => triagePolicySchema.parse({});
