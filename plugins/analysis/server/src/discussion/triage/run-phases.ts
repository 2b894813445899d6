import type { HeldReason } from '../../../../shared/contracts/moderation';
import { banned } from './phases/banned';
import { blockedWords } from './phases/blocked-words';
import { discussion } from './phases/discussion';
import { disposable } from './phases/disposable';
import { duplicates } from './phases/duplicates';
import { external } from './phases/external';
import { flood } from './phases/flood';
import { holdWords } from './phases/hold-words';
import { honeypot } from './phases/honeypot';
import { language } from './phases/language';
import { links } from './phases/links';
import { solicitation } from './phases/solicitation';
import { structure } from './phases/structure';
import { timing } from './phases/timing';
import { trust } from './phases/trust';
import type { TriagePolicy } from './policy';
import type { Signals, Outcome, Phase, PhaseName, Verdict } from './types';

/** In the order in which they are asked: what ends the chain first, trust after all doubts. */
export const PHASES: readonly Phase[] = [
  discussion,
  banned,
  honeypot,
  timing,
  flood,
  duplicates,
  structure,
  links,
  blockedWords,
  solicitation,
  holdWords,
  disposable,
  language,
  external,
  trust,
];

export interface TraceEntry {
  phase: PhaseName;
  outcome: Outcome | 'off' | 'failed';
  /** Of a phase that failed, for the log. */
  error?: string;
}

export interface Triage {
  status: 'approved' | 'pending' | 'spam' | 'rejected';
  /** Why it has that status; empty when nothing was said and it starts as all comments do. */
  reasons: HeldReason[];
  trace: TraceEntry[];
}

function ask(phase: Phase, signals: Signals, policy: TriagePolicy): [Verdict, TraceEntry] {
  try {
    const verdict = phase.run(signals, policy);
    return [verdict, { phase: phase.name, outcome: verdict.outcome }];
  } catch (error) {
    const reason = {
      phase: phase.name,
      code: 'failed',
      message: 'This check failed; a person has to look',
    };
    return [
      { outcome: 'hold', reason },
      { phase: phase.name, outcome: 'failed', error: String(error) },
    ];
  }
}

/**
 * Decides what a new comment starts as. Rejection and spam end the chain; doubts add up, and any
 * of them makes the comment wait; an approval counts only without doubts.
 * @param initialStatus what a comment starts as when no phase says anything
 */
export function runTriage(
  signals: Signals,
  policy: TriagePolicy,
  initialStatus: 'pending' | 'approved',
  phases: readonly Phase[] = PHASES
): Triage {
  const holds: HeldReason[] = [];
  let approval: HeldReason | null = null;
  const trace: TraceEntry[] = [];
  for (const phase of phases) {
    if (!policy[phase.name].enabled) {
      trace.push({ phase: phase.name, outcome: 'off' });
      continue;
    }
    const [verdict, entry] = ask(phase, signals, policy);
    trace.push(entry);
    if (verdict.outcome === 'spam' || verdict.outcome === 'reject') {
      const status = verdict.outcome === 'spam' ? 'spam' : 'rejected';
      return { status, reasons: [...holds, verdict.reason], trace };
    }
    if (verdict.outcome === 'hold') holds.push(verdict.reason);
    if (verdict.outcome === 'approve') approval ??= verdict.reason;
  }
  if (holds.length > 0) return { status: 'pending', reasons: holds, trace };
  if (approval !== null) return { status: 'approved', reasons: [approval], trace };
  return { status: initialStatus, reasons: [], trace };
}

/**
 * The same for an author who may be banned. Nothing that they hear may tell a ban from a hold: what
 * an outside service rejects, which its author is told, is rejected under a ban too.
 */
export function runUnnoticed(...asked: Parameters<typeof runTriage>): Triage {
  const [signals, ...rest] = asked;
  const made = runTriage(signals, ...rest);
  if (signals.blockedBy === null || made.status !== 'spam') return made;
  const otherwise = runTriage({ ...signals, blockedBy: null }, ...rest);
  return otherwise.status === 'rejected' ? otherwise : made;
}
