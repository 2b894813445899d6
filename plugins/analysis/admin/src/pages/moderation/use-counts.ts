import { useCallback } from 'react';
import type { QueueFilters } from '../../../../shared/contracts/moderation';
import { useDeskReads } from '../../lib/desk-api';
import { countsQuery } from '../../lib/desk-view';
import { refreshWaiting } from '../../lib/use-waiting-counts';
import { useFresh } from './use-fresh';
import type { Queue } from './use-queue';

/** Keeps the tabs' counts fresh; returns a way to ask at once, for the menu's badge too. */
export function useCounts(filters: QueueFilters, dispatch: Queue['dispatch']): () => void {
  const reads = useDeskReads();
  const refresh = useFresh({
    key: countsQuery(filters),
    ask: () => reads.counts(filters),
    tell: ({ data, meta }) => dispatch({ type: 'counts', counts: data, capped: meta.capped }),
  });
  return useCallback(() => {
    refresh();
    refreshWaiting();
  }, [refresh]);
}
