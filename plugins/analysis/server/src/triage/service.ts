import type { Core } from '@strapi/strapi';
import { fault } from '../../../shared/faults';
import { once } from '../../../shared/once';
import { afterCommit } from '../common/after-commit';
import { onConnection } from '../common/database';
import { assertNoFaults } from '../common/errors';
import { services, type Services } from '../common/services';
import { configOf } from '../config';
import { emailHash } from '../notices/rules';
import { runTriage } from './chain';
import { makeOutside } from './external/outside';
import { earlyFacts, questionOf } from './facts';
import { makeFormToken } from './form-token';
import { defaultPolicy, triagePolicySchema, type TriagePolicy } from './policy';
import { replay } from './replay';
import { fingerprint, isNear } from './similarity';
import { selectAuthorFacts, selectDecided, selectFingerprints } from './store';
import type { EarlyFacts } from './types';
import { UNKNOWN_GUEST } from './unknown-guest';

const POLICY = { type: 'plugin', name: 'analysis', key: 'triage-policy' };
/** Where nothing is stored, or triage is off: nothing is asked then, and nothing counted. */
const defaults = once(defaultPolicy);
/** Decisions that a changed policy is tried on. */
const REPLAYED = 1_000;

/** Reads a policy, naming each field at fault. */
function decodePolicy(data: unknown): TriagePolicy {
  const parsed = triagePolicySchema().safeParse(data);
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
  const outside = makeOutside(strapi.log);
  const settings = () => configOf(strapi).comments;
  let kept: { text: string; policy: TriagePolicy } | null = null;

  /**
   * Read each time, so that every instance follows a change; but the same object while nothing
   * changes, because compiled word lists are kept by it.
   */
  const load = async (): Promise<TriagePolicy> => {
    const stored = (await strapi.store(POLICY).get({})) ?? {};
    const text = JSON.stringify(stored);
    if (kept === null || text !== kept.text) {
      const parsed = triagePolicySchema().safeParse(stored);
      // One that an older version stored and this one cannot read falls back to the defaults.
      kept = { text, policy: parsed.success ? parsed.data : defaults() };
    }
    return kept.policy;
  };

  /**
   * Whether to ask outside: not about what is refused already by what is known. The authors of
   * obvious spam have personal data too.
   */
  const isAsked = (facts: EarlyFacts, policy: TriagePolicy): boolean => {
    const { external, initialStatus } = settings();
    if (external.kind === 'none' || !policy.external.enabled) return false;
    const { status } = runTriage({ ...UNKNOWN_GUEST, ...facts }, policy, initialStatus);
    return status !== 'spam' && status !== 'rejected';
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
      return replay(rows, await load(), next, settings().initialStatus);
    },

    formToken: () => makeFormToken(new Date(), services(strapi).identity.secrets()[0] as string),

    async prepare(comment) {
      const { actor, article, edited } = comment;
      const { identity, limits, posts } = services(strapi);
      const now = new Date();
      const early = await earlyFacts(comment, identity.secrets(), now);
      const nobody = { byIdentity: 0, byNetwork: 0 };
      if (!settings().triage) {
        return {
          policy: defaults(),
          facts: { ...early, recent: nobody },
          external: null,
          check: null,
        };
      }
      const policy = await load();
      const before = async (name: string, key: string): Promise<number> =>
        edited ? 0 : (await limits.take(name, key, policy.flood.windowMinutes * 60)) - 1;
      const recent = {
        byIdentity: await before('comments-identity', actor.key),
        byNetwork: await before('comments-network', actor.ipHash),
      };
      const facts = { ...early, recent };
      const answer = isAsked(facts, policy)
        ? await outside.ask(
            settings().external,
            questionOf(comment, facts, { link: posts.url(article.slug), at: now })
          )
        : null;
      return { policy, facts, external: answer?.verdict ?? null, check: answer?.check ?? null };
    },

    async judge(trx, { actor, article, contentHash, exceptId, ground }) {
      const { initialStatus, triage } = settings();
      const { facts, policy, external } = ground;
      const mark = fingerprint(facts.content);
      const found = { language: facts.detectedLanguage, fingerprint: mark };
      if (!triage) return { status: initialStatus, reasons: [], ...found };
      const { email } = facts.author;
      const author = await selectAuthorFacts(
        trx,
        { authorKey: actor.key, emailHash: email === null ? null : emailHash(email) },
        { contentHash, exceptId }
      );
      const others = mark === null ? [] : await selectFingerprints(trx, article.documentId);
      const { status, reasons, trace } = runTriage(
        {
          ...facts,
          external,
          duplicate: {
            bySameAuthor: author.bySameAuthor,
            nearElsewhere: others.filter((other) => mark !== null && isNear(mark, other)).length,
          },
          blockedBy: await services(strapi).bans.find(trx, {
            authorKey: actor.key,
            email: facts.author.email,
            network: actor.ipHash,
          }),
          history: author.history,
          confirmedEmail: author.confirmedEmail,
          discussion: { open: true, closed: null },
        },
        policy,
        initialStatus
      );
      for (const { phase, error } of trace) {
        if (error !== undefined) strapi.log.error(`Triage: ${phase} failed: ${error}`);
      }
      // Why an author is trusted is no doubt about the comment.
      const doubts = status === 'approved' ? [] : reasons;
      return { status, reasons: doubts, ...found };
    },

    remember: (commentId, { check }) => outside.remember(commentId, check),

    forget: (commentId) => outside.remember(commentId, null),

    learn: (decided) =>
      afterCommit(strapi, async () => {
        const corrections = outside.correctionsOf(decided);
        if (corrections.length === 0 || !(await load()).external.enabled) return;
        outside.tell(settings().external, corrections);
      }),
  };
};
