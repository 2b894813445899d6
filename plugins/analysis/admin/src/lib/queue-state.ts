import type { CommentStatus } from '../../../shared/contracts/comments';
import type { QueueCard, QueueCounts, QueueTab } from '../../../shared/contracts/moderation';
import {
  idsOf,
  initialQueue,
  isBusy,
  moveCounts,
  shownCounts,
  visibleCards,
  type Hidden,
  type Mark,
  type QueueState,
} from './queue-model';

export type QueueAction =
  | { type: 'load'; key: string; tab: QueueTab }
  | {
      type: 'loaded';
      key: string;
      cards: readonly QueueCard[];
      nextCursor: string | null;
      at: string;
    }
  | { type: 'failed'; key: string; message: string }
  | { type: 'append' }
  | {
      type: 'appended';
      key: string;
      cursor: string;
      cards: readonly QueueCard[];
      nextCursor: string | null;
    }
  | { type: 'appendFailed'; key: string }
  | { type: 'counts'; counts: QueueCounts; capped: boolean }
  | { type: 'decide'; token: string; ids: readonly string[]; to: CommentStatus | null }
  | { type: 'settle'; token: string; skipped?: readonly string[] }
  | { type: 'rollBack'; token: string; message: string }
  | { type: 'conflict'; token: string; current: QueueCard }
  | { type: 'undo'; token: string }
  | { type: 'focus'; id: string }
  | { type: 'move'; by: 1 | -1 }
  | { type: 'toggle'; id: string }
  | { type: 'togglePage' }
  | { type: 'clearSelection' };

/** The desk's list: what is shown, decided, selected and in focus. */
export function queueReducer(state: QueueState, action: QueueAction): QueueState {
  switch (action.type) {
    case 'load':
      return load(state, action);
    case 'loaded':
      return action.key === state.key ? loaded(state, action) : state;
    case 'failed':
      return action.key === state.key
        ? { ...state, phase: 'failed', error: action.message }
        : state;
    case 'append':
      return { ...state, more: 'loading' };
    case 'appended':
      return action.key === state.key && action.cursor === state.nextCursor
        ? appended(state, action)
        : state;
    case 'appendFailed':
      return action.key === state.key ? { ...state, more: 'failed' } : state;
    case 'counts':
      return isBusy(state) ? state : { ...state, counts: action.counts, capped: action.capped };
    case 'decide':
      return decide(state, action);
    case 'settle':
      return settle(state, action.token, action.skipped ?? []);
    case 'rollBack':
      return comeBack(state, idsOf(state, action.token), {
        kind: 'failed',
        message: action.message,
      });
    case 'conflict':
      return conflict(state, action.token, action.current);
    case 'undo':
      return undo(state, action.token);
    case 'focus':
      return state.focused === action.id ? state : { ...state, focused: action.id };
    case 'move':
      return move(state, action.by);
    case 'toggle':
      return { ...state, selected: toggled(state.selected, action.id) };
    case 'togglePage':
      return togglePage(state);
    case 'clearSelection':
      return state.selected.length === 0 ? state : { ...state, selected: [] };
  }
}

function load(state: QueueState, { key, tab }: { key: string; tab: QueueTab }): QueueState {
  if (key === state.key) {
    return { ...state, error: null, phase: state.phase === 'failed' ? 'loading' : state.phase };
  }
  const { capped, focusMoves } = state;
  return { ...initialQueue(key, tab), counts: shownCounts(state), capped, focusMoves };
}

/** Lists are loaded after the decisions before them: what is settled by then is in the answer. */
function loaded(
  state: QueueState,
  { cards, nextCursor, at }: Extract<QueueAction, { type: 'loaded' }>
): QueueState {
  const present = new Set(cards.map(({ documentId }) => documentId));
  const hidden = pick(state.hidden, (id, { settled }) => present.has(id) && !settled);
  const [first] = visibleCards({ cards, hidden });
  const keeps = state.focused !== null && present.has(state.focused) && !hidden[state.focused];
  return {
    ...state,
    phase: 'ready',
    error: null,
    more: 'idle',
    cards,
    nextCursor,
    loadedAt: at,
    hidden,
    marks: pick(state.marks, (id) => present.has(id)),
    selected: state.selected.filter((id) => present.has(id)),
    focused: keeps ? state.focused : (first?.documentId ?? null),
  };
}

function appended(
  state: QueueState,
  { cards, nextCursor }: Extract<QueueAction, { type: 'appended' }>
): QueueState {
  const known = new Set(state.cards.map(({ documentId }) => documentId));
  const all = [...state.cards, ...cards.filter(({ documentId }) => !known.has(documentId))];
  const focused = state.focused ?? visibleCards({ ...state, cards: all })[0]?.documentId ?? null;
  return { ...state, cards: all, nextCursor, more: 'idle', focused };
}

function decide(
  state: QueueState,
  { token, ids, to }: Extract<QueueAction, { type: 'decide' }>
): QueueState {
  const gone = new Set(ids);
  const hidden = { ...state.hidden };
  for (const id of ids) hidden[id] = { token, to, settled: false };
  return {
    ...state,
    hidden,
    marks: pick(state.marks, (id) => !gone.has(id)),
    selected: state.selected.filter((id) => !gone.has(id)),
    focused: neighbour({ ...state, hidden }),
    focusMoves: state.focusMoves + 1,
  };
}

/** The focused card, or when it has gone the next one, or the one before at the end of the list. */
function neighbour({ cards, hidden, focused }: QueueState): string | null {
  const from = cards.findIndex(({ documentId }) => documentId === focused);
  const stays = ({ documentId }: QueueCard) => !hidden[documentId];
  const next = cards.slice(Math.max(0, from)).find(stays) ?? cards.slice(0, from).findLast(stays);
  return next?.documentId ?? null;
}

function settle(state: QueueState, token: string, skipped: readonly string[]): QueueState {
  const ids = idsOf(state, token);
  const done = ids.filter((id) => !skipped.includes(id));
  const counts = moveCounts(state, done, 1);
  const hidden = { ...state.hidden };
  for (const id of done) hidden[id] = { ...(hidden[id] as Hidden), settled: true };
  return comeBack(
    { ...state, hidden, counts },
    ids.filter((id) => skipped.includes(id)),
    { kind: 'changed' }
  );
}

function comeBack(state: QueueState, ids: readonly string[], mark: Mark | null): QueueState {
  if (ids.length === 0) return state;
  const back = new Set(ids);
  const marks = { ...state.marks };
  for (const id of mark ? ids : []) marks[id] = mark as Mark;
  return {
    ...state,
    hidden: pick(state.hidden, (id) => !back.has(id)),
    marks,
    focused: state.focused ?? ids[0] ?? null,
  };
}

function conflict(state: QueueState, token: string, current: QueueCard): QueueState {
  const cards = state.cards.map((card) =>
    card.documentId === current.documentId ? current : card
  );
  return comeBack({ ...state, cards }, idsOf(state, token), { kind: 'changed' });
}

function undo(state: QueueState, token: string): QueueState {
  const ids = idsOf(state, token);
  if (ids.length === 0) return state;
  const counts = moveCounts(
    state,
    ids.filter((id) => state.hidden[id]?.settled),
    -1
  );
  const first = state.cards.find(({ documentId }) => ids.includes(documentId));
  const focused = first?.documentId ?? state.focused;
  return {
    ...comeBack({ ...state, counts }, ids, null),
    focused,
    focusMoves: state.focusMoves + 1,
  };
}

function move(state: QueueState, by: 1 | -1): QueueState {
  const cards = visibleCards(state);
  const at = cards.findIndex(({ documentId }) => documentId === state.focused);
  const to = Math.min(cards.length - 1, Math.max(0, at + by));
  const card = cards[to];
  return card ? { ...state, focused: card.documentId, focusMoves: state.focusMoves + 1 } : state;
}

function togglePage(state: QueueState): QueueState {
  const ids = visibleCards(state).map(({ documentId }) => documentId);
  const all = ids.every((id) => state.selected.includes(id));
  return { ...state, selected: all ? [] : ids };
}

const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

const pick = <T>(record: Readonly<Record<string, T>>, keep: (id: string, value: T) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([id, value]) => keep(id, value)));
