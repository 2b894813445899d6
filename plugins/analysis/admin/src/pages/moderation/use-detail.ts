import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommentDetail } from '../../../../shared/contracts/moderation';
import { useDeskReads } from '../../lib/desk-api';
import { useErrorText } from '../../lib/use-error-text';

interface Detail {
  detail: CommentDetail | null;
  error: string | null;
}

/** A comment with its thread and its history; `reload` asks for them again. */
export function useDetail(id: string): Detail & { reload: () => void } {
  const reads = useDeskReads();
  const errorText = useErrorText();
  const [found, setFound] = useState<Detail>({ detail: null, error: null });
  const lastRequest = useRef(0);

  const reload = useCallback(async () => {
    lastRequest.current += 1;
    const request = lastRequest.current;
    let next: (current: Detail) => Detail;
    try {
      const detail = await reads.detail(id);
      next = () => ({ detail, error: null });
    } catch (error) {
      next = (current) => ({ ...current, error: errorText(error) });
    }
    if (request === lastRequest.current) setFound(next);
  }, [errorText, id, reads]);

  useEffect(() => void reload(), [reload]);
  return { ...found, reload: useCallback(() => void reload(), [reload]) };
}
