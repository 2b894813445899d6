import type { QueueCard, QueueTab } from '../../../../shared/contracts/moderation';
import { useDeskReads } from '../../lib/desk-api';
import { viewKey, type DeskView } from '../../lib/desk-view';
import { useList, type List } from './use-list';

export type Queue = List<QueueCard, QueueTab>;

/** The comments of a view. */
export function useQueue(view: DeskView): Queue {
  const reads = useDeskReads();
  return useList<QueueCard, QueueTab>({
    key: viewKey(view),
    tab: view.tab,
    ask: (limit, cursor) => reads.queue(view, limit, cursor),
  });
}
