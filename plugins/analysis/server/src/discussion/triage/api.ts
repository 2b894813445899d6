import type { ReplayView } from '../../../../shared/contracts/triage';
import { onConnection } from '../../platform/database/connection';
import { currentSecret } from '../../platform/security/secrets';
import type { DocumentId } from '../../platform/strapi/uids';
import { configOf } from '../../config';
import type { TriageDeps } from './deps';
import { createExternalCheck } from './external/external-check';
import { makeFormToken } from './form-token';
import { gatherContext, type TriageContext } from './gather-context';
import { judge } from './judge';
import { learn } from './learn';
import { createPolicyStore, decodePolicy } from './policy-store';
import { replay } from './replay';
import { selectDecided } from './store';

export type { TriageContext } from './gather-context';
export type { Judgement } from './judge';

/** Decisions that a changed policy is tried on. */
const REPLAYED = 1_000;

/** Triage of new and edited comments, by the stored policy. */
export function createTriage(deps: TriageDeps) {
  const { strapi } = deps;
  const policies = createPolicyStore(strapi);
  const externalCheck = createExternalCheck(strapi.log);
  const parts = { ...deps, externalCheck, policies };
  return {
    /** The policy in force. */
    policy: policies.load,

    /** Changes the policy. @param data as `triagePolicySchema` */
    setPolicy: policies.save,

    /** Tries a policy on decisions that people took. @param data as `triagePolicySchema` */
    async replay(data: unknown): Promise<ReplayView> {
      const next = decodePolicy(data);
      const rows = await onConnection(strapi, (knex) => selectDecided(knex, REPLAYED));
      return replay(rows, await policies.load(), next, configOf(strapi).comments.initialStatus);
    },

    /** A token that says when a form was shown. */
    formToken: (): string => makeFormToken(new Date(), currentSecret(strapi)),

    /** Gathers what has to be asked before the article's lock is taken. */
    gatherContext: gatherContext(parts),

    /** Says what comments start as, and why, under their articles' locks. */
    judge: judge(deps),

    /** Keeps for corrections what an outside service was asked of a comment. */
    remember: (commentId: DocumentId, { check }: TriageContext): void =>
      externalCheck.remember(commentId, check),

    /** Forgets it: the comment is gone. */
    forget: (commentId: DocumentId): void => externalCheck.remember(commentId, null),

    /** Tells the outside service, after the commit, where people decided otherwise than it did. */
    learn: learn(parts),
  };
}

export type Triage = ReturnType<typeof createTriage>;
