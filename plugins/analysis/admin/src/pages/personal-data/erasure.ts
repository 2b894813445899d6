import type { ErasureView } from '../../../../shared/contracts/privacy';

/** Whether what was typed to confirm is the address: people type it in another case. */
export const isSameAddress = (typed: string, email: string): boolean =>
  typed.trim().toLowerCase() === email.trim().toLowerCase();

/** What two parts of an erasure come to: what stays is as the last one found it. */
export function addErasure(sum: ErasureView | null, part: ErasureView): ErasureView {
  if (sum === null) return part;
  const { comments, bans, addresses } = sum.erased;
  return {
    ...part,
    erased: {
      comments: comments + part.erased.comments,
      bans: bans + part.erased.bans,
      addresses: addresses + part.erased.addresses,
    },
  };
}

/** Erases part by part until nothing is left. @param onProgress the sum so far */
export async function eraseAll(
  erase: () => Promise<ErasureView>,
  onProgress: (sum: ErasureView) => void
): Promise<ErasureView> {
  for (let sum: ErasureView | null = null; ;) {
    sum = addErasure(sum, await erase());
    onProgress(sum);
    if (!sum.more) return sum;
  }
}
