import { useCallback } from 'react';
import type { QueueFilters } from '../../../../shared/contracts/moderation';
import { useDeskReads } from '../../lib/desk-api';
import { countsQuery } from '../../lib/desk-view';
import { refreshWaitingCounts } from '../../lib/use-waiting-counts';
import { useAutoRefresh } from './use-auto-refresh';
import type { Queue } from './use-queue';

/** Keeps the tabs' counts fresh; returns a way to ask at once, for the menu's badge too. */
export function useCounts(filters: QueueFilters, dispatch: Queue['dispatch']): () => void {
  const reads = useDeskReads();
  const refresh = useAutoRefresh({
    key: countsQuery(filters),
    ask: () => reads.counts(filters),
    onAnswer: ({ data, meta }) => dispatch({ type: 'counts', counts: data, capped: meta.capped }),
  });
  return useCallback(() => {
    refresh();
    refreshWaitingCounts();
  }, [refresh]);
}
