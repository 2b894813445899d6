import { useCallback, useEffect, useReducer, useState } from 'react';
import { LIMITS } from '../../../../shared/limits';
import { initialQueue, visibleCards, type Card } from '../../lib/queue-model';
import { queueReducer } from '../../lib/queue-state';
import { createSerialQueue } from './serial-queue';
import { useErrorText } from '../../lib/use-error-text';
import { useLatest } from '../../lib/use-latest';

const { default: PAGE, max: MAX_PAGE } = LIMITS.queuePage;

/** A part of a list; `at` is the server's time of the answer, where that matters. */
export interface ListPage<C extends Card> {
  data: readonly C[];
  meta: { nextCursor: string | null; at?: string };
}

interface Parts<C extends Card, Tab extends string> {
  /** Names the view; another key is another list. */
  key: string;
  tab: Tab;
  ask: (limit: number, cursor: string | null) => Promise<ListPage<C>>;
}

/** The list of a view: loads it, loads it again, and page by page. */
export function useList<C extends Card, Tab extends string>({ key, tab, ask }: Parts<C, Tab>) {
  const errorText = useErrorText();
  const [serial] = useState(createSerialQueue);
  const [state, dispatch] = useReducer(queueReducer<C, Tab>, initialQueue<C, Tab>(key, tab));
  const latest = useLatest({ key, tab, ask, state });

  /** As many as are on the screen, so that a moderator far down stays there. */
  const reload = useCallback(() => {
    const asked = latest.current;
    dispatch({ type: 'load', key: asked.key, tab: asked.tab });
    void serial(async () => {
      const { key, ask, state } = latest.current;
      if (key !== asked.key) return;
      const shown = state.key === key ? visibleCards(state).length : 0;
      try {
        const limit = Math.min(MAX_PAGE, Math.max(PAGE, shown));
        const { data, meta } = await ask(limit, null);
        const { nextCursor, at = null } = meta;
        dispatch({ type: 'loaded', key, cards: data, nextCursor, at });
      } catch (error) {
        dispatch({ type: 'failed', key, message: errorText(error) });
      }
    });
  }, [errorText, latest, serial]);

  const loadMore = useCallback(async () => {
    const { key, ask, state } = latest.current;
    const cursor = state.nextCursor;
    if (cursor === null || state.more === 'loading') return;
    dispatch({ type: 'append' });
    try {
      const { data, meta } = await ask(PAGE, cursor);
      dispatch({ type: 'appended', key, cursor, cards: data, nextCursor: meta.nextCursor });
    } catch {
      dispatch({ type: 'appendFailed', key });
    }
  }, [latest]);

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

/** What `useList` gives of a list of such cards. */
export type List<C extends Card, Tab extends string> = ReturnType<typeof useList<C, Tab>>;
