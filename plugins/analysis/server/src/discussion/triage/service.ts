import type { Core } from '@strapi/strapi';
import { postLink } from '../../platform/http/urls';
import { fault } from '../../../../shared/faults';
import { once } from '../../../../shared/once';
import { afterCommit, onCommit } from '../../platform/database/after-commit';
import { onConnection } from '../../platform/database/connection';
import { assertNoFaults } from '../../platform/errors';
import { Kept } from '../../platform/cache/ttl-value';
import { services, type Services, type TriageGround } from '../../common/services';
import { configOf } from '../../config';
import { emailHash } from '../../platform/security/email-hash';
import { runTriage, runUnnoticed } from './run-phases';
import { makeOutside } from './external/external-check';
import { earlyFacts, questionOf } from './signals';
import { makeFormToken } from './form-token';
import { defaultPolicy, triagePolicySchema, type TriagePolicy } from './policy';
import { replay } from './replay';
import { fingerprint, halvesOf, isNear } from './near-duplicates';
import {
  LATEST,
  selectAuthorFacts,
  selectDecided,
  selectLatest,
  type AuthorFacts,
  type Latest,
} from './store';
import type { EarlyFacts } from './types';
import { UNKNOWN_GUEST } from './anonymous-signals';

const POLICY = { type: 'plugin', name: 'analysis', key: 'triage-policy' };
/** Where nothing is stored, or triage is off: nothing is asked then, and nothing counted. */
const defaults = once(defaultPolicy);
/** Decisions that a changed policy is tried on. */
const REPLAYED = 1_000;
/** The policy is read again after so long, as another instance may have changed it. */
const KEEP_MS = 1_000;

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
  let last: { text: string; policy: TriagePolicy } | null = null;

  /** The same object while nothing changes, because compiled word lists are kept by it. */
  const load = async (): Promise<TriagePolicy> => {
    const stored = (await strapi.store(POLICY).get({})) ?? {};
    const text = JSON.stringify(stored);
    if (text !== last?.text) {
      const parsed = triagePolicySchema().safeParse(stored);
      // One that an older version stored and this one cannot read falls back to the defaults.
      last = { text, policy: parsed.success ? parsed.data : defaults() };
    }
    return last.policy;
  };

  const kept = new Kept(load, KEEP_MS);
  /** Within a transaction it is read there: it may have changed it, and must not wait for others. */
  const inForce = (): Promise<TriagePolicy> =>
    strapi.db.inTransaction() ? load() : kept.current();

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
      await onCommit(strapi, () => kept.forget());
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
      const { identity, limits } = services(strapi);
      const now = new Date();
      const early = await earlyFacts(comment, identity.secrets(), now);
      const mark = fingerprint(early.content);
      const nobody = { byIdentity: 0, byNetwork: 0 };
      if (!settings().triage) {
        return {
          policy: defaults(),
          facts: { ...early, recent: nobody },
          fingerprint: mark,
          external: null,
          check: null,
        };
      }
      const policy = await inForce();
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
            questionOf(comment, facts, { link: postLink(strapi, article.slug), at: now })
          )
        : null;
      const { verdict: external = null, check = null } = answer ?? {};
      return { policy, facts, fingerprint: mark, external, check };
    },

    async judge(trx, comments) {
      const { initialStatus, triage } = settings();
      const found = ({ facts, fingerprint: mark }: TriageGround) => ({
        language: facts.detectedLanguage,
        fingerprint: mark,
      });
      if (!triage) {
        return comments.map(({ ground }) => ({
          status: initialStatus,
          reasons: [],
          ...found(ground),
        }));
      }
      const authors = await selectAuthorFacts(
        trx,
        comments.map(({ actor, contentHash, exceptId, ground }) => {
          const { email } = ground.facts.author;
          return {
            authorKey: actor.key,
            emailHash: email === null ? null : emailHash(email),
            contentHash,
            exceptId,
          };
        })
      );
      const marked = comments.some(({ ground }) => ground.fingerprint !== null);
      const others = marked ? await selectLatest(trx) : [];
      const bans = await services(strapi).bans.find(
        trx,
        comments.map(({ actor, ground }) => ({
          authorKey: actor.key,
          email: ground.facts.author.email,
          network: actor.ipHash,
        }))
      );
      return comments.map(({ article: { documentId: articleId }, ground, exceptId }, at) => {
        const { facts, policy, external } = ground;
        const { bySameAuthor, history, confirmedEmail } = authors[at] as AuthorFacts;
        const mark = ground.fingerprint === null ? null : halvesOf(ground.fingerprint);
        const isEcho = (other: Latest): boolean =>
          mark !== null &&
          other.articleId !== articleId &&
          other.fingerprint !== null &&
          isNear(mark, other.fingerprint);
        const { status, reasons, trace } = runUnnoticed(
          {
            ...facts,
            external,
            duplicate: { bySameAuthor, nearElsewhere: others.filter(isEcho).length },
            blockedBy: bans[at] ?? null,
            history,
            confirmedEmail,
            discussion: { open: true, closed: null },
          },
          policy,
          initialStatus
        );
        // Those after it see it as they would, were it stored already.
        if (exceptId === null) others.unshift({ articleId, fingerprint: mark });
        if (others.length > LATEST) others.pop();
        for (const { phase, error } of trace) {
          if (error !== undefined) strapi.log.error(`Triage: ${phase} failed: ${error}`);
        }
        // Why an author is trusted is no doubt about the comment.
        const doubts = status === 'approved' ? [] : reasons;
        return { status, reasons: doubts, ...found(ground) };
      });
    },

    remember: (commentId, { check }) => outside.remember(commentId, check),

    forget: (commentId) => outside.remember(commentId, null),

    learn: (decided) =>
      afterCommit(strapi, async () => {
        const corrections = outside.correctionsOf(decided);
        if (corrections.length === 0 || !(await inForce()).external.enabled) return;
        outside.tell(settings().external, corrections);
      }),
  };
};
