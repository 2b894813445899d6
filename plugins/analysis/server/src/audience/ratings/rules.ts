import { fault, faultsFromZod, type Fault } from '../../../../shared/faults';
import { rateInput } from '../../../../shared/contracts/ratings';

/** What a stored vote remembers of the text that it was given to. */
export interface Vote {
  value: number;
  voterKey: string;
  contentHash: string | null;
}

/** What has to be written for a vote; `none` when it stands already as given. */
export type VoteMove =
  | { kind: 'insert'; from: null; to: number }
  | { kind: 'update'; from: number; to: number }
  | { kind: 'none' };

/**
 * Compares a vote with what the voter gave before.
 * @param before the voter's stored vote, null when there is none
 * @param next the vote under the voter's present key and for the article's present text
 */
export function voteMove(before: Vote | null, next: Vote): VoteMove {
  if (before === null) return { kind: 'insert', from: null, to: next.value };
  const same =
    before.value === next.value &&
    before.voterKey === next.voterKey &&
    before.contentHash === next.contentHash;
  return same ? { kind: 'none' } : { kind: 'update', from: before.value, to: next.value };
}

/** Faults of a vote that is written past the service, such as in the content manager. */
export function voteFaults(data: { value?: unknown; articleId?: unknown }): Fault[] {
  const parsed = rateInput.safeParse({ value: data.value });
  const faults = parsed.success ? [] : faultsFromZod(parsed.error);
  if (typeof data.articleId !== 'string' || data.articleId === '') {
    faults.push(fault('articleId', 'required', 'articleId is required'));
  }
  return faults;
}
