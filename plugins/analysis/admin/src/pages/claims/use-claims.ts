import { useCallback, useState } from 'react';
import type { ClaimCard, ClaimStatus } from '../../../../shared/contracts/claims';
import type { CountsResponse } from '../../../../shared/contracts/moderation';
import { useDeskReads } from '../../lib/desk-api';
import { claimCountsQuery, claimsKey, type ClaimsView } from '../../lib/claims-view';
import { refreshWaitingCounts } from '../../lib/use-waiting-counts';
import { useAutoRefresh } from '../moderation/use-auto-refresh';
import { useList, type List } from '../moderation/use-list';

export type Claims = List<ClaimCard, ClaimStatus>;

interface Found {
  claims: Claims;
  /** Of the comments, for their tabs. */
  comments: CountsResponse | null;
  /** Counts again, for the menu's badge too. */
  refreshCounts: () => void;
}

/** The claims of a view, and how many there are of each kind. */
export function useClaims(view: ClaimsView): Found {
  const reads = useDeskReads();
  const claims = useList<ClaimCard, ClaimStatus>({
    key: claimsKey(view),
    tab: view.status,
    ask: (limit, cursor) => reads.claims(view, limit, cursor),
  });
  const { dispatch } = claims;
  const { filters } = view;
  const refresh = useAutoRefresh({
    key: claimCountsQuery(filters),
    ask: () => reads.claimCounts(filters),
    onAnswer: (counts) => dispatch({ type: 'counts', counts, capped: true }),
  });
  const [comments, setComments] = useState<CountsResponse | null>(null);
  useAutoRefresh({
    key: filters.article ?? '',
    ask: () => reads.counts(filters.article ? { article: filters.article } : {}),
    onAnswer: setComments,
  });
  const refreshCounts = useCallback(() => {
    refresh();
    refreshWaitingCounts();
  }, [refresh]);
  return { claims, comments, refreshCounts };
}
