import { useNotification } from '@strapi/strapi/admin';
import { useNotifyAT } from '@strapi/design-system';
import { useCallback, useRef } from 'react';
import type { CommentStatus } from '../../../../shared/contracts/comments';
import type { QueueCard } from '../../../../shared/contracts/moderation';
import { LIMITS } from '../../../../shared/limits';
import { deskWrites } from '../../lib/desk-api';
import { conflictOf } from '../../lib/edit-conflict';
import { useDeskText } from '../../lib/text';
import { useErrorText } from '../../lib/use-error-text';
import { useLatest } from '../../lib/use-latest';
import { useOffer, type Offer } from './use-offer';
import type { Queue } from './use-queue';

/** Decides on comments at once, tells the server in order, and takes back what it refuses. */
export function useDecisions(queue: Queue, refreshCounts: () => void) {
  const { dispatch, serial, reload } = queue;
  const { offer, setOffer, withdraw, pause } = useOffer();
  const { notifyStatus } = useNotifyAT();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const t = useDeskText();
  const tokens = useRef(0);
  const latest = useLatest({ queue, offer, notifyStatus, toggleNotification, t });

  const newToken = useCallback(() => {
    tokens.current += 1;
    return String(tokens.current);
  }, []);

  const warn = useCallback(
    (message: string, type: 'warning' | 'danger') =>
      latest.current.toggleNotification({ type, message }),
    [latest]
  );

  const fail = useCallback(
    (token: string, error: unknown) => {
      withdraw(token);
      const current = conflictOf<QueueCard>(error);
      if (current) {
        dispatch({ type: 'conflict', current });
        warn(latest.current.t('said.changed'), 'warning');
        return;
      }
      const message = errorText(error);
      dispatch({ type: 'rollBack', token, message });
      warn(latest.current.t('said.failed', { message }), 'danger');
    },
    [dispatch, errorText, latest, warn, withdraw]
  );

  const decideOne = useCallback(
    async (card: QueueCard, to: CommentStatus, reason: string | null, made: Offer) => {
      const { documentId, contentHash, status: from } = card;
      const input = { status: to, contentHash, from, ...(reason ? { reason } : {}) };
      const { batch } = await deskWrites.decide(documentId, input);
      if (batch !== null) made.batches.push(batch);
      dispatch({ type: 'settle', token: made.token });
    },
    [dispatch]
  );

  const decideMany = useCallback(
    async (cards: readonly QueueCard[], to: CommentStatus, made: Offer) => {
      const items = cards.map(({ documentId, contentHash, status: from }) => ({
        documentId,
        contentHash,
        from,
      }));
      const { batch, skipped } = await deskWrites.bulk({ status: to, items });
      if (batch !== null) made.batches.push(batch);
      dispatch({ type: 'settle', token: made.token, skipped });
      if (skipped.length === 0) return;
      warn(latest.current.t('said.skipped', { count: skipped.length }), 'warning');
      reload();
    },
    [dispatch, latest, reload, warn]
  );

  const decide = useCallback(
    (given: readonly QueueCard[], to: CommentStatus, reason: string | null = null) => {
      const cards = given.filter(({ status }) => status !== to).slice(0, LIMITS.bulk);
      const [first] = cards;
      if (first === undefined) return;
      const { key } = latest.current.queue.state;
      const made: Offer = { token: newToken(), key, to, count: cards.length, batches: [] };
      const ids = cards.map(({ documentId }) => documentId);
      dispatch({ type: 'decide', token: made.token, ids, to });
      setOffer(made);
      void serial(() =>
        cards.length === 1 ? decideOne(first, to, reason, made) : decideMany(cards, to, made)
      )
        .catch((error: unknown) => fail(made.token, error))
        .finally(refreshCounts);
    },
    [decideMany, decideOne, dispatch, fail, latest, newToken, refreshCounts, serial, setOffer]
  );

  const dismissReports = useCallback(
    ({ documentId }: QueueCard) => {
      const token = newToken();
      dispatch({ type: 'decide', token, ids: [documentId], to: null });
      void serial(() => deskWrites.dismissReports(documentId))
        .then(() => {
          dispatch({ type: 'settle', token });
          latest.current.notifyStatus(latest.current.t('said.dismissed'));
          // Elsewhere it may belong where it is: whether it was only the reports that hid it, the
          // server knows.
          if (latest.current.queue.state.tab !== 'reported') reload();
        })
        .catch((error: unknown) => fail(token, error))
        .finally(refreshCounts);
    },
    [dispatch, fail, latest, newToken, refreshCounts, reload, serial]
  );

  const undo = useCallback(() => {
    const made = latest.current.offer;
    if (made === null) return;
    withdraw(made.token);
    void serial(async () => {
      let undone = 0;
      let kept = 0;
      for (const batch of made.batches.reverse()) {
        const answer = await deskWrites.undo(batch);
        undone += answer.undone;
        kept += answer.kept;
      }
      const { state } = latest.current.queue;
      dispatch({ type: 'undo', token: made.token });
      latest.current.notifyStatus(latest.current.t('said.undone', { count: undone }));
      if (kept > 0) warn(latest.current.t('said.kept', { count: kept }), 'warning');
      // What came back may belong elsewhere, or to a list that is not the one on the screen.
      const whole = kept === 0 && undone === made.count && made.count <= state.cards.length;
      if (!whole || made.key !== state.key || state.tab === 'reported') reload();
    })
      .catch((error: unknown) => {
        warn(latest.current.t('said.undoFailed', { message: errorText(error) }), 'danger');
        reload();
      })
      .finally(refreshCounts);
  }, [dispatch, errorText, latest, refreshCounts, reload, serial, warn, withdraw]);

  return { decide, dismissReports, undo, offer, setOffer, withdraw, pause, newToken, warn };
}

export type Decisions = ReturnType<typeof useDecisions>;
