import { useCallback, useEffect, useRef } from 'react';
import { useLatest } from '../../lib/use-latest';

const EVERY = 20_000;

interface Parts<T> {
  /** Names what is asked for; another key is asked at once. */
  key: string;
  ask: () => Promise<T>;
  onAnswer: (answer: T) => void;
}

/** Keeps an answer fresh while somebody looks; returns a way to ask at once. */
export function useAutoRefresh<T>({ key, ask, onAnswer }: Parts<T>): () => void {
  const latest = useLatest({ ask, onAnswer });
  const lastRequest = useRef(0);

  const refresh = useCallback(async () => {
    lastRequest.current += 1;
    const request = lastRequest.current;
    try {
      const answer = await latest.current.ask();
      if (request === lastRequest.current) latest.current.onAnswer(answer);
    } catch {
      // The next request asks again; old numbers are better than an error every 20 seconds.
    }
  }, [latest]);

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
  }, [key, refresh]);

  return useCallback(() => void refresh(), [refresh]);
}
