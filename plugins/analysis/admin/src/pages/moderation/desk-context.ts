import { createContext, useContext } from 'react';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { QueueCard, QueueFilters } from '../../../../shared/contracts/moderation';
import type { DeskRights } from '../../lib/use-rights';

/** What the cards, far below the desk, can ask it to do. */
export interface DeskActions {
  can: DeskRights;
  decide: (cards: readonly QueueCard[], to: CommentStatus, reason?: string | null) => void;
  dismissReports: (card: QueueCard) => void;
  openThread: (card: QueueCard, reply: boolean) => void;
  openBan: (card: QueueCard) => void;
  focus: (id: string) => void;
  toggle: (id: string) => void;
  narrow: (filters: QueueFilters) => void;
}

export const DeskContext = createContext<DeskActions | null>(null);

/** The desk's actions; only inside the desk. */
export function useDesk(): DeskActions {
  const actions = useContext(DeskContext);
  if (actions === null) throw new Error('useDesk is for components inside the desk');
  return actions;
}
