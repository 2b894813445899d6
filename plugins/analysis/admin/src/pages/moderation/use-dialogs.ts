import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { QueueCard } from '../../../../shared/contracts/moderation';

/** The one dialog that is open. */
export type DeskDialog =
  | { kind: 'thread'; id: string; reply: boolean }
  | { kind: 'ban'; card: QueueCard }
  | { kind: 'confirm'; to: CommentStatus; count: number; run: () => void }
  | { kind: 'help' };

/** Which dialog is open, and how to open another one. */
export function useDialogs<Dialog extends object = DeskDialog>() {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const opener = useRef<HTMLElement | null>(null);

  const open = useCallback((next: Dialog) => {
    const { activeElement } = document;
    opener.current = activeElement instanceof HTMLElement ? activeElement : null;
    setDialog(next);
  }, []);
  const close = useCallback(() => setDialog(null), []);

  // The design system gives the focus back to a trigger only, and a key is none. A card that has
  // gone meanwhile has passed the focus on already.
  useEffect(() => {
    if (dialog === null && opener.current?.isConnected) opener.current.focus();
  }, [dialog]);

  return { dialog, open, close };
}
