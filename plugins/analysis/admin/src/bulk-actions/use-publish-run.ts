import { useNotifyAT } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useBulkText } from '../lib/text';
import { usePublishArticles } from './publish-api';
import type { PublishRequest } from './publish-request';
import {
  isComplete,
  publishInBatches,
  remainingOf,
  unpublishedOf,
  type PublishOutcome,
} from './publish-run';

export type PublishPhase =
  | { name: 'asking' }
  | { name: 'running'; done: number; stopping: boolean }
  | { name: 'done'; outcome: PublishOutcome };

/** Publishes what was asked for, and says how far it is. */
export function usePublishRun({ rows, select }: PublishRequest, close: () => void) {
  const t = useBulkText();
  const { notifyStatus } = useNotifyAT();
  const { toggleNotification } = useNotification();
  const publish = usePublishArticles();
  const [phase, setPhase] = useState<PublishPhase>({ name: 'asking' });
  const stopped = useRef(false);
  // Leaving the list stops it, as nobody would see what became of the rest.
  useEffect(() => {
    stopped.current = false;
    return () => void (stopped.current = true);
  }, []);

  const documentIds = unpublishedOf(rows).map(({ documentId }) => documentId);

  const start = async (): Promise<void> => {
    setPhase({ name: 'running', done: 0, stopping: false });
    const outcome = await publishInBatches(documentIds, {
      publish,
      onProgress: (done) => setPhase({ name: 'running', done, stopping: stopped.current }),
      isStopped: () => stopped.current,
    });
    if (!isComplete(outcome)) return setPhase({ name: 'done', outcome });
    const message = t('allPublished', { count: outcome.published.length });
    toggleNotification({ type: 'success', message });
    notifyStatus(message);
    select([]);
    close();
  };

  /** Ends the dialog; while articles are being published, it stops that first. */
  const leave = (): void => {
    if (phase.name === 'running') {
      stopped.current = true;
      return setPhase({ ...phase, stopping: true });
    }
    if (phase.name === 'done') select(remainingOf(rows, phase.outcome));
    close();
  };

  return { phase, total: documentIds.length, start, leave };
}
