import { useNotifyAT } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useCallback, useRef } from 'react';
import type {
  ClaimCard,
  ClaimDecisionInput,
  ClaimStatus,
} from '../../../../shared/contracts/claims';
import { deskWrites } from '../../lib/desk-api';
import { conflictOf } from '../../lib/edit-conflict';
import { useClaimText } from '../../lib/text';
import { useErrorText } from '../../lib/use-error-text';
import { useLatest } from '../../lib/use-latest';
import { useOffer } from '../moderation/use-offer';
import type { Claims } from './use-claims';

/** A decision on a claim that can be taken back. */
interface ClaimOffer {
  token: string;
  /** The view that it was made in. */
  key: string;
  to: ClaimStatus;
  before: ClaimCard;
  /** As the server has it now; null until it has answered, and when it refused. */
  after: ClaimCard | null;
}

const send = ({ documentId, status: from }: ClaimCard, input: Omit<ClaimDecisionInput, 'from'>) =>
  deskWrites.decideClaim(documentId, { ...input, from });

/** Decides on claims, tells the server in order, and takes back what it refuses. */
export function useClaimDecisions(claims: Claims, refreshCounts: () => void) {
  const { dispatch, serial, reload } = claims;
  const { offer, setOffer, withdraw, pause } = useOffer<ClaimOffer>();
  const { notifyStatus } = useNotifyAT();
  const { toggleNotification } = useNotification();
  const errorText = useErrorText();
  const t = useClaimText();
  const tokens = useRef(0);
  const latest = useLatest({ claims, offer, notifyStatus, toggleNotification, t });

  const newOffer = useCallback(
    (before: ClaimCard, to: ClaimStatus): ClaimOffer => {
      tokens.current += 1;
      const { key } = latest.current.claims.state;
      return { token: `claim ${tokens.current}`, key, to, before, after: null };
    },
    [latest]
  );

  const warn = useCallback(
    (message: string, type: 'warning' | 'danger') =>
      latest.current.toggleNotification({ type, message }),
    [latest]
  );

  /** True when it was refused because someone else had decided; the card shows what is now. */
  const showConflict = useCallback(
    (error: unknown): boolean => {
      const current = conflictOf<ClaimCard>(error);
      if (current === null) return false;
      dispatch({ type: 'conflict', current });
      warn(latest.current.t('said.changed'), 'warning');
      return true;
    },
    [dispatch, latest, warn]
  );

  /** At once on the screen; it comes back when the server refuses. */
  const decide = useCallback(
    (card: ClaimCard, to: 'open' | 'dismissed') => {
      if (card.status === to) return;
      const made = newOffer(card, to);
      const { token } = made;
      dispatch({ type: 'decide', token, ids: [card.documentId], to });
      setOffer(made);
      void serial(() => send(card, { status: to }))
        .then((after) => {
          made.after = after;
          dispatch({ type: 'settle', token });
        })
        .catch((error: unknown) => {
          withdraw(token);
          if (showConflict(error)) return;
          const message = errorText(error);
          dispatch({ type: 'rollBack', token, message });
          warn(latest.current.t('said.failed', { message }), 'danger');
        })
        .finally(refreshCounts);
    },
    [
      dispatch,
      errorText,
      latest,
      newOffer,
      refreshCounts,
      serial,
      setOffer,
      showConflict,
      warn,
      withdraw,
    ]
  );

  /**
   * Waits for the server, so that a refused correction can be mended where it was written.
   * @returns what is wrong with it; null when it stands, or someone else has decided
   */
  const uphold = useCallback(
    async (card: ClaimCard, correction: string): Promise<string | null> => {
      const made = newOffer(card, 'upheld');
      try {
        const after = await serial(() => send(card, { status: 'upheld', correction }));
        made.after = after;
        if (card.status === 'upheld') dispatch({ type: 'replace', card: after });
        else {
          const { token } = made;
          dispatch({ type: 'decide', token, ids: [card.documentId], to: 'upheld' });
          dispatch({ type: 'settle', token });
        }
        setOffer(made);
        return null;
      } catch (error) {
        return showConflict(error) ? null : errorText(error);
      } finally {
        refreshCounts();
      }
    },
    [dispatch, errorText, newOffer, refreshCounts, serial, setOffer, showConflict]
  );

  const undo = useCallback(() => {
    const made = latest.current.offer;
    if (made === null) return;
    const { token, before } = made;
    withdraw(token);
    void serial(async () => {
      // The server refused the decision meanwhile, and the card is back already.
      if (made.after === null) return;
      const { status, correction } = before;
      const card = await send(made.after, {
        status,
        ...(status === 'upheld' ? { correction } : {}),
      });
      dispatch({ type: 'undo', token });
      dispatch({ type: 'replace', card });
      latest.current.notifyStatus(latest.current.t('said.undone'));
      if (made.key !== latest.current.claims.state.key) reload();
    })
      .catch((error: unknown) => {
        const { t } = latest.current;
        if (conflictOf<ClaimCard>(error) !== null) warn(t('said.kept'), 'warning');
        else warn(t('said.undoFailed', { message: errorText(error) }), 'danger');
        reload();
      })
      .finally(refreshCounts);
  }, [dispatch, errorText, latest, refreshCounts, reload, serial, warn, withdraw]);

  return { decide, uphold, undo, offer, pause };
}
