import { useEffect, useState } from 'react';
import { likelyLanguage } from '../../../../shared/detection';

/** How long an editor has to stop typing for the text to be looked at. */
const PAUSE_MS = 400;

const load = () => import('franc-min');

/**
 * The language that a text is written in, a moment after it was last typed at. The trigrams it is
 * told by are loaded when a text is first looked at.
 * @returns a BCP 47 tag, or null when the text is too short or unclear
 */
export function useDetectedLanguage(text: string): string | null {
  const [detected, setDetected] = useState<string | null>(null);
  useEffect(() => {
    let isStale = false;
    const look = async (): Promise<void> => {
      const { francAll } = await load();
      if (isStale) return;
      const code = likelyLanguage(francAll, text);
      setDetected(code === null ? null : (Intl.getCanonicalLocales(code)[0] ?? null));
    };
    // Without the trigrams, on a connection that broke, there is nothing to offer.
    const timer = setTimeout(() => void look().catch(() => undefined), PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text]);
  return detected;
}
