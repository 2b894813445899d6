import type { CommentStatus } from '../../../../../shared/contracts/comments';
import type { DocumentId } from '../../../platform/strapi/uids';
import type { ExternalConfig } from '../../../config';
import { verdictsOf } from '../verdicts';
import { akismetAdapter } from './akismet-adapter';
import { makeSentChecks } from './sent-checks';
import { makeCircuitBreaker } from './circuit-breaker';
import { httpAdapter } from './http-adapter';
import { NoAnswer, type Cause } from '../../../platform/http/outbound-request';
import type { Adapter, Answer, Check, Correction, Question } from './adapter';

const { hold } = verdictsOf('external');

const WORDS: Record<Cause, string> = {
  timeout: 'The outside check did not answer in time; a person has to look',
  unreachable: 'The outside check could not be reached; a person has to look',
  unusable: 'The outside check gave no usable answer; a person has to look',
  busy: 'The outside check had too much to do; a person has to look',
  paused: 'The outside check is not asked, as it failed several times; a person has to look',
};

/** The service that is configured, null when there is none. */
function adapterOf(config: ExternalConfig): Adapter | null {
  if (config.kind === 'none') return null;
  return config.kind === 'http' ? httpAdapter(config) : akismetAdapter(config);
}

/** Asks the configured external service, and reports moderators' decisions to it. */
export function createExternalCheck(log: Parameters<typeof makeCircuitBreaker>[0]) {
  const through = makeCircuitBreaker(log);
  const checks = makeSentChecks();
  let told: Promise<void> = Promise.resolve();

  return {
    /** Its answer; a doubt when none came, whatever the cause. */
    async ask(config: ExternalConfig, question: Question): Promise<Answer | null> {
      const adapter = adapterOf(config);
      if (adapter === null) return null;
      try {
        return await through(config.pauseSeconds * 1_000, () => adapter.ask(question));
      } catch (error) {
        const why = error instanceof NoAnswer ? error.why : 'unusable';
        return { verdict: hold('no_answer', WORDS[why], { cause: why }), check: null };
      }
    },

    /** Remembers what was sent of a comment, in place of an earlier check. */
    remember(commentId: DocumentId, check: Check | null): void {
      if (check === null) checks.forget(commentId);
      else checks.keep(commentId, check);
    },

    /** Where people decided otherwise than it did. */
    correctionsOf: (
      decided: readonly { documentId: DocumentId; to: CommentStatus }[]
    ): Correction[] =>
      decided.flatMap(({ documentId, to }) => checks.correctionOf(documentId, to) ?? []),

    /** Tells it, one after the other; nobody waits for that. */
    tell(config: ExternalConfig, corrections: Correction[]): void {
      const adapter = adapterOf(config);
      if (adapter === null) return;
      for (const correction of corrections) {
        told = told
          .then(() => through(config.pauseSeconds * 1_000, () => adapter.correct(correction)))
          // The circuit breaker has logged it; a correction is not worth a second try.
          .catch(() => undefined);
      }
    },
  };
}

export type ExternalCheck = ReturnType<typeof createExternalCheck>;
