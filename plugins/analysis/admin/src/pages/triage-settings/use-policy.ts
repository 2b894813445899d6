import { useCallback, useEffect, useRef, useState } from 'react';
import type { PolicyMeta } from '../../../../shared/contracts/triage';
import {
  samePolicy,
  withoutFaults,
  withSetting,
  type Path,
  type Policy,
  type Setting,
} from './policy-form';
import type { SentFault } from '../../lib/refusals';
import { usePolicyRead } from './triage-api';
import { useErrorText } from '../../lib/use-error-text';

/** The policy in force, what is made of it, and what the server found wrong with that. */
export interface PolicyDraft {
  saved: Policy;
  draft: Policy;
  faults: SentFault[];
  /** The service outside that the operator configured. */
  external: PolicyMeta['external'];
}

/** The form's state; `error` says why there is nothing to edit. */
export interface PolicyState {
  state: PolicyDraft | null;
  error: string | null;
  changed: boolean;
  reload: () => void;
  change: (path: Path, setting: Setting) => void;
  refuse: (faults: SentFault[]) => void;
  keep: (sent: Policy, saved: Policy) => void;
}

/** Loads the policy and keeps what is changed of it. */
export function usePolicy(): PolicyState {
  const read = usePolicyRead();
  const errorText = useErrorText();
  const [state, setState] = useState<PolicyDraft | null>(null);
  const [error, setError] = useState<string | null>(null);
  const lastRequest = useRef(0);

  const load = useCallback(async () => {
    lastRequest.current += 1;
    const request = lastRequest.current;
    setError(null);
    try {
      const { data: policy, meta } = await read();
      if (request === lastRequest.current) {
        setState({ saved: policy, draft: policy, faults: [], external: meta.external });
      }
    } catch (cause) {
      if (request === lastRequest.current) setError(errorText(cause));
    }
  }, [errorText, read]);

  useEffect(() => {
    void load();
    // A request that ends with the page must not be taken for one that failed.
    return () => void (lastRequest.current += 1);
  }, [load]);

  const change = useCallback((path: Path, setting: Setting) => {
    setState(
      (now) =>
        now && {
          ...now,
          draft: withSetting(now.draft, path, setting),
          faults: withoutFaults(now.faults, path),
        }
    );
  }, []);
  const refuse = useCallback((faults: SentFault[]) => {
    setState((now) => now && { ...now, faults });
  }, []);
  const keep = useCallback((sent: Policy, saved: Policy) => {
    // What was typed while the answer was on its way is not thrown away.
    setState((now) => now && { ...now, saved, draft: now.draft === sent ? saved : now.draft });
  }, []);

  return {
    state,
    error,
    changed: state !== null && !samePolicy(state.saved, state.draft),
    reload: useCallback(() => void load(), [load]),
    change,
    refuse,
    keep,
  };
}
