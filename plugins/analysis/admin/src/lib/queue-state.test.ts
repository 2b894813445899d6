import { describe, expect, test } from '@jest/globals';
import { AT, card, decide, loadedWith, run, shown } from './queue-fixtures';
import { initialQueue } from './queue-model';
import type { QueueAction } from './queue-state';

describe('loading', () => {
  test('the first card can be reached, and the browser’s focus stays where it is', () => {
    const state = loadedWith(['a', 'b']);
    expect(state).toMatchObject({ phase: 'ready', focused: 'a', focusMoves: 0, loadedAt: AT });
  });

  test('an answer for a view that was left is dropped', () => {
    const state = run(
      loadedWith(['a']),
      { type: 'load', key: 'tab=spam', tab: 'spam' },
      { type: 'loaded', key: '', cards: [card('z')], nextCursor: null, at: AT }
    );
    expect(state).toMatchObject({ phase: 'loading', tab: 'spam', cards: [] });
  });

  test('a failure can be tried again', () => {
    const failed = run(initialQueue('', 'pending'), { type: 'failed', key: '', message: 'no' });
    expect(failed).toMatchObject({ phase: 'failed', error: 'no' });
    expect(run(failed, { type: 'load', key: '', tab: 'pending' })).toMatchObject({
      phase: 'loading',
      error: null,
    });
  });

  test('loading the same view again keeps cards, focus and what is left of the selection', () => {
    const state = run(
      loadedWith(['a', 'b', 'c']),
      { type: 'toggle', id: 'a' },
      { type: 'toggle', id: 'b' },
      { type: 'focus', id: 'b' },
      { type: 'load', key: '', tab: 'pending' }
    );
    expect(shown(state)).toEqual(['a', 'b', 'c']);
    const again = run(state, {
      type: 'loaded',
      key: '',
      cards: [card('b'), card('d')],
      nextCursor: null,
      at: AT,
    });
    expect(again).toMatchObject({ focused: 'b', selected: ['b'] });
  });

  test('what is being decided stays hidden when the list comes again, what is settled does not', () => {
    const state = run(
      loadedWith(['a', 'b', 'c']),
      decide('1', 'a'),
      { type: 'settle', token: '1' },
      decide('2', 'b'),
      {
        type: 'loaded',
        key: '',
        cards: [card('a'), card('b'), card('c')],
        nextCursor: null,
        at: AT,
      }
    );
    expect(shown(state)).toEqual(['a', 'c']);
  });
});

describe('appending', () => {
  const page = (cursor: string, ...ids: string[]): QueueAction => ({
    type: 'appended',
    key: '',
    cursor,
    cards: ids.map((id) => card(id)),
    nextCursor: null,
  });

  test('adds what is not there yet', () => {
    const state = run(loadedWith(['a', 'b'], 'c1'), { type: 'append' }, page('c1', 'b', 'c'));
    expect(shown(state)).toEqual(['a', 'b', 'c']);
    expect(state).toMatchObject({ more: 'idle', nextCursor: null });
  });

  test('a page that was asked for twice is added once', () => {
    const state = run(loadedWith(['a'], 'c1'), page('c1', 'b'), page('c1', 'x'));
    expect(shown(state)).toEqual(['a', 'b']);
  });

  test('a failure leaves the list and its cursor', () => {
    const state = run(
      loadedWith(['a'], 'c1'),
      { type: 'append' },
      { type: 'appendFailed', key: '' }
    );
    expect(state).toMatchObject({ more: 'failed', nextCursor: 'c1' });
  });

  test('the focus goes to the first new card when all before have gone', () => {
    const state = run(loadedWith(['a'], 'c1'), decide('1', 'a'), page('c1', 'b'));
    expect(state.focused).toBe('b');
  });
});

describe('focus and selection', () => {
  test.each([
    // start  moves  end
    ['a', [1], 'b'],
    ['a', [-1], 'a'],
    ['c', [1], 'c'],
    ['a', [1, 1, -1], 'b'],
  ] as const)('from %s by %j to %s', (start, moves, end) => {
    const state = run(
      loadedWith(['a', 'b', 'c']),
      { type: 'focus', id: start },
      ...moves.map((by): QueueAction => ({ type: 'move', by }))
    );
    expect(state.focused).toBe(end);
  });

  test('moving passes over what is decided, and does nothing in an empty list', () => {
    const state = run(loadedWith(['a', 'b', 'c']), decide('1', 'b'), { type: 'move', by: 1 });
    expect(state.focused).toBe('c');
    const empty = loadedWith([]);
    expect(run(empty, { type: 'move', by: 1 })).toBe(empty);
  });

  test('a card is selected and not selected in turn', () => {
    const once = run(loadedWith(['a', 'b']), { type: 'toggle', id: 'b' });
    expect(once.selected).toEqual(['b']);
    expect(run(once, { type: 'toggle', id: 'b' }).selected).toEqual([]);
  });

  test('the whole page is selected, then nothing', () => {
    const all = run(loadedWith(['a', 'b', 'c']), decide('1', 'b'), { type: 'togglePage' });
    expect(all.selected).toEqual(['a', 'c']);
    expect(run(all, { type: 'togglePage' }).selected).toEqual([]);
    expect(run(all, { type: 'clearSelection' }).selected).toEqual([]);
  });
});
