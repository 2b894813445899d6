import { isFetchError } from '@strapi/strapi/admin';
import { useSyncExternalStore } from 'react';
import { readWaitingCounts } from './desk-api';
import { createPoll } from './poll';

const EVERY = 60_000;
const REFUSED = [401, 403];

/** How much waits for a moderator. */
export interface WaitingCounts {
  comments: number;
  claims: number;
}

const poll = createPoll<WaitingCounts>({
  every: EVERY,
  async ask() {
    try {
      return await readWaitingCounts();
    } catch (error) {
      if (isFetchError(error) && REFUSED.includes(error.status ?? 0)) return null;
      throw error;
    }
  },
  environment: {
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
export const useWaitingCounts = (): WaitingCounts | null =>
  useSyncExternalStore(poll.subscribe, poll.current);

/** Something was decided: asks at once. */
export const refreshWaitingCounts = (): void => poll.refresh();
