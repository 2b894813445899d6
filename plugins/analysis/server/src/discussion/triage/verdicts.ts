import type { HeldReason } from '../../../../shared/contracts/moderation';
import type { PhaseName, Verdict } from './types';

export const PASS: Verdict = { outcome: 'pass' };

/** Makes a phase's verdicts, so that the phase names itself once. */
export const verdictsOf = (phase: PhaseName) => {
  const verdict =
    (outcome: 'hold' | 'spam' | 'reject' | 'approve') =>
    (code: string, message: string, params?: HeldReason['params']): Verdict => ({
      outcome,
      reason: { phase, code, message, ...(params ? { params } : {}) },
    });
  return {
    hold: verdict('hold'),
    spam: verdict('spam'),
    reject: verdict('reject'),
    approve: verdict('approve'),
  };
};
