import { useCallback, useEffect, useRef } from 'react';
import type { QueueFilters } from '../../../../shared/contracts/moderation';
import { useDeskReads } from '../../lib/api';
import { countsQuery } from '../../lib/query';
import type { Queue } from './use-queue';
import { useLatest } from './use-latest';

const EVERY = 20_000;

/** Keeps the tabs' counts fresh while somebody looks; returns a way to ask at once. */
export function useCounts(filters: QueueFilters, dispatch: Queue['dispatch']): () => void {
  const reads = useDeskReads();
  const latest = useLatest(filters);
  const asked = useRef(0);

  const refresh = useCallback(async () => {
    asked.current += 1;
    const turn = asked.current;
    try {
      const { data, meta } = await reads.counts(latest.current);
      if (turn === asked.current) {
        dispatch({ type: 'counts', counts: data, capped: meta.capped });
      }
    } catch {
      // The next turn asks again; old numbers are better than an error every 20 seconds.
    }
  }, [dispatch, latest, reads]);

  const query = countsQuery(filters);
  useEffect(() => {
    void refresh();
    const refreshIfSeen = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = setInterval(refreshIfSeen, EVERY);
    document.addEventListener('visibilitychange', refreshIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refreshIfSeen);
    };
  }, [query, refresh]);

  return useCallback(() => void refresh(), [refresh]);
}
