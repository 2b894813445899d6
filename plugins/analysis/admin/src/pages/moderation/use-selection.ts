import { useEffect, useState } from 'react';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { useBulk } from './use-bulk';
import type { Decisions } from './use-decisions';
import type { DeskDialog } from './use-dialogs';
import type { Queue } from './use-queue';

/** More than this many at once are asked about first. */
const CONFIRM_ABOVE = 100;

interface Parts {
  queue: Queue;
  /** How many match the view, as far as is known. */
  total: number;
  decisions: Decisions;
  bulk: ReturnType<typeof useBulk>;
  open: (dialog: DeskDialog) => void;
}

/** What is ticked, or all that matches, and what is done with it. */
export function useSelection({ queue, total, decisions, bulk, open }: Parts) {
  const { state, visible, dispatch } = queue;
  const [everything, setEverything] = useState(false);
  const picked = visible.filter(({ documentId }) => state.selected.includes(documentId));
  const whole = visible.length > 0 && picked.length === visible.length;

  // Unticking one, or another list, ends "all that match".
  useEffect(() => {
    if (!whole) setEverything(false);
  }, [whole]);
  useEffect(() => setEverything(false), [state.key]);

  const count = everything ? Math.max(total, picked.length) : picked.length;
  const decide = (to: CommentStatus): void => {
    const run = () => (everything ? bulk.decideMatching(to) : decisions.decide(picked, to));
    if (count > CONFIRM_ABOVE) open({ kind: 'confirm', to, count, run });
    else run();
  };

  return {
    count,
    total,
    whole,
    everything,
    decide,
    selectEverything: () => setEverything(true),
    clear: () => dispatch({ type: 'clearSelection' }),
    togglePage: () => dispatch({ type: 'togglePage' }),
  };
}

export type Selection = ReturnType<typeof useSelection>;
