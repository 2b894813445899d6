import { useCallback, useEffect, useState } from 'react';
import type { CommentStatus } from '../../../../shared/contracts/comments';

const OFFERED_FOR = 10_000;

/** A decision on comments that can be taken back. */
export interface Offer {
  token: string;
  /** The view that it was made in. */
  key: string;
  to: CommentStatus;
  count: number;
  /** Filled as the server answers; undoing waits for that. */
  batches: string[];
}

/** The decision that can be undone now: for ten seconds, longer while the pointer rests on it. */
export function useOffer<Made extends { token: string } = Offer>() {
  const [offer, setOffer] = useState<Made | null>(null);
  const [paused, pause] = useState(false);

  useEffect(() => {
    if (offer === null || paused) return undefined;
    const timer = setTimeout(() => setOffer(null), OFFERED_FOR);
    return () => clearTimeout(timer);
  }, [offer, paused]);

  const withdraw = useCallback((token: string) => {
    pause(false);
    setOffer((current) => (current?.token === token ? null : current));
  }, []);

  return { offer, setOffer, withdraw, pause };
}
