import { useCallback, useEffect, useReducer, useState } from 'react';
import { LIMITS } from '../../../../shared/limits';
import { useDeskReads } from '../../lib/api';
import { viewKey, type DeskView } from '../../lib/query';
import { initialQueue, visibleCards } from '../../lib/queue-model';
import { queueReducer } from '../../lib/queue-state';
import { createSerial } from '../../lib/serial';
import { useErrorText } from './use-error-text';
import { useLatest } from './use-latest';

const { default: PAGE, max: MAX_PAGE } = LIMITS.queuePage;

/** The list of a view: loads it, loads it again, and page by page. */
export function useQueue(view: DeskView) {
  const key = viewKey(view);
  const reads = useDeskReads();
  const errorText = useErrorText();
  const [serial] = useState(createSerial);
  const [state, dispatch] = useReducer(queueReducer, initialQueue(key, view.tab));
  const latest = useLatest({ view, key, state });

  /** As many as are on the screen, so that a moderator far down stays there. */
  const reload = useCallback(() => {
    const asked = latest.current;
    dispatch({ type: 'load', key: asked.key, tab: asked.view.tab });
    void serial(async () => {
      const { view, key, state } = latest.current;
      if (key !== asked.key) return;
      const shown = state.key === key ? visibleCards(state).length : 0;
      try {
        const limit = Math.min(MAX_PAGE, Math.max(PAGE, shown));
        const { data, meta } = await reads.queue(view, limit, null);
        const { nextCursor, at } = meta;
        dispatch({ type: 'loaded', key, cards: data, nextCursor, at });
      } catch (error) {
        dispatch({ type: 'failed', key, message: errorText(error) });
      }
    });
  }, [errorText, latest, reads, serial]);

  const loadMore = useCallback(async () => {
    const { view, key, state } = latest.current;
    const cursor = state.nextCursor;
    if (cursor === null || state.more === 'loading') return;
    dispatch({ type: 'append' });
    try {
      const { data, meta } = await reads.queue(view, PAGE, cursor);
      dispatch({ type: 'appended', key, cursor, cards: data, nextCursor: meta.nextCursor });
    } catch {
      dispatch({ type: 'appendFailed', key });
    }
  }, [latest, reads]);

  useEffect(reload, [key, reload]);

  const visible = visibleCards(state);
  const ranOut =
    state.phase === 'ready' &&
    state.more === 'idle' &&
    visible.length === 0 &&
    state.nextCursor !== null;
  useEffect(() => {
    if (ranOut) void loadMore();
  }, [loadMore, ranOut]);

  return { state, visible, dispatch, serial, reload, loadMore };
}

export type Queue = ReturnType<typeof useQueue>;
