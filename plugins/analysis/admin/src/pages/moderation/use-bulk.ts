import { useCallback, useState } from 'react';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import { deskWrites } from '../../lib/desk-api';
import { requestFilters, type DeskView } from '../../lib/desk-view';
import { useDeskText } from '../../lib/text';
import type { Decisions } from './use-decisions';
import { useErrorText } from '../../lib/use-error-text';
import { useLatest } from '../../lib/use-latest';
import type { Offer } from './use-offer';
import type { Queue } from './use-queue';

/**
 * Decides on all that match the view, whether they are on the screen or not. The server changes
 * a part with each request; those that came in after the list was loaded are left alone.
 */
export function useBulk(
  view: DeskView,
  queue: Queue,
  decisions: Decisions,
  refreshCounts: () => void
) {
  const [progress, setProgress] = useState<number | null>(null);
  const t = useDeskText();
  const errorText = useErrorText();
  const latest = useLatest({ view, queue, decisions, t });

  const decideMatching = useCallback(
    (to: CommentStatus) => {
      const { view, queue, decisions } = latest.current;
      const until = queue.state.loadedAt;
      if (until === null) return;
      const token = decisions.newToken();
      const made: Offer = { token, key: queue.state.key, to, count: 0, batches: [] };
      const matching = { tab: view.tab, filters: requestFilters(view.filters), until };
      setProgress(0);
      void queue
        .serial(async () => {
          let more = true;
          while (more) {
            const answer = await deskWrites.bulk({ status: to, matching });
            if (answer.batch !== null) made.batches.push(answer.batch);
            made.count += answer.changed;
            setProgress(made.count);
            // Without a change the same request would come back for ever.
            more = answer.more && answer.changed > 0;
          }
        })
        .catch((error: unknown) => {
          const message = errorText(error);
          decisions.warn(
            latest.current.t('said.bulkStopped', { count: made.count, message }),
            'danger'
          );
        })
        .finally(() => {
          setProgress(null);
          if (made.batches.length > 0) decisions.setOffer(made);
          queue.dispatch({ type: 'clearSelection' });
          queue.reload();
          refreshCounts();
        });
    },
    [errorText, latest, refreshCounts]
  );

  return { progress, decideMatching };
}
