import { useCallback, useRef, useState } from 'react';
import type {
  ErasureView,
  PersonalComment,
  PersonalPage,
} from '../../../../shared/contracts/privacy';
import { readPersonal } from './personal-api';
import { faultsOf } from '../../lib/refusals';
import { useErrorText } from '../../lib/use-error-text';

/** What is kept under an address, as far as it was read. */
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
  const asked = useRef(0);

  const look = useCallback(
    async (email: string) => {
      asked.current += 1;
      const turn = asked.current;
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
      if (turn === asked.current) setShown(next);
    },
    [errorText]
  );

  const readOn = async ({ email, nextCursor }: Found) => {
    const turn = asked.current;
    const update = (change: (found: Found) => Found, more: 'idle' | 'loading' | 'failed') => {
      if (turn !== asked.current) return;
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
    asked.current += 1;
    setShown({ kind: 'erased', email, erasure });
  }, []);

  return { shown, look, readOn, erased };
}
