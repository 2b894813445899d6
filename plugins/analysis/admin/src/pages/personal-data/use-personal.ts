import { useCallback, useRef, useState } from 'react';
import type {
  ErasureView,
  PersonalComment,
  PersonalPage,
} from '../../../../shared/contracts/privacy';
import { readPersonal } from './personal-api';
import { faultsOf } from '../../lib/refusals';
import { useErrorText } from '../../lib/use-error-text';

/** What is stored under an address, as far as it was read. */
export interface Found {
  email: string;
  total: number;
  bans: PersonalPage['data']['bans'];
  addresses: PersonalPage['data']['addresses'];
  comments: PersonalComment[];
  nextCursor: string | null;
}

/** What the page shows: nothing yet, a list, why there is none, or what was erased. */
export type Shown =
  | { kind: 'nothing' }
  | { kind: 'loading' }
  | { kind: 'wrong' }
  | { kind: 'failed'; email: string; message: string }
  | { kind: 'found'; found: Found; more: 'idle' | 'loading' | 'failed' }
  | { kind: 'erased'; email: string; erasure: ErasureView };

/** Looks an address up, and reads on. */
export function usePersonal() {
  const errorText = useErrorText();
  const [shown, setShown] = useState<Shown>({ kind: 'nothing' });
  const lastRequest = useRef(0);

  const look = useCallback(
    async (email: string) => {
      lastRequest.current += 1;
      const request = lastRequest.current;
      setShown({ kind: 'loading' });
      let next: Shown;
      try {
        const { data, meta } = await readPersonal(email, null);
        next = { kind: 'found', found: { ...data, ...meta }, more: 'idle' };
      } catch (error) {
        next =
          faultsOf(error).length > 0
            ? { kind: 'wrong' }
            : { kind: 'failed', email, message: errorText(error) };
      }
      if (request === lastRequest.current) setShown(next);
    },
    [errorText]
  );

  const readOn = async ({ email, nextCursor }: Found) => {
    const request = lastRequest.current;
    const update = (change: (found: Found) => Found, more: 'idle' | 'loading' | 'failed') => {
      if (request !== lastRequest.current) return;
      setShown((now) => (now.kind === 'found' ? { ...now, found: change(now.found), more } : now));
    };
    update((found) => found, 'loading');
    try {
      const { data, meta } = await readPersonal(email, nextCursor);
      const { comments } = data;
      update(
        (found) => ({ ...found, ...meta, comments: [...found.comments, ...comments] }),
        'idle'
      );
    } catch {
      update((found) => found, 'failed');
    }
  };

  const erased = useCallback((email: string, erasure: ErasureView) => {
    lastRequest.current += 1;
    setShown({ kind: 'erased', email, erasure });
  }, []);

  return { shown, look, readOn, erased };
}
