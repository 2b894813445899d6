import { describe, expect, test } from '@jest/globals';
import { BODY, element, press } from './key-fixtures';
import { commandFor, KEYS } from './keys';

describe('keys', () => {
  test.each([
    ['j', { kind: 'move', by: 1 }],
    ['k', { kind: 'move', by: -1 }],
    ['ArrowDown', { kind: 'move', by: 1 }],
    ['ArrowUp', { kind: 'move', by: -1 }],
    ['a', { kind: 'decide', to: 'approved' }],
    ['r', { kind: 'decide', to: 'rejected' }],
    ['s', { kind: 'decide', to: 'spam' }],
    ['t', { kind: 'decide', to: 'trash' }],
    ['p', { kind: 'decide', to: 'pending' }],
    ['e', { kind: 'open' }],
    ['x', { kind: 'select' }],
    ['z', { kind: 'undo' }],
    ['b', { kind: 'ban' }],
    ['c', { kind: 'reply' }],
    ['/', { kind: 'search' }],
    ['?', { kind: 'help' }],
    ['Escape', { kind: 'close' }],
    ['A', { kind: 'decide', to: 'approved' }],
    ['q', null],
    ['Enter', null],
    ['constructor', null],
  ])('%s', (key, command) => {
    expect(commandFor(press(key), BODY)).toEqual(command);
  });

  test.each([
    ['X', { kind: 'selectPage' }],
    ['?', { kind: 'help' }],
    ['/', { kind: 'search' }],
    ['A', null],
    ['ArrowDown', null],
    ['Z', null],
  ])('shift and %s', (key, command) => {
    expect(commandFor(press(key, { shiftKey: true }), BODY)).toEqual(command);
  });
});

describe('keys that are not for the desk', () => {
  test.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'defaultPrevented'] as const)(
    'with %s',
    (flag) => {
      expect(commandFor(press('a', { [flag]: true }), BODY)).toBeNull();
    }
  );

  test.each([
    ['an input', element('INPUT')],
    ['a text area', element('TEXTAREA')],
    ['a select', element('SELECT')],
    ['editable text', { ...element('DIV'), isContentEditable: true }],
    ['a combobox', element('DIV', 'combobox')],
    ['a menu', element('DIV', 'menu')],
    ['a dialog', element('BUTTON', 'dialog')],
    ['a confirmation', element('BUTTON', 'alertdialog')],
  ])('in %s', (_name, target) => {
    expect(commandFor(press('a'), target)).toBeNull();
    expect(commandFor(press('Escape'), target)).toBeNull();
  });

  test('a key held down moves and does nothing else', () => {
    const held = { repeat: true };
    expect(commandFor(press('j', held), BODY)).toEqual({ kind: 'move', by: 1 });
    expect(commandFor(press('a', held), BODY)).toBeNull();
    expect(commandFor(press('z', held), BODY)).toBeNull();
  });
});

test.each([
  ['a button', element('BUTTON')],
  ['a card', element('ARTICLE')],
  ['nothing', null],
])('on %s keys act', (_name, target) => {
  expect(commandFor(press('a'), target)).toEqual({ kind: 'decide', to: 'approved' });
});

test('the help names every key once', () => {
  const names = KEYS.map(([key]) => key);
  expect(new Set(names).size).toBe(names.length);
});
