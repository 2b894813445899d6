import { postLink } from '../../platform/http/urls';
import { secretsOf } from '../../platform/security/secrets';
import { configOf } from '../../config';
import { UNKNOWN_GUEST } from './anonymous-signals';
import type { TriageParts } from './deps';
import type { Check } from './external/adapter';
import { fingerprint } from './near-duplicates';
import type { TriagePolicy } from './policy';
import { defaults } from './policy-store';
import { runTriage } from './run-phases';
import { readSignals, questionOf } from './signals';
import type { EarlySignals, SentComment, Verdict } from './types';

/** What triage knows of a comment before its article's lock is taken. */
export interface TriageContext {
  policy: TriagePolicy;
  signals: EarlySignals;
  /** Of the text, for near-duplicates; null where it is too short to say. */
  fingerprint: string | null;
  /** What an outside service said; null when none was asked. */
  external: Verdict | null;
  /** What is sent again as a correction when a moderator decides otherwise, if it takes any. */
  check: Check | null;
}

/**
 * Whether to ask outside: not about what is refused already by what is known. The authors of
 * obvious spam have personal data too.
 */
function isAsked({ strapi }: TriageParts, signals: EarlySignals, policy: TriagePolicy): boolean {
  const { external, initialStatus } = configOf(strapi).comments;
  if (external.kind === 'none' || !policy.external.enabled) return false;
  const { status } = runTriage({ ...UNKNOWN_GUEST, ...signals }, policy, initialStatus);
  return status !== 'spam' && status !== 'rejected';
}

/** How many comments came before this one within the policy's window; an edit counts as none. */
async function countRecent(
  { limiter }: TriageParts,
  { actor, edited }: SentComment,
  policy: TriagePolicy
): Promise<EarlySignals['recent']> {
  const before = async (name: string, key: string): Promise<number> =>
    edited ? 0 : (await limiter.take(name, key, policy.flood.windowMinutes * 60)) - 1;
  return {
    byIdentity: await before('comments-identity', actor.key),
    byNetwork: await before('comments-network', actor.ipHash),
  };
}

/**
 * Gathers what has to be asked before the article's lock is taken, which others wait for: the
 * policy in force, the limits, an outside service.
 */
export const gatherContext =
  (parts: TriageParts) =>
  async (comment: SentComment): Promise<TriageContext> => {
    const { externalCheck, policies, strapi } = parts;
    const now = new Date();
    const early = await readSignals(comment, secretsOf(strapi), now);
    const mark = fingerprint(early.content);
    const { external, triage } = configOf(strapi).comments;
    if (!triage) {
      return {
        policy: defaults(),
        signals: { ...early, recent: { byIdentity: 0, byNetwork: 0 } },
        fingerprint: mark,
        external: null,
        check: null,
      };
    }
    const policy = await policies.inForce();
    const signals = { ...early, recent: await countRecent(parts, comment, policy) };
    const link = postLink(strapi, comment.article.slug);
    const answer = isAsked(parts, signals, policy)
      ? await externalCheck.ask(external, questionOf(comment, signals, { link, at: now }))
      : null;
    const { verdict = null, check = null } = answer ?? {};
    return { policy, signals, fingerprint: mark, external: verdict, check };
  };
