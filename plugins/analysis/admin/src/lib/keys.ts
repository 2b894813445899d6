import type { CommentStatus } from '../../../shared/contracts/comments';

/** What a key asks for; `KEYS` says which. */
export type Command =
  | { kind: 'move'; by: 1 | -1 }
  | { kind: 'decide'; to: CommentStatus }
  | {
      kind:
        'open' | 'select' | 'selectPage' | 'undo' | 'ban' | 'reply' | 'search' | 'help' | 'close';
    };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** True for the presses that a key held down gives. */
  repeat: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
}

/** The part of an element that decides whether keys are meant for it. */
export interface KeyTarget {
  tagName: string;
  isContentEditable?: boolean;
  closest(selector: string): unknown;
}

const FIELDS = ['INPUT', 'TEXTAREA', 'SELECT', 'OPTION'];
/** Widgets with keys of their own, and whatever lies on top of the page. */
const OWN_KEYS = [
  'textbox',
  'searchbox',
  'combobox',
  'spinbutton',
  'listbox',
  'menu',
  'dialog',
  'alertdialog',
]
  .map((role) => `[role="${role}"]`)
  .join(',');

const COMMANDS: Readonly<Record<string, Command>> = {
  j: { kind: 'move', by: 1 },
  ArrowDown: { kind: 'move', by: 1 },
  k: { kind: 'move', by: -1 },
  ArrowUp: { kind: 'move', by: -1 },
  a: { kind: 'decide', to: 'approved' },
  r: { kind: 'decide', to: 'rejected' },
  s: { kind: 'decide', to: 'spam' },
  t: { kind: 'decide', to: 'trash' },
  p: { kind: 'decide', to: 'pending' },
  e: { kind: 'open' },
  x: { kind: 'select' },
  z: { kind: 'undo' },
  b: { kind: 'ban' },
  c: { kind: 'reply' },
  Escape: { kind: 'close' },
};

const WITH_ANY_SHIFT: Readonly<Record<string, Command>> = {
  '/': { kind: 'search' },
  '?': { kind: 'help' },
};

/** The keys as the help lists them: what they are called, and the part of the translation's key. */
export const KEYS = [
  ['j ↓', 'next'],
  ['k ↑', 'previous'],
  ['a', 'approve'],
  ['r', 'reject'],
  ['s', 'spam'],
  ['t', 'trash'],
  ['p', 'pending'],
  ['z', 'undo'],
  ['e', 'open'],
  ['c', 'reply'],
  ['b', 'ban'],
  ['x', 'select'],
  ['Shift x', 'selectPage'],
  ['/', 'search'],
  ['?', 'help'],
  ['Esc', 'close'],
] as const;

/** What keys mean on a page. */
export interface KeyTable<C extends { kind: string }> {
  plain: Readonly<Record<string, C>>;
  /** Typed with shift on some keyboards and without on others. */
  anyShift: Readonly<Record<string, C>>;
  withShift: Readonly<Record<string, C>>;
}

const DESK: KeyTable<Command> = {
  plain: COMMANDS,
  anyShift: WITH_ANY_SHIFT,
  withShift: { x: { kind: 'selectPage' } },
};

/**
 * The command that a key press gives, or null. With ctrl, meta or alt a key belongs to the
 * browser, in a field to the text, and while a dialog is open to the dialog. A key that is held
 * down moves, but never decides: a stuck key must not empty the queue.
 */
export function commandIn<C extends { kind: string }>(
  table: KeyTable<C>,
  press: KeyPress,
  target: KeyTarget | null
): C | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.isComposing || press.defaultPrevented || isForTarget(target)) return null;
  const command = lookUp(table, press);
  return command === null || (press.repeat && command.kind !== 'move') ? null : command;
}

/** The desk's command for a key press. */
export const commandFor = (press: KeyPress, target: KeyTarget | null): Command | null =>
  commandIn(DESK, press, target);

const of = <C>(commands: Readonly<Record<string, C>>, name: string): C | null =>
  Object.hasOwn(commands, name) ? (commands[name] ?? null) : null;

function lookUp<C extends { kind: string }>(
  { plain, anyShift, withShift }: KeyTable<C>,
  { key, shiftKey }: KeyPress
): C | null {
  const always = of(anyShift, key);
  if (always !== null) return always;
  // With caps lock on, the letter is a capital without shift.
  const name = key.length === 1 ? key.toLowerCase() : key;
  return of(shiftKey ? withShift : plain, name);
}

function isForTarget(target: KeyTarget | null): boolean {
  if (target === null) return false;
  if (target.isContentEditable === true || FIELDS.includes(target.tagName)) return true;
  return target.closest(OWN_KEYS) !== null;
}
