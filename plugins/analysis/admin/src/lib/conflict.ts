import type { QueueCard } from '../../../shared/contracts/moderation';

interface Refusal {
  status?: number;
  response?: { data?: { error?: { details?: { current?: QueueCard } } } };
}

/** The comment as it is now, when a decision was refused because it had changed; else null. */
export function conflictOf(error: unknown): QueueCard | null {
  if (error === null || typeof error !== 'object') return null;
  const { status, response } = error as Refusal;
  return status === 409 ? (response?.data?.error?.details?.current ?? null) : null;
}
