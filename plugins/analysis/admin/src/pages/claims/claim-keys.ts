import { commandIn, type KeyPress, type KeyTable, type KeyTarget } from '../../lib/keys';

/** What a key asks for among reported claims; `CLAIM_KEYS` says which. */
export type ClaimCommand =
  | { kind: 'move'; by: 1 | -1 }
  | { kind: 'uphold' | 'dismiss' | 'reopen' | 'undo' | 'search' | 'help' };

const TABLE: KeyTable<ClaimCommand> = {
  plain: {
    j: { kind: 'move', by: 1 },
    ArrowDown: { kind: 'move', by: 1 },
    k: { kind: 'move', by: -1 },
    ArrowUp: { kind: 'move', by: -1 },
    u: { kind: 'uphold' },
    d: { kind: 'dismiss' },
    o: { kind: 'reopen' },
    z: { kind: 'undo' },
  },
  anyShift: { '/': { kind: 'search' }, '?': { kind: 'help' } },
  withShift: {},
};

/** The keys as the help lists them: what they are called, and the part of the translation's key. */
export const CLAIM_KEYS = [
  ['j ↓', 'next'],
  ['k ↑', 'previous'],
  ['u', 'uphold'],
  ['d', 'dismiss'],
  ['o', 'reopen'],
  ['z', 'undo'],
  ['/', 'search'],
  ['?', 'help'],
] as const;

/** The command that a key press gives among claims, or null. */
export const claimCommandFor = (press: KeyPress, target: KeyTarget | null): ClaimCommand | null =>
  commandIn(TABLE, press, target);
