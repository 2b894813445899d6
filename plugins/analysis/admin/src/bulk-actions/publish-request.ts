import { useSyncExternalStore } from 'react';
import type { ListedArticle } from './publish-run';

/** What the person asked to publish. */
export interface Asked {
  rows: ListedArticle[];
  /** Sets which rows of the list are selected. */
  select: (rows: ListedArticle[]) => void;
}

/*
 * The button is in the bar of the list's selection, which goes with the selection and is drawn
 * anew with each change of the list: a dialog that lived there would end in the middle of its work.
 */
let asked: Asked | null = null;
const listeners = new Set<() => void>();

function set(next: Asked | null): void {
  asked = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const askToPublish = (next: Asked): void => set(next);
export const endAsking = (): void => set(null);

/** What is being asked now; null when nothing is. */
export const useAsked = (): Asked | null => useSyncExternalStore(subscribe, () => asked);
