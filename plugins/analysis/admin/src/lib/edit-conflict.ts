import type { Card } from './queue-model';
import { detailsOf, isRecord } from './refusals';

/** The card as it is now, when a decision was refused because it had changed; else null. */
export function conflictOf<C extends Card>(error: unknown): C | null {
  const details = detailsOf(error);
  if (!isRecord(error) || error.status !== 409 || !isRecord(details)) return null;
  // The server sends the card as its contract says; answers are not parsed in the browser.
  return (details.current as C | undefined) ?? null;
}
