import type { QueueCard, QueueTab } from '../../../shared/contracts/moderation';
import {
  idsOf,
  initialQueue,
  isBusy,
  moveCounts,
  shownCounts,
  visibleCards,
  type Card,
  type Mark,
  type QueueState,
} from './queue-model';

export type QueueAction<C extends Card = QueueCard, Tab extends string = QueueTab> =
  | { type: 'load'; key: string; tab: Tab }
  | {
      type: 'loaded';
      key: string;
      cards: readonly C[];
      nextCursor: string | null;
      at: string | null;
    }
  | { type: 'failed'; key: string; message: string }
  | { type: 'append' }
  | {
      type: 'appended';
      key: string;
      cursor: string;
      cards: readonly C[];
      nextCursor: string | null;
    }
  | { type: 'appendFailed'; key: string }
  | { type: 'counts'; counts: Readonly<Record<Tab, number>>; capped: boolean }
  | { type: 'decide'; token: string; ids: readonly string[]; to: C['status'] | null }
  | { type: 'settle'; token: string; skipped?: readonly string[] }
  | { type: 'rollBack'; token: string; message: string }
  | { type: 'conflict'; current: C }
  | { type: 'replace'; card: C }
  | { type: 'undo'; token: string }
  | { type: 'focus'; id: string }
  | { type: 'move'; by: 1 | -1 }
  | { type: 'toggle'; id: string }
  | { type: 'togglePage' }
  | { type: 'clearSelection' };

/** The desk's list: what is shown, decided, selected and in focus. */
export function queueReducer<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  action: QueueAction<C, Tab>
): QueueState<C, Tab> {
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
      return conflict(state, action.current);
    case 'replace':
      return { ...state, cards: replaced(state.cards, action.card) };
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

function load<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  { key, tab }: { key: string; tab: Tab }
): QueueState<C, Tab> {
  if (key === state.key) {
    return { ...state, error: null, phase: state.phase === 'failed' ? 'loading' : state.phase };
  }
  const { capped, focusMoves } = state;
  return { ...initialQueue<C, Tab>(key, tab), counts: shownCounts(state), capped, focusMoves };
}

/** Lists are loaded after the decisions before them: what is settled by then is in the answer. */
function loaded<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  { cards, nextCursor, at }: Extract<QueueAction<C, Tab>, { type: 'loaded' }>
): QueueState<C, Tab> {
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

function appended<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  { cards, nextCursor }: Extract<QueueAction<C, Tab>, { type: 'appended' }>
): QueueState<C, Tab> {
  const known = new Set(state.cards.map(({ documentId }) => documentId));
  const all = [...state.cards, ...cards.filter(({ documentId }) => !known.has(documentId))];
  const focused = state.focused ?? visibleCards({ ...state, cards: all })[0]?.documentId ?? null;
  return { ...state, cards: all, nextCursor, more: 'idle', focused };
}

function decide<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  { token, ids, to }: Extract<QueueAction<C, Tab>, { type: 'decide' }>
): QueueState<C, Tab> {
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
function neighbour({ cards, hidden, focused }: QueueState<Card, string>): string | null {
  const from = cards.findIndex(({ documentId }) => documentId === focused);
  const stays = ({ documentId }: Card) => !hidden[documentId];
  const next = cards.slice(Math.max(0, from)).find(stays) ?? cards.slice(0, from).findLast(stays);
  return next?.documentId ?? null;
}

function settle<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  token: string,
  skipped: readonly string[]
): QueueState<C, Tab> {
  const ids = idsOf(state, token);
  const done = ids.filter((id) => !skipped.includes(id));
  const counts = moveCounts(state, done, 1);
  const hidden = { ...state.hidden };
  for (const id of done) {
    const decided = hidden[id];
    if (decided) hidden[id] = { ...decided, settled: true };
  }
  return comeBack(
    { ...state, hidden, counts },
    ids.filter((id) => skipped.includes(id)),
    { kind: 'changed' }
  );
}

function comeBack<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  ids: readonly string[],
  mark: Mark | null
): QueueState<C, Tab> {
  if (ids.length === 0) return state;
  const back = new Set(ids);
  const marks = { ...state.marks };
  if (mark) for (const id of ids) marks[id] = mark;
  return {
    ...state,
    hidden: pick(state.hidden, (id) => !back.has(id)),
    marks,
    focused: state.focused ?? ids[0] ?? null,
  };
}

function conflict<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  current: C
): QueueState<C, Tab> {
  const cards = replaced(state.cards, current);
  return comeBack({ ...state, cards }, [current.documentId], { kind: 'changed' });
}

function undo<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  token: string
): QueueState<C, Tab> {
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

function move<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>,
  by: 1 | -1
): QueueState<C, Tab> {
  const cards = visibleCards(state);
  const at = cards.findIndex(({ documentId }) => documentId === state.focused);
  const to = Math.min(cards.length - 1, Math.max(0, at + by));
  const card = cards[to];
  return card ? { ...state, focused: card.documentId, focusMoves: state.focusMoves + 1 } : state;
}

function togglePage<C extends Card, Tab extends string>(
  state: QueueState<C, Tab>
): QueueState<C, Tab> {
  const ids = visibleCards(state).map(({ documentId }) => documentId);
  const all = ids.every((id) => state.selected.includes(id));
  return { ...state, selected: all ? [] : ids };
}

const replaced = <C extends Card>(cards: readonly C[], card: C): C[] =>
  cards.map((other) => (other.documentId === card.documentId ? card : other));

const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

const pick = <T>(record: Readonly<Record<string, T>>, keep: (id: string, value: T) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([id, value]) => keep(id, value)));
