import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readClaims, writeClaims, type ClaimsView } from '../../lib/claims-view';

/** The claims that the address names, and a way to go to others. */
export function useClaimsView(): [ClaimsView, (change: Partial<ClaimsView>) => void] {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readClaims(search), [search]);
  const go = useCallback(
    (change: Partial<ClaimsView>) => setSearch(writeClaims({ ...view, ...change })),
    [setSearch, view]
  );
  return [view, go];
}
