/** Key presses and targets for the tests of keys. */
import type { KeyPress, KeyTarget } from './keys';

export const press = (key: string, changes: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...changes,
});

export const element = (tagName: string, role?: string): KeyTarget => ({
  tagName,
  closest: (selector) => (role && selector.includes(`"${role}"`) ? {} : null),
});

export const BODY = element('BODY');
