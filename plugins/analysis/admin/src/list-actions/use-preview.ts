import { isFetchError, useAPIErrorHandler } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { usePasteText } from '../lib/text';
import { useLatest } from '../lib/use-latest';
import { previewPost } from './paste-api';
import type { PostPreview } from '../../../shared/contracts/ingest';
import type { PreviewState } from './paste-model';

/** A pause in typing after which the text is read; pasting is one event and waits as long. */
const PAUSE_MS = 400;

const lastOf = (reading: PreviewState): PostPreview | null =>
  reading.state === 'read' ? reading.preview : reading.state === 'reading' ? reading.last : null;

/** What the text in the box becomes, as the server reads it. */
export function usePreview(text: string): { reading: PreviewState; readAgain: () => void } {
  const t = usePasteText();
  const { formatAPIError } = useAPIErrorHandler();
  const texts = useLatest({ t, formatAPIError });
  const [reading, setReading] = useState<PreviewState>({ state: 'empty' });
  const [turn, setTurn] = useState(0);
  const readAgain = useCallback(() => setTurn((n) => n + 1), []);

  useEffect(() => {
    if (text.trim() === '') return setReading({ state: 'empty' });
    setReading((before) => ({ state: 'reading', last: lastOf(before) }));
    const abort = new AbortController();
    const timer = setTimeout(() => {
      previewPost(text, abort.signal).then(
        (preview) => abort.signal.aborted || setReading({ state: 'read', preview }),
        (error: unknown) => {
          if (abort.signal.aborted) return;
          const { t, formatAPIError } = texts.current;
          const answered = isFetchError(error) && error.response;
          setReading({
            state: 'failed',
            message: answered ? formatAPIError(error) : t('unreachable'),
          });
        }
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, turn, texts]);

  return { reading, readAgain };
}
