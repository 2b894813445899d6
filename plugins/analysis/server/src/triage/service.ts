import type { Core } from '@strapi/strapi';
import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import { fault } from '../../../shared/faults';
import { onConnection } from '../common/database';
import { assertNoFaults } from '../common/errors';
import { services, type Services } from '../common/services';
import { configOf } from '../config';
import { emailHash } from '../notices/rules';
import { detectLanguage } from '../ingest/language';
import { runTriage } from './chain';
import { makeFormToken, readFormToken } from './form-token';
import { domainOf, isListed } from './links';
import { triagePolicySchema, type TriagePolicy } from './policy';
import { replay } from './replay';
import { fingerprint, isNear } from './similarity';
import { selectAuthorFacts, selectDecided, selectFingerprints } from './store';

const POLICY = { type: 'plugin', name: 'analysis', key: 'triage-policy' };
/** Decisions that a changed policy is tried on. */
const REPLAYED = 1_000;
/** Where triage is off nothing is asked, and nothing counted. */
const NO_TRIAGE = {
  policy: triagePolicySchema.parse({}),
  recent: { byIdentity: 0, byNetwork: 0 },
  external: null,
};
/** Domains that give out throw-away addresses; made once, it has thousands. */
const DISPOSABLE = disposableEmailBlocklistSet();

/** Reads a policy, naming each field at fault. */
function decodePolicy(data: unknown): TriagePolicy {
  const parsed = triagePolicySchema.safeParse(data);
  if (!parsed.success) {
    assertNoFaults(
      parsed.error.issues.map(({ path, message }) =>
        fault(path as (string | number)[], 'invalid_choice', message)
      )
    );
  }
  return parsed.data as TriagePolicy;
}

/** Triage on arrival, by the policy in force; see `Services` for the contract. */
export const triageService = ({ strapi }: { strapi: Core.Strapi }): Services['triage'] => {
  let kept = { text: '', policy: triagePolicySchema.parse({}) };

  /**
   * Read each time, so that every instance follows a change; but the same object while nothing
   * changes, because compiled word lists are kept by it.
   */
  const load = async (): Promise<TriagePolicy> => {
    const stored = (await strapi.store(POLICY).get({})) ?? {};
    const text = JSON.stringify(stored);
    if (text !== kept.text) {
      const parsed = triagePolicySchema.safeParse(stored);
      // One that an older version stored and this one cannot read falls back to the defaults.
      kept = { text, policy: parsed.success ? parsed.data : triagePolicySchema.parse({}) };
    }
    return kept.policy;
  };

  return {
    policy: load,

    async setPolicy(data) {
      const policy = decodePolicy(data);
      await strapi.store(POLICY).set({ value: policy });
      return policy;
    },

    async replay(data) {
      const next = decodePolicy(data);
      const rows = await onConnection(strapi, (knex) => selectDecided(knex, REPLAYED));
      return replay(rows, await load(), next, configOf(strapi).comments.initialStatus);
    },

    formToken: () => makeFormToken(new Date(), services(strapi).identity.secrets()[0] as string),

    async prepare({ actor, edited }) {
      if (!configOf(strapi).comments.triage) return NO_TRIAGE;
      const policy = await load();
      const { limits } = services(strapi);
      const before = async (name: string, key: string): Promise<number> =>
        edited ? 0 : (await limits.take(name, key, policy.flood.windowMinutes * 60)) - 1;
      return {
        policy,
        recent: {
          byIdentity: await before('comments-identity', actor.key),
          byNetwork: await before('comments-network', actor.ipHash),
        },
        external: null,
      };
    },

    async judge(trx, { actor, article, input, contentHash, exceptId, ground }) {
      const { initialStatus, triage } = configOf(strapi).comments;
      const detected = detectLanguage(input.content);
      const mark = fingerprint(input.content);
      if (!triage) {
        return { status: initialStatus, reasons: [], language: detected, fingerprint: mark };
      }
      const now = new Date();
      const email = actor.user?.email ?? input.author?.email ?? null;
      const author = await selectAuthorFacts(
        trx,
        { authorKey: actor.key, emailHash: email === null ? null : emailHash(email) },
        { contentHash, exceptId }
      );
      const others = mark === null ? [] : await selectFingerprints(trx, article.documentId);
      const { status, reasons, trace } = runTriage(
        {
          content: input.content,
          articleLanguage: article.language || null,
          detectedLanguage: detected,
          author: {
            name: actor.user?.name ?? input.author?.name ?? '',
            email,
            url: input.author?.url ?? null,
            signedIn: actor.user !== null,
          },
          address: actor.address,
          honeypot: input.homepage ?? '',
          secondsToSubmit: readFormToken(input.formToken, now, services(strapi).identity.secrets()),
          recent: ground.recent,
          duplicate: {
            bySameAuthor: author.bySameAuthor,
            nearElsewhere: others.filter((other) => mark !== null && isNear(mark, other)).length,
          },
          blockedBy: await services(strapi).bans.find(trx, {
            authorKey: actor.key,
            email,
            network: actor.ipHash,
          }),
          history: author.history,
          confirmedEmail: author.confirmedEmail,
          discussion: { open: true, closed: null },
          disposable: email !== null && isListed(domainOf(email), DISPOSABLE),
          external: ground.external,
        },
        ground.policy,
        initialStatus
      );
      for (const { phase, error } of trace) {
        if (error !== undefined) strapi.log.error(`Triage: ${phase} failed: ${error}`);
      }
      // Why an author is trusted is no doubt about the comment.
      const doubts = status === 'approved' ? [] : reasons;
      return { status, reasons: doubts, language: detected, fingerprint: mark };
    },
  };
};
