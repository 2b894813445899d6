import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { readView, writeView, type DeskView } from '../../lib/desk-view';

/** The view that the address names, and a way to go to another one. */
export function useView(): [DeskView, (change: Partial<DeskView>) => void] {
  const [search, setSearch] = useSearchParams();
  const view = useMemo(() => readView(search), [search]);
  const go = useCallback(
    (change: Partial<DeskView>) => setSearch(writeView({ ...view, ...change })),
    [setSearch, view]
  );
  return [view, go];
}
