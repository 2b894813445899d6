import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { ReplayCase, ReplayScore, ReplayView } from '../../../../shared/contracts/triage';
import { excerptOf } from '../../../../shared/text';
import { runTriage } from './run-phases';
import type { TriagePolicy } from './policy';
import type { DecidedRow } from './store';
import type { Signals } from './types';
import { UNKNOWN_GUEST } from './anonymous-signals';

/** Cases that are shown of each kind. */
const SHOWN = 50;
/** What they quote of a comment. */
const EXCERPT = 500;

/** A decided comment as it would arrive today, of which only text and author are known. */
const signalsOf = (row: DecidedRow): Signals => ({
  ...UNKNOWN_GUEST,
  content: row.content,
  articleLanguage: row.articleLanguage,
  detectedLanguage: row.language,
  author: {
    name: row.authorName ?? '',
    email: row.authorEmail,
    url: row.authorUrl,
    signedIn: row.signedIn,
  },
});

const isRefused = (status: CommentStatus): boolean => status !== 'approved' && status !== 'pending';

type Error = keyof Pick<ReplayScore, 'approvedTaken' | 'refusedPublic' | 'approvedHeld'>;

/**
 * What a policy would have got wrong: `approvedTaken` a comment that a person approved and it
 * refuses, `approvedHeld` one that it makes wait for its doubts, `refusedPublic` one that a person
 * refused and it publishes.
 */
function errorOf(human: CommentStatus, made: CommentStatus, doubts: number): Error | null {
  if (human === 'approved') {
    if (isRefused(made)) return 'approvedTaken';
    return made === 'pending' && doubts > 0 ? 'approvedHeld' : null;
  }
  return isRefused(human) && made === 'approved' ? 'refusedPublic' : null;
}

function score(
  rows: DecidedRow[],
  policy: TriagePolicy,
  initial: 'pending' | 'approved'
): { score: ReplayScore; cases: ReplayCase[] } {
  const result: ReplayScore = { approvedTaken: 0, approvedHeld: 0, refusedPublic: 0, caught: 0 };
  const cases: ReplayCase[] = [];
  for (const row of rows) {
    const { status, reasons } = runTriage(signalsOf(row), policy, initial);
    if (isRefused(row.status) && isRefused(status)) result.caught += 1;
    const error = errorOf(row.status, status, reasons.length);
    if (error === null) continue;
    result[error] += 1;
    if (result[error] <= SHOWN) {
      cases.push({
        commentId: row.commentId,
        content: excerptOf(row.content, EXCERPT),
        decided: row.status,
        wouldBe: status,
        error,
        reasons,
      });
    }
  }
  return { score: result, cases };
}

/** Tries a policy, and the one in force, on decisions that people took. */
export function replay(
  rows: DecidedRow[],
  now: TriagePolicy,
  next: TriagePolicy,
  initial: 'pending' | 'approved'
): ReplayView {
  const changed = score(rows, next, initial);
  return {
    decisions: rows.length,
    refused: rows.filter(({ status }) => isRefused(status)).length,
    now: score(rows, now, initial).score,
    next: changed.score,
    cases: changed.cases,
  };
}
