import type { QueueCard, QueueTab } from '../../../shared/contracts/moderation';

/** What a list knows of a card: a comment, or a reported claim. */
export interface Card {
  documentId: string;
  status: string;
}

/**
 * A card that was decided on. It stays in the list, hidden, so that it can come back in its place
 * when the request fails or is undone. `to` is null when only its reports were closed.
 */
export interface Hidden<Status extends string = QueueCard['status']> {
  token: string;
  to: Status | null;
  settled: boolean;
}

/** Why a card is back in the list. */
export type Mark = { kind: 'changed' } | { kind: 'failed'; message: string };

export interface QueueState<C extends Card = QueueCard, Tab extends string = QueueTab> {
  /** The view that this is the list of; answers for another one come too late. */
  key: string;
  tab: Tab;
  phase: 'loading' | 'ready' | 'failed';
  error: string | null;
  more: 'idle' | 'loading' | 'failed';
  cards: readonly C[];
  nextCursor: string | null;
  /** When the list was asked for. */
  loadedAt: string | null;
  hidden: Readonly<Record<string, Hidden<C['status']>>>;
  marks: Readonly<Record<string, Mark>>;
  focused: string | null;
  /** Counts up whenever the browser's focus is to follow `focused`. */
  focusMoves: number;
  selected: readonly string[];
  /** As the server counted them; `shownCounts` adds what is under way. */
  counts: Readonly<Record<Tab, number>> | null;
  capped: boolean;
}

type AnyQueue = QueueState<Card, string>;

/** The state before anything was asked for. */
export const initialQueue = <C extends Card = QueueCard, Tab extends string = QueueTab>(
  key: string,
  tab: NoInfer<Tab>
): QueueState<C, Tab> => ({
  key,
  tab,
  phase: 'loading',
  error: null,
  more: 'idle',
  cards: [],
  nextCursor: null,
  loadedAt: null,
  hidden: {},
  marks: {},
  focused: null,
  focusMoves: 0,
  selected: [],
  counts: null,
  capped: false,
});

/** The cards that are on the screen. */
export const visibleCards = <C extends Card>({
  cards,
  hidden,
}: Pick<QueueState<C, string>, 'cards' | 'hidden'>): C[] =>
  cards.filter(({ documentId }) => !hidden[documentId]);

/** The ids of the cards that were hidden by one decision. */
export const idsOf = ({ hidden }: Pick<AnyQueue, 'hidden'>, token: string): string[] =>
  Object.keys(hidden).filter((id) => hidden[id]?.token === token);

/** True while a decision waits for the server, so that counts from there may or may not hold it. */
export const isBusy = ({ hidden }: Pick<AnyQueue, 'hidden'>): boolean =>
  Object.values(hidden).some(({ settled }) => !settled);

/** The counts with the decisions on `ids` applied (`by` 1) or taken back (`by` -1). */
export function moveCounts<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  ids: readonly string[],
  by: 1 | -1
): Record<Tab, number> | null {
  if (state.counts === null) return null;
  const counts: Record<string, number> = { ...state.counts };
  const add = (tab: string, amount: number) => {
    counts[tab] = Math.max(0, (counts[tab] ?? 0) + amount);
  };
  const reported: string = 'reported' satisfies QueueTab;
  for (const card of state.cards) {
    const hidden = ids.includes(card.documentId) ? state.hidden[card.documentId] : undefined;
    if (!hidden) continue;
    if (state.tab === reported) add(reported, -by);
    if (hidden.to === null || hidden.to === card.status) continue;
    add(card.status, -by);
    add(hidden.to, by);
  }
  return counts;
}

/** The counts as the moderator left them, those decisions included that are under way. */
export const shownCounts = <C extends Card, Tab extends string>(
  state: QueueState<C, Tab>
): Record<Tab, number> | null =>
  moveCounts(
    state,
    Object.keys(state.hidden).filter((id) => !state.hidden[id]?.settled),
    1
  );
