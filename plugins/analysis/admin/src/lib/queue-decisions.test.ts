import { describe, expect, test } from '@jest/globals';
import { AT, card, COUNTS, decide, loadedWith, run, shown } from './queue-fixtures';
import { initialQueue, isBusy, shownCounts, visibleCards } from './queue-model';
import type { QueueAction } from './queue-state';

describe('deciding', () => {
  test('the card leaves at once, counts move, the focus goes to the next', () => {
    const state = run(loadedWith(['a', 'b', 'c']), { type: 'move', by: 1 }, decide('1', 'b'));
    expect(shown(state)).toEqual(['a', 'c']);
    expect(state.focused).toBe('c');
    expect(state.focusMoves).toBe(2);
    expect(shownCounts(state)).toMatchObject({ pending: 9, approved: 21 });
    expect(isBusy(state)).toBe(true);
  });

  test.each([
    // decided  focused before  focused after
    [['a'], 'a', 'b'],
    [['c'], 'c', 'b'],
    [['a', 'b'], 'a', 'c'],
    [['b', 'c'], 'b', 'a'],
    [['c'], 'a', 'a'],
    [['a', 'b', 'c'], 'b', null],
  ])('of a, b and c, deciding %j with the focus on %s moves it to %s', (ids, from, to) => {
    const state = run(
      loadedWith(['a', 'b', 'c']),
      { type: 'focus', id: from },
      decide('1', ...ids)
    );
    expect(state.focused).toBe(to);
  });

  test('what is decided is not selected any more', () => {
    const state = run(loadedWith(['a', 'b']), { type: 'togglePage' }, decide('1', 'a'));
    expect(state.selected).toEqual(['b']);
  });

  test('settling moves the counts for good, once', () => {
    const state = run(loadedWith(['a', 'b']), decide('1', 'a'), { type: 'settle', token: '1' });
    expect(state.counts).toMatchObject({ pending: 9, approved: 21 });
    expect(shownCounts(state)).toEqual(state.counts);
    expect(isBusy(state)).toBe(false);
  });

  test('counts that arrive while a decision is under way are not trusted', () => {
    const polled: QueueAction = { type: 'counts', counts: { ...COUNTS, pending: 9 }, capped: true };
    const busy = run(loadedWith(['a']), decide('1', 'a'), polled);
    expect(shownCounts(busy)).toMatchObject({ pending: 9 });
    const idle = run(busy, { type: 'settle', token: '1' }, polled);
    expect(idle).toMatchObject({ capped: true, counts: { pending: 9 } });
  });

  test('a reported comment leaves its status and the reports', () => {
    const start = run(
      initialQueue('', 'reported'),
      {
        type: 'loaded',
        key: '',
        cards: [card('a', { status: 'approved' })],
        nextCursor: null,
        at: AT,
      },
      { type: 'counts', counts: COUNTS, capped: false }
    );
    const spam = run(start, { type: 'decide', token: '1', ids: ['a'], to: 'spam' });
    expect(shownCounts(spam)).toMatchObject({ reported: 2, approved: 19, spam: 6 });
    const kept = run(start, { type: 'decide', token: '1', ids: ['a'], to: null });
    expect(shownCounts(kept)).toMatchObject({ reported: 2, approved: 20, spam: 5 });
  });

  test('counts never fall below nothing', () => {
    const state = run(
      loadedWith(['a']),
      { type: 'counts', counts: { ...COUNTS, pending: 0 }, capped: false },
      decide('1', 'a')
    );
    expect(shownCounts(state)).toMatchObject({ pending: 0 });
  });

  test('leaving the view keeps what was decided in the counts', () => {
    const state = run(loadedWith(['a']), decide('1', 'a'), {
      type: 'load',
      key: 'tab=spam',
      tab: 'spam',
    });
    expect(shownCounts(state)).toMatchObject({ pending: 9, approved: 21 });
    expect(run(state, { type: 'rollBack', token: '1', message: 'no' }).cards).toEqual([]);
  });
});

describe('going back', () => {
  test('a failure brings the card back in its place, with the reason', () => {
    const state = run(loadedWith(['a', 'b', 'c']), decide('1', 'b'), decide('2', 'a'), {
      type: 'rollBack',
      token: '1',
      message: 'No connection',
    });
    expect(shown(state)).toEqual(['b', 'c']);
    expect(state.marks).toEqual({ b: { kind: 'failed', message: 'No connection' } });
    expect(shownCounts(state)).toMatchObject({ pending: 9, approved: 21 });
  });

  test('a card that comes back to an empty list can be reached', () => {
    const state = run(loadedWith(['a']), decide('1', 'a'), {
      type: 'rollBack',
      token: '1',
      message: 'no',
    });
    expect(state.focused).toBe('a');
  });

  test('deciding again takes the mark away', () => {
    const state = run(
      loadedWith(['a']),
      decide('1', 'a'),
      { type: 'rollBack', token: '1', message: 'no' },
      decide('2', 'a')
    );
    expect(state.marks).toEqual({});
  });

  test('a conflict shows the current text, marked, and counts nothing', () => {
    const current = card('b', { content: 'Another text', contentHash: 'new' });
    const state = run(loadedWith(['a', 'b', 'c']), decide('1', 'b'), {
      type: 'conflict',
      current,
    });
    expect(visibleCards(state)[1]).toEqual(current);
    expect(state.marks).toEqual({ b: { kind: 'changed' } });
    expect(shownCounts(state)).toEqual(COUNTS);
  });

  test('a refusal that was waited for marks the card too, and it can be put right in place', () => {
    const current = card('b', { status: 'spam' });
    const state = run(loadedWith(['a', 'b']), { type: 'conflict', current });
    expect(visibleCards(state)[1]).toEqual(current);
    expect(state).toMatchObject({ marks: { b: { kind: 'changed' } }, focused: 'a' });
    const right = card('b', { content: 'As it should be' });
    expect(visibleCards(run(state, { type: 'replace', card: right }))[1]).toEqual(right);
    expect(run(state, { type: 'replace', card: card('z') }).cards).toHaveLength(2);
  });

  test('of many, those that changed come back and the others are done', () => {
    const state = run(loadedWith(['a', 'b', 'c']), decide('1', 'a', 'b'), {
      type: 'settle',
      token: '1',
      skipped: ['b'],
    });
    expect(shown(state)).toEqual(['b', 'c']);
    expect(state.marks).toEqual({ b: { kind: 'changed' } });
    expect(state.counts).toMatchObject({ pending: 9, approved: 21 });
  });

  test('undo puts the cards back where they were and takes the focus there', () => {
    const state = run(
      loadedWith(['a', 'b', 'c', 'd']),
      decide('1', 'b', 'c'),
      { type: 'settle', token: '1' },
      { type: 'undo', token: '1' }
    );
    expect(shown(state)).toEqual(['a', 'b', 'c', 'd']);
    expect(state).toMatchObject({ focused: 'b', counts: COUNTS, marks: {} });
  });

  test('undoing what this list does not hold changes nothing', () => {
    const state = loadedWith(['a']);
    expect(run(state, { type: 'undo', token: 'other' })).toBe(state);
  });
});
