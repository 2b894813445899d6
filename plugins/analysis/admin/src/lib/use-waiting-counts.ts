import { isFetchError } from '@strapi/strapi/admin';
import { useSyncExternalStore } from 'react';
import { readWaiting } from './desk-api';
import { createPoll } from './poll';

const EVERY = 60_000;
const REFUSED = [401, 403];

/** How much waits for a moderator. */
export interface Waiting {
  comments: number;
  claims: number;
}

const poll = createPoll<Waiting>({
  every: EVERY,
  async ask() {
    try {
      return await readWaiting();
    } catch (error) {
      if (isFetchError(error) && REFUSED.includes(error.status ?? 0)) return null;
      throw error;
    }
  },
  world: {
    now: () => Date.now(),
    later(task, after) {
      const timer = setTimeout(task, after);
      return () => clearTimeout(timer);
    },
    visible: () => document.visibilityState === 'visible',
    onVisibility(task) {
      document.addEventListener('visibilitychange', task);
      return () => document.removeEventListener('visibilitychange', task);
    },
  },
});

/** What waits, kept fresh while somebody shows it; null when that is not known. */
export const useWaiting = (): Waiting | null => useSyncExternalStore(poll.subscribe, poll.current);

/** Something was decided: asks at once. */
export const refreshWaiting = (): void => poll.refresh();
