import { detectLanguage } from '../../platform/text/detect-language';
import { PHASES, runTriage } from './run-phases';
import type { TriagePolicy } from './policy';
import type { Signals, PhaseName } from './types';
import { UNKNOWN_GUEST } from './anonymous-signals';

/** A comment that a person has labelled; see `tests/corpus/comments.json`. */
export interface Labelled {
  id: string;
  label: 'ham' | 'spam';
  language: 'en' | 'fr';
  articleLanguage: string;
  content: string;
  author: { name: string; email: string; url?: string };
  note?: string;
  /** Written after the word lists, which were never changed for its sake. */
  heldOut?: boolean;
}

export interface PhaseScore {
  phase: PhaseName;
  /** Comments that the phase, asked alone, did not let pass. */
  spam: number;
  ham: number;
  /** Null when it caught nothing. */
  precision: number | null;
  recall: number;
}

export interface Score {
  comments: number;
  ham: number;
  spam: number;
  spamAsSpam: number;
  spamHeld: number;
  hamAsSpam: number;
  hamHeld: number;
  /** Which came out otherwise than labelled, and by which phase. */
  missed: { id: string; label: Labelled['label']; status: string; phases: PhaseName[] }[];
}

export interface Evaluation {
  phases: PhaseScore[];
  all: Score;
  /** What to expect of comments that nobody has seen. */
  heldOut: Score;
}

/** The bars that the defaults must pass. */
export const BARS = { spamAsSpam: 0.9, hamAsSpam: 0.02 } as const;

/** A labelled comment as it would arrive from an unknown guest, of whom only the text is known. */
export const signalsOf = async ({
  content,
  articleLanguage,
  author,
}: Labelled): Promise<Signals> => ({
  ...UNKNOWN_GUEST,
  content,
  articleLanguage,
  detectedLanguage: await detectLanguage(content),
  author: { name: author.name, email: author.email, url: author.url ?? null, signedIn: false },
});

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** A labelled comment and what would be known of it. */
type Known = Labelled & { signals: Signals };

function score(comments: Known[], policy: TriagePolicy): Score {
  const missed: Score['missed'] = [];
  const counts = { ham: { spam: 0, held: 0, all: 0 }, spam: { spam: 0, held: 0, all: 0 } };
  for (const comment of comments) {
    const { status, reasons } = runTriage(comment.signals, policy, 'approved');
    const side = counts[comment.label];
    side.all += 1;
    if (status === 'spam' || status === 'rejected') side.spam += 1;
    if (status === 'pending') side.held += 1;
    if ((status === 'spam') !== (comment.label === 'spam')) {
      missed.push({
        id: comment.id,
        label: comment.label,
        status,
        phases: reasons.map(({ phase }) => phase as PhaseName),
      });
    }
  }
  const { ham, spam } = counts;
  return {
    comments: comments.length,
    ham: ham.all,
    spam: spam.all,
    spamAsSpam: share(spam.spam, spam.all),
    spamHeld: share(spam.held, spam.all),
    hamAsSpam: share(ham.spam, ham.all),
    hamHeld: share(ham.held, ham.all),
    missed,
  };
}

/**
 * Measures a policy on labelled comments: each phase alone, and the whole chain on all comments
 * and on those held out.
 */
export async function evaluate(labelled: Labelled[], policy: TriagePolicy): Promise<Evaluation> {
  const comments = await Promise.all(
    labelled.map(async (each): Promise<Known> => ({ ...each, signals: await signalsOf(each) }))
  );
  const spam = comments.filter(({ label }) => label === 'spam').length;
  const phases = PHASES.map((phase) => {
    const caught = comments.filter((each) => {
      const { outcome } = phase.run(each.signals, policy);
      return outcome !== 'pass' && outcome !== 'approve';
    });
    const right = caught.filter(({ label }) => label === 'spam').length;
    return {
      phase: phase.name,
      spam: right,
      ham: caught.length - right,
      precision: caught.length === 0 ? null : right / caught.length,
      recall: share(right, spam),
    };
  });
  return {
    phases,
    all: score(comments, policy),
    heldOut: score(
      comments.filter((comment) => comment.heldOut),
      policy
    ),
  };
}
