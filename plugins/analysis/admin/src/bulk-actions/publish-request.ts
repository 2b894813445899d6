import { useSyncExternalStore } from 'react';
import type { ListedArticle } from './publish-run';

/** What the person asked to publish. */
export interface PublishRequest {
  rows: ListedArticle[];
  /** Sets which rows of the list are selected. */
  select: (rows: ListedArticle[]) => void;
}

/*
 * The button is in the bar of the list's selection, which goes with the selection and is drawn
 * anew with each change of the list: a dialog that lived there would end in the middle of its work.
 */
let request: PublishRequest | null = null;
const listeners = new Set<() => void>();

function set(next: PublishRequest | null): void {
  request = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const requestPublish = (next: PublishRequest): void => set(next);
export const closeRequest = (): void => set(null);

/** What the dialog is open for; null when it is closed. */
export const usePublishRequest = (): PublishRequest | null =>
  useSyncExternalStore(subscribe, () => request);
