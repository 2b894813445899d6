import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ReplayView } from '../../../../shared/contracts/triage';
import { faultsOf } from '../../lib/refusals';
import { useTriageText } from '../../lib/text';
import { replayPolicy, savePolicy } from './triage-api';
import { useErrorText } from '../../lib/use-error-text';
import type { PolicyState } from './use-policy';

/** What the page does with the policy on the screen. */
export interface PolicyActions {
  busy: 'save' | 'replay' | null;
  save: () => Promise<void>;
  replay: () => Promise<void>;
  replayed: ReplayView | null;
  closeReplay: () => void;
}

/** Saves the policy or tries it; what the server refuses is shown at its field. */
export function useActions({ state, keep, refuse }: PolicyState): PolicyActions {
  const t = useTriageText();
  const errorText = useErrorText();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState<PolicyActions['busy']>(null);
  const [replayed, setReplayed] = useState<ReplayView | null>(null);
  const draft = state?.draft ?? null;

  const failed = (error: unknown, refused: 'refused' | 'replay.refused') => {
    const faults = faultsOf(error);
    const otherwise = refused === 'refused' ? 'notSaved' : 'replay.failed';
    refuse(faults);
    toggleNotification({
      type: 'danger',
      message:
        faults.length > 0
          ? t(refused, { count: faults.length })
          : t(otherwise, { message: errorText(error) }),
    });
  };

  const save = async () => {
    if (draft === null || busy !== null) return;
    setBusy('save');
    refuse([]);
    try {
      keep(draft, await savePolicy(draft));
      toggleNotification({ type: 'success', message: t('saved') });
    } catch (error) {
      failed(error, 'refused');
    } finally {
      setBusy(null);
    }
  };

  const replay = async () => {
    if (draft === null || busy !== null) return;
    setBusy('replay');
    refuse([]);
    try {
      setReplayed(await replayPolicy(draft));
    } catch (error) {
      failed(error, 'replay.refused');
    } finally {
      setBusy(null);
    }
  };

  return { busy, save, replay, replayed, closeReplay: () => setReplayed(null) };
}
