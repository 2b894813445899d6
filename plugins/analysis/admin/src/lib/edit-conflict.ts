import type { Card } from './queue-model';

interface Refusal<C> {
  status?: number;
  response?: { data?: { error?: { details?: { current?: C } } } };
}

/** The card as it is now, when a decision was refused because it had changed; else null. */
export function conflictOf<C extends Card>(error: unknown): C | null {
  if (error === null || typeof error !== 'object') return null;
  const { status, response } = error as Refusal<C>;
  return status === 409 ? (response?.data?.error?.details?.current ?? null) : null;
}
